import { setTimeout } from 'node:timers/promises'

/** Resolves after `ms`, or as soon as `ending` is aborted. */
export async function pause(ms: number, ending?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, ending ? { signal: ending } : {}).catch(() => undefined)
}

/** Resolves after `ms`; does not keep the process alive. */
export async function idlePause(ms: number): Promise<void> {
  await setTimeout(ms, undefined, { ref: false })
}

/** A monotonic clock in milliseconds, which changes of the time of day do not move. */
export function runningMs(): number {
  return performance.now()
}
