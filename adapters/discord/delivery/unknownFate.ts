import { beforeSending } from '../../../src/chat/delivery/failure.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { object, text } from '../../../src/core/json.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { everywhere } from '../api/tenant.ts'
import { times } from '../limits.ts'

/** Messages of which it is not known whether Discord took them, by nonce. */
export interface UnknownFates {
  /** Raises an ambiguous `DeliveryError` where Discord may have forgotten the nonce of an earlier try. */
  check(nonce: string): Promise<void>
  /**
   * Turns an ambiguous failure into a retryable one while Discord still recognizes the nonce. Without a note of the
   * first try, which was at `since`, a later one might come after that, so the failure stays ambiguous then.
   */
  settle(nonce: string, failed: DeliveryError, since: Date): Promise<DeliveryError>
}

/** Discord recognizes a nonce for some minutes. */
const nonceKnownMs = 2 * 60_000

export function createUnknownFates(keep: Keep, clock: Clock): UnknownFates {
  const placeOf = (nonce: string) => ({ platform: 'discord', kind: 'doubt', tenant: everywhere, key: nonce })
  return {
    async check(nonce) {
      const note = await beforeSending(keep.get(placeOf(nonce)))
      const since = new Date(text(object(note?.value)['since']) ?? note?.at ?? clock.now())
      if (clock.now().getTime() - since.getTime() < nonceKnownMs) return
      throw new DeliveryError(
        'Discord did not answer in time, and by now it would not recognize the message when it is sent again.',
        { kind: 'ambiguous' },
      )
    },
    async settle(nonce, failed, since) {
      if (clock.now().getTime() - since.getTime() >= nonceKnownMs) return failed
      const expiresAt = new Date(clock.now().getTime() + times.delivery)
      try {
        // The first try counts, so a note that is there already stays as it is.
        await keep.claim(placeOf(nonce), { since: since.toISOString() }, { expiresAt })
        return new DeliveryError(failed.message, { kind: 'retryable' })
      } catch {
        return failed
      }
    },
  }
}
