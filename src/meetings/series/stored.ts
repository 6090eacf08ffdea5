import { addDays, type Day, partsOf } from '../../core/time/day.ts'
import { instantAt } from '../../core/time/zone.ts'
import { type Occurrence, occurrences } from './occurrences.ts'

/** A series as it lies in the store. */
export interface StoredRule {
  readonly rule: string
  readonly firstDay: Day
  readonly wallHour: number
  readonly wallMinute: number
  readonly zone: string
  readonly untilDay: Day | null
  readonly times: number | null
  readonly exceptDays: readonly Day[]
  /** How many days after the days of the rule its meetings take place. */
  readonly dayShift: number
}

/** The meetings of a stored series by its rule, on the wall clock of its zone. */
export function occurrencesOf(series: StoredRule): readonly Occurrence[] {
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
  { wallHour: hour, wallMinute: minute, zone }: Pick<StoredRule, 'wallHour' | 'wallMinute' | 'zone'>,
): Date {
  const [year, month, date] = partsOf(day)
  const instant = instantAt({ year, month, day: date, hour, minute }, zone)
  if (instant.kind === 'one') return instant.at
  return instant.kind === 'skipped' ? instant.after : instant.first
}

interface Series {
  readonly id: number
  readonly calendarMark: string | null
}

/**
 * The place of a day in the series by whose rule it was found; undefined outside of one, and where that series was moved
 * to other days, so that calendars cannot work it out.
 */
export function placeInSeries(
  seriesDay: Day | null,
  root: (Pick<StoredRule, 'wallHour' | 'wallMinute' | 'zone' | 'dayShift'> & Series) | undefined,
): { readonly series: Series; readonly at: Date; readonly zone: string } | undefined {
  if (root?.dayShift !== 0 || seriesDay === null) return undefined
  return { series: root, at: atClock(seriesDay, root), zone: root.zone }
}
