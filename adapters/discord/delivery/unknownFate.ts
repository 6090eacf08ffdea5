import type { Clock } from '../../../src/core/clock.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import type { Keep } from '../../../src/core/keep.ts'
import { everywhere } from '../api/tenant.ts'
import { times } from '../limits.ts'

/** Of one message: since when its fate is not known. */
export interface Doubts {
  /** Raises `DeliveryError` where Discord may have forgotten the nonce of the first try. */
  check(): Promise<void>
  /** What a try of unknown fate means: it is made again, for as long as Discord knows its nonce. */
  raise(failed: DeliveryError): Promise<DeliveryError>
}

/** Discord remembers nonces for some minutes. */
const knownMs = 2 * 60_000

export function createDoubts(keep: Keep, clock: Clock, nonce: string): Doubts {
  const place = { platform: 'discord', kind: 'doubt', tenant: everywhere, key: nonce }
  let doubted = false
  return {
    async check() {
      const since = await keep.get(place).catch((error: unknown) => {
        throw new DeliveryError(String(error), { kind: 'retryable' })
      })
      doubted = since !== undefined
      if (!since || clock.now().getTime() - since.at.getTime() < knownMs) return
      throw new DeliveryError(
        'Discord did not answer in time, and by now it would not know the message for the same one.',
        { kind: 'ambiguous' },
      )
    },
    async raise(failed) {
      const expiresAt = new Date(clock.now().getTime() + times.delivery)
      // Without a note of the doubt another try might come too late to be harmless.
      const noted = doubted || (await keep.put(place, {}, { expiresAt }).then(...noting))
      return noted ? new DeliveryError(failed.message, { kind: 'retryable' }) : failed
    },
  }
}

const noting = [() => true, () => false] as const
