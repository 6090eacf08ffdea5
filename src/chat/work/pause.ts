import { setTimeout } from 'node:timers/promises'

/** Resolves after `ms`, or as soon as `ending` is aborted. */
export async function pause(ms: number, ending?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, ending ? { signal: ending } : {}).catch(() => undefined)
}

/** A monotonic clock in milliseconds, which changes of the time of day do not move. */
export function runningMs(): number {
  return performance.now()
}
