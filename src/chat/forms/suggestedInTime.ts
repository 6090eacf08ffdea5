import type { Log } from '../../core/log.ts'
import { within } from '../work/within.ts'

/** Suggestions for what is being typed; none, and a line in the log, where they fail or come later than they are shown. */
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
