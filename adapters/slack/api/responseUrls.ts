import { createRemembered } from '../../../src/chat/work/remembered.ts'
import type { Clock } from '../../../src/core/clock.ts'
import { deliveryError } from './faults.ts'

/** Slack’s addresses for answers. Each takes five answers, within half an hour of the event that it came with. */
export interface ResponseUrls {
  /**
   * False when the address is used up, has expired or refuses; `at` is when it came, in milliseconds since 1970.
   * Raises `DeliveryError` where it is not known whether the answer was taken.
   */
  post(url: string, at: number, body: object): Promise<boolean>
}

const maxUses = 5
const lifeMs = 30 * 60_000
const answerWaitMs = 8_000
const maxCounted = 20_000

/** Counts the uses of each address, whoever makes them. */
export function createResponseUrls(clock: Clock): ResponseUrls {
  const uses = createRemembered<number>({ max: maxCounted, ttlMs: lifeMs, clock })
  return {
    async post(url, at, body) {
      const used = uses.get(url) ?? 0
      if (used >= maxUses || clock.now().getTime() - at > lifeMs) return false
      uses.put(url, used + 1)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerWaitMs),
      }).catch((error: unknown) => {
        const failed = deliveryError(error)
        if (failed.fault.kind === 'ambiguous') throw failed
        return undefined
      })
      await response?.arrayBuffer().catch(() => undefined)
      if (response?.ok) return true
      uses.put(url, maxUses)
      return false
    },
  }
}
