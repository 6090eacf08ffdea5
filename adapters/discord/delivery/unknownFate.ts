import { beforehand } from '../../../src/chat/delivery/failure.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { everywhere } from '../api/tenant.ts'
import { times } from '../limits.ts'

/** Messages of which it is not known whether Discord took them, by nonce. */
export interface UnknownFates {
  /** Raises an ambiguous `DeliveryError` where Discord may have forgotten the nonce of an earlier try. */
  check(nonce: string): Promise<void>
  /**
   * Turns an ambiguous failure into a retryable one while Discord still recognizes the nonce. Without a note of the
   * first try a later one might come after that, so the failure stays ambiguous then.
   */
  settle(nonce: string, failed: DeliveryError): Promise<DeliveryError>
}

/** Discord recognizes a nonce for some minutes. */
const nonceKnownMs = 2 * 60_000

export function createUnknownFates(keep: Keep, clock: Clock): UnknownFates {
  const placeOf = (nonce: string) => ({ platform: 'discord', kind: 'doubt', tenant: everywhere, key: nonce })
  return {
    async check(nonce) {
      const since = await beforehand(keep.get(placeOf(nonce)))
      if (!since || clock.now().getTime() - since.at.getTime() < nonceKnownMs) return
      throw new DeliveryError(
        'Discord did not answer in time, and by now it would not recognize the message when it is sent again.',
        { kind: 'ambiguous' },
      )
    },
    async settle(nonce, failed) {
      const expiresAt = new Date(clock.now().getTime() + times.delivery)
      try {
        // The first try counts, so a note that is there already stays as it is.
        await keep.claim(placeOf(nonce), {}, { expiresAt })
        return new DeliveryError(failed.message, { kind: 'retryable' })
      } catch {
        return failed
      }
    },
  }
}
