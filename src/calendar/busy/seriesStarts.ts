import type ICAL from 'ical.js'

import { spend, type WorkBudget } from './boundRules.ts'
import { UnreadableCalendar } from './unreadable.ts'

const dayMs = 86_400_000
/** Putting the days of a series in order takes the square of their number. */
const mostDays = 5_000
/** Parts of a rule by which every week is like the next. */
const weekly = new Set(['BYDAY', 'BYHOUR', 'BYMINUTE', 'BYSECOND'])

/** The starts of a series, in order and without end, but for most of those so early that they are over by `from`. */
export function* seriesStarts(
  reader: typeof ICAL,
  event: ICAL.Component,
  from: Date,
  lengthMs: number,
  steps: WorkBudget,
): Generator<ICAL.Time> {
  // Two days for the zones: days are compared as they are written.
  const earliest = from.getTime() - Math.max(lengthMs, 0) - 2 * dayMs
  const rules = event.getAllProperties('rrule').map((property) => property.getFirstValue() as ICAL.Recur)
  const single = !event.hasProperty('rdate')
  if (single && rules.every(({ until }) => until && dayOf(until) < earliest)) return
  const days = ['rdate', 'exdate']
    .flatMap((name) => event.getAllProperties(name))
    .reduce((sum, property) => sum + property.getValues().length, 0)
  if (days > mostDays) throw new UnreadableCalendar('one of its repeating events lists too many days')
  const begin = event.getFirstPropertyValue('dtstart') as ICAL.Time
  const [rule] = rules
  const dtstart = rule && single && rules.length === 1 ? startNear(begin, rule, earliest) : begin
  const starts = new reader.RecurExpansion({ component: event, dtstart })
  for (let next = starts.next(); next; next = starts.next()) {
    spend(steps, 1)
    if (dayOf(next) >= earliest) yield next
  }
}

/**
 * The latest start that gives the same starts from a day on, so that years of a daily or weekly series need not be gone
 * through.
 */
function startNear(begin: ICAL.Time, rule: ICAL.Recur, earliest: number): ICAL.Time {
  const alike = rule.freq === 'DAILY' || rule.freq === 'WEEKLY'
  if (!alike || rule.count || Object.keys(rule.parts).some((part) => !weekly.has(part))) return begin
  const strideDays = 7 * rule.interval
  const strides = Math.floor((earliest - dayOf(begin)) / dayMs / strideDays) - 1
  if (strides <= 0) return begin
  const start = begin.clone()
  start.adjust(strides * strideDays, 0, 0, 0)
  return start
}

function dayOf({ year, month, day }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day)
}
