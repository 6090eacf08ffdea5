import type { Clock } from '../../core/clock.ts'
import type { Keep } from '../../core/keep.ts'
import type { Log } from '../../core/log.ts'

/** Decides which of several copies of an event is answered. */
export interface FirstToAnswer {
  /**
   * Claims an event. Of all its copies, on all replicas, exactly one caller gets `true`. Where the store is away, this
   * process alone is asked: a second answer does less harm than none to what was done.
   */
  claim(tenant: string, deliveryId: string): Promise<boolean>
  /** Claims it in this process alone: free, and enough where a second answer does no harm. */
  claimHere(deliveryId: string): boolean
}

/** Platforms repeat an event for some minutes; two days are more than enough. */
const keptMs = 2 * 86_400_000
/** How many of the last events a process remembers. */
const mostRemembered = 5_000

export function createFirstToAnswer(
  platform: string,
  { keep, clock }: { readonly keep: Keep; readonly clock: Clock },
  log: Log,
): FirstToAnswer {
  const seen = new Set<string>()

  function claimHere(deliveryId: string): boolean {
    if (seen.has(deliveryId)) return false
    seen.add(deliveryId)
    const [oldest] = seen
    if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest)
    return true
  }

  return {
    claimHere,
    async claim(tenant, deliveryId) {
      const expiresAt = new Date(clock.now().getTime() + keptMs)
      const key = { platform, kind: 'said', tenant, key: deliveryId }
      return keep.claim(key, {}, { expiresAt }).catch((error: unknown) => {
        log.error({ err: error, tenant }, 'failed to mark an event as answered')
        return claimHere(deliveryId)
      })
    },
  }
}
