import { addOccurrences, type StoredSeries } from '../../../db/meetings/series/series.ts'
import type { Trx } from '../../../db/store/db.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { occurrencesOf } from '../../../src/meetings/series/stored.ts'

/** How far ahead the meetings of a series exist. */
export const madeAheadDays = 200

/**
 * Makes the meetings of a series some months ahead that do not exist yet, and its first one however far ahead it lies.
 * Returns their numbers.
 */
export async function extend(trx: Trx, series: StoredSeries, now: Date): Promise<readonly number[]> {
  const left = occurrencesOf(series).filter(
    ({ day, at }) =>
      day > series.madeUntil && at > now && (series.endedFrom === null || day < series.endedFrom),
  )
  const ahead = addDays(dayOf(now, 'UTC'), madeAheadDays)
  const [first] = left
  const begins = series.madeUntil < series.firstDay && first ? first.day : ahead
  const horizon = begins > ahead ? begins : ahead
  const rows = left
    .filter(({ day }) => day <= horizon)
    .map(({ day, at }) => ({ seriesDay: day, startsAt: at }))
  return addOccurrences(trx, series.id, rows, horizon, now)
}
