import type { Log } from '../../core/log.ts'
import { within } from '../work/within.ts'

/** Suggestions, or none with a line in the log if they fail or take longer than the platform waits. */
export async function suggestedInTime<T>(
  log: Pick<Log, 'warn'>,
  asked: Promise<readonly T[]>,
  longestMs: number,
): Promise<readonly T[]> {
  const found = asked.catch((error: unknown) => {
    log.warn({ err: error }, 'failed to find suggestions')
    return []
  })
  const inTime = await within(found, longestMs)
  if (!inTime) log.warn({ longestMs }, 'suggestions took too long')
  return inTime?.value ?? []
}
