import { type Api, ApiError } from './api.ts'

/** Beyond ten thousand calls that it refuses within ten minutes Discord turns the whole address away. */
const most = 5_000
const spanMs = 10 * 60_000
const slices = 20

/**
 * The same interface, which keeps count of what was refused (401, 403, 429) and makes no more calls once that is too
 * much; `ms` runs evenly. Such a call is raised as unsent, with the time after which it may be made.
 */
export function withBudget(api: Api, ms: () => number = () => performance.now()): Api {
  /** How many were refused in each of the last slices of the span. */
  const refused = new Map<number, number>()
  const sliceMs = spanMs / slices

  function count(): number {
    const now = Math.floor(ms() / sliceMs)
    for (const slice of refused.keys()) if (slice <= now - slices) refused.delete(slice)
    return [...refused.values()].reduce((sum, one) => sum + one, 0)
  }

  return {
    async call(request) {
      // What answers somebody who waits is not what is refused by the thousand.
      if (request.auth !== false && count() >= most) {
        throw new ApiError('So many calls were refused that no more are made for now.', {
          status: 429,
          retryAfter: Math.ceil(sliceMs / 1000),
          unsent: true,
        })
      }
      try {
        return await api.call(request)
      } catch (error) {
        if (
          error instanceof ApiError &&
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
