import { addOccurrences, type StoredSeries } from '../../../db/meetings/series/series.ts'
import type { Trx } from '../../../db/store/db.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { occurrencesOf } from '../../../src/meetings/series/stored.ts'

/** How far ahead the meetings of a series exist. */
export const madeAheadDays = 200

/** Makes the meetings of a series some months ahead that do not exist yet. Returns their numbers. */
export async function extend(trx: Trx, series: StoredSeries, now: Date): Promise<readonly number[]> {
  const horizon = addDays(dayOf(now, 'UTC'), madeAheadDays)
  const wanted = occurrencesOf(series).filter(
    ({ day, at }) =>
      day > series.madeUntil &&
      day <= horizon &&
      at > now &&
      (series.endedFrom === null || day < series.endedFrom),
  )
  const rows = wanted.map(({ day, at }) => ({ seriesDay: day, startsAt: at }))
  return addOccurrences(trx, series.id, rows, horizon, now)
}
