import type { Day } from '../../core/time/day.ts'
import { instantAt } from '../../core/time/zone.ts'
import { dayParts } from '../dayParts.ts'
import { longestSeries, type Rule, ruleDays, type SeriesEnd } from './rule.ts'

/** A series as it is stored: days by the rule, the hour by the clock of its zone. */
export interface Series {
  readonly rule: Rule
  /** From which day on the rule counts. */
  readonly start: Day
  /** On the wall clock of `zone`, kept on both sides of a clock change. */
  readonly hour: number
  readonly minute: number
  /** IANA zone. */
  readonly zone: string
  readonly end?: SeriesEnd
  /** Days of the rule on which no meeting takes place. */
  readonly except: readonly Day[]
}

export interface Occurrence {
  /** The day of the rule: it names the occurrence for good, whatever it is moved to. */
  readonly day: Day
  readonly at: Date
  /** How the clocks of that night changed the hour. */
  readonly clock: 'plain' | 'moved forward' | 'first of two'
}

/** The meetings of a series in order, at most `limit`; a day in `except` counts towards COUNT, as in RFC 5545. */
export function occurrences(series: Series, limit: number = longestSeries): readonly Occurrence[] {
  const except = new Set(series.except)
  return ruleDays(series.rule, series.start, limit + except.size, series.end)
    .filter((day) => !except.has(day))
    .slice(0, limit)
    .map((day) => occurrenceOn(series, day))
}

function occurrenceOn({ hour, minute, zone }: Series, day: Day): Occurrence {
  const instant = instantAt({ ...dayParts(day), hour, minute }, zone)
  switch (instant.kind) {
    case 'one':
      return { day, at: instant.at, clock: 'plain' }
    case 'skipped':
      return { day, at: instant.after, clock: 'moved forward' }
    case 'repeated':
      return { day, at: instant.first, clock: 'first of two' }
  }
}
