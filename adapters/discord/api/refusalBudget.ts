import { CallError } from '../../../src/chat/delivery/failure.ts'
import { runningMs } from '../../../src/core/clock.ts'
import type { Api } from './api.ts'

/** Discord shuts out an address after ten thousand refused calls within ten minutes; half of that is our bound. */
const maxRefused = 5_000
const spanMs = 10 * 60_000
const slices = 20

/**
 * Counts calls that Discord refuses (401, 403, 429) and makes no more once there are too many: they are raised as
 * unsent, with the time after which they may be made. `ms` is a monotonic clock.
 */
export function withBudget(api: Api, ms: () => number = runningMs): Api {
  /** Refusals by slice of the span. */
  const refused = new Map<number, number>()
  const sliceMs = spanMs / slices

  function count(): number {
    const now = Math.floor(ms() / sliceMs)
    for (const slice of refused.keys()) if (slice <= now - slices) refused.delete(slice)
    return [...refused.values()].reduce((sum, one) => sum + one, 0)
  }

  return {
    async call(request) {
      // Answers to people are few, and they wait for them.
      if (request.auth !== false && count() >= maxRefused) {
        throw new CallError('Too many calls were refused, so none are made for now.', {
          status: 429,
          retryAfter: Math.ceil(sliceMs / 1000),
          unsent: true,
        })
      }
      try {
        return await api.call(request)
      } catch (error) {
        if (
          error instanceof CallError &&
          !error.unsent &&
          (error.status === 401 || error.status === 403 || error.status === 429)
        ) {
          const slice = Math.floor(ms() / sliceMs)
          refused.set(slice, (refused.get(slice) ?? 0) + 1)
        }
        throw error
      }
    },
  }
}
