import { pause } from '../../core/clock.ts'

/**
 * Runs `work` until it succeeds. After each failure `waitMs` says how long to wait before the next try, or gives
 * undefined for no further try: then the failure is raised. `tries` counts the failures so far. Once `ending` is
 * aborted, nothing is waited for and nothing tried again.
 */
export async function retrying<T>(
  work: () => Promise<T>,
  waitMs: (error: unknown, tries: number) => number | undefined,
  ending?: AbortSignal,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      const ms = ending?.aborted ? undefined : waitMs(error, tries)
      if (ms === undefined) throw error
      await pause(ms, ending)
      if (ending?.aborted) throw error
    }
  }
}
