import type { Clock } from '../../../src/core/clock.ts'
import { deliveryError } from './faults.ts'

/** Slack’s addresses for answers: each takes five, within half an hour of the event that it came with. */
export interface ResponseUrls {
  /**
   * False when the address is used up, too old or refuses; `at` is when it came, in milliseconds since 1970.
   * Raises `DeliveryError` where it is not known whether it took the answer.
   */
  post(url: string, at: number, body: object): Promise<boolean>
}

const most = 5
const lifeMs = 30 * 60_000
const remembered = 20_000

/** Counts the uses of each, whoever makes them. */
export function createResponseUrls(clock: Clock): ResponseUrls {
  const uses = new Map<string, number>()
  return {
    async post(url, at, body) {
      const used = uses.get(url) ?? 0
      if (used >= most || clock.now().getTime() - at > lifeMs) return false
      if (uses.size > remembered) uses.clear()
      uses.set(url, used + 1)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(8_000),
      }).catch((error: unknown) => {
        const failed = deliveryError(error)
        if (failed.fault.kind === 'ambiguous') throw failed
        return undefined
      })
      await response?.arrayBuffer().catch(() => undefined)
      if (response?.ok) return true
      uses.set(url, most)
      return false
    },
  }
}
