import { addOccurrences, type StoredSeries } from '../../../db/meetings/series/series.ts'
import type { Trx } from '../../../db/store/db.ts'
import { addDays, type Day, dayOf, partsOf } from '../../../src/core/time/day.ts'
import { instantAt } from '../../../src/core/time/zone.ts'
import { type Occurrence, occurrences } from '../../../src/meetings/series/occurrences.ts'

/** How far ahead the meetings of a series exist. */
export const madeAheadDays = 200

/** The meetings of a stored series by its rule, on the wall clock of its zone. */
export function occurrencesOf(series: StoredSeries): readonly Occurrence[] {
  const { rule, firstDay, wallHour: hour, wallMinute: minute, zone, untilDay, times, exceptDays } = series
  const end =
    untilDay !== null
      ? ({ kind: 'until', day: untilDay } as const)
      : times !== null
        ? ({ kind: 'count', count: times } as const)
        : undefined
  const found = occurrences({
    rule,
    start: firstDay,
    hour,
    minute,
    zone,
    except: exceptDays,
    ...(end ? { end } : {}),
  })
  if (series.dayShift === 0) return found
  return found.map((one) => ({ ...one, at: atClock(addDays(one.day, series.dayShift), series) }))
}

/** The instant at which the meeting of a day begins. */
export function atClock(
  day: Day,
  { wallHour: hour, wallMinute: minute, zone }: Pick<StoredSeries, 'wallHour' | 'wallMinute' | 'zone'>,
): Date {
  const [year, month, date] = partsOf(day)
  const instant = instantAt({ year, month, day: date, hour, minute }, zone)
  if (instant.kind === 'one') return instant.at
  return instant.kind === 'skipped' ? instant.after : instant.first
}

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
