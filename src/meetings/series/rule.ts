import { RRuleTemporal } from 'rrule-temporal'
import { toText } from 'rrule-temporal/totext'
import { UserError } from '../../core/errors.ts'
import { shorten } from '../../core/text/text.ts'
import { type Day, dayOf, isDay } from '../../core/time/day.ts'

/** The value of an RFC 5545 RRULE without COUNT and UNTIL, e.g. `FREQ=MONTHLY;BYDAY=2TU`; it speaks of days alone. */
export type Rule = string

/** Where a series ends; one of the two, since RFC 5545 allows no more. */
export type SeriesEnd =
  | { readonly kind: 'until'; readonly day: Day }
  | { readonly kind: 'count'; readonly count: number }

/** How many meetings a series may have: four a year for fifty years, or a weekly one for four. */
export const longestSeries = 200

/**
 * The days of a rule from a day on, in order, at most `limit` of them. The first day of the rule on or after
 * `start` begins the series; what RFC 5545 would count from `start` is counted from there.
 */
export function ruleDays(rule: Rule, start: Day, limit: number, end?: SeriesEnd): readonly Day[] {
  const wanted = end?.kind === 'count' ? Math.min(end.count, limit) : limit
  const days: Day[] = []
  for (const day of firstDays(rule, start, wanted)) {
    if (end?.kind === 'until' && day > end.day) break
    days.push(day)
  }
  return days
}

function firstDays(rule: Rule, start: Day, count: number): readonly Day[] {
  const series = new RRuleTemporal({
    rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rule};COUNT=${Math.min(count, longestSeries)}`,
    maxIterations: 5000,
  })
  return series.all().map((at) => at.toPlainDate().toString())
}

/** The next day of an endless rule after a day, counted from `start`; undefined where it comes to no more. */
export function nextRuleDay(rule: Rule, start: Day, after: Day): Day | undefined {
  const series = new RRuleTemporal({
    rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rule}`,
    maxIterations: 5000,
  })
  return series
    .next(new Date(`${after}T00:00:00Z`))
    ?.toPlainDate()
    .toString()
}

/**
 * An RRULE as a calendar has it, with its own end apart: an instant in UNTIL is one of a day of the zone. Raises
 * `UserError` where COUNT or UNTIL say nothing that can be read, or both are there.
 */
export function ruleWithEnd(text: string, zone: string): { readonly rule: Rule; readonly end?: SeriesEnd } {
  const parts = text.replace(/^RRULE:/i, '').split(';')
  const ends = parts.filter((part) => /^(?:COUNT|UNTIL)=/i.test(part))
  const rule = checkedRule(parts.filter((part) => !ends.includes(part)).join(';'))
  const [first, second] = ends
  if (first === undefined) return { rule }
  if (second !== undefined) throw new UserError('A rule ends by COUNT or by UNTIL; leave one of them out.')
  const count = /^COUNT=(\d{1,6})$/i.exec(first)?.[1]
  if (count !== undefined) return { rule, end: { kind: 'count', count: Number(count) } }
  const [, year, month, date, time = ''] = /^UNTIL=(\d{4})(\d\d)(\d\d)(?:T(\d{6}Z?))?$/i.exec(first) ?? []
  const day = `${year}-${month}-${date}`
  const clock = time.replace(/^(\d\d)(\d\d)(\d\d)Z?$/i, '$1:$2:$3Z')
  const at = /Z$/i.test(time) ? new Date(`${day}T${clock}`) : undefined
  if (!isDay(day) || (at && Number.isNaN(at.getTime())))
    throw new UserError(`“${shorten(first)}” cannot end a rule. Write UNTIL=20271231 or COUNT=6.`)
  return { rule, end: { kind: 'until', day: at ? dayOf(at, zone) : day } }
}

/**
 * An RRULE typed as such. Raises `UserError` where it is none, speaks of hours, or never comes to a day.
 */
function checkedRule(text: string): Rule {
  const parts = text
    .replace(/^RRULE:/i, '')
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '')
  const foreign = parts.find(
    (part) => !/^(FREQ|INTERVAL|BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS|WKST)=[-+\dA-Z,]+$/.test(part),
  )
  if (foreign !== undefined) {
    throw new UserError(
      `“${shorten(foreign)}” cannot stand in a rule here. Use FREQ, INTERVAL, BYDAY, BYMONTH, BYMONTHDAY and BYSETPOS; until: says where the series ends.`,
    )
  }
  if (!parts.some((part) => /^FREQ=(WEEKLY|MONTHLY|YEARLY|DAILY)$/.test(part))) {
    throw new UserError('A rule needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.')
  }
  const rule = parts.join(';')
  if (daysOrNone(rule).length === 0) {
    throw new UserError(`The rule ${rule} never comes to a day. Try “quarterly” or “every Tuesday”.`)
  }
  return rule
}

/** A rule in words, `every month on the 1st Monday`; as it is where its words would be harder to read. */
export function ruleWords(rule: Rule): string {
  if (rule.includes('BYSETPOS=')) return rule
  const series = new RRuleTemporal({ rruleString: `DTSTART:20240101T000000Z\nRRULE:${rule}` })
  const text = toText(series).replaceAll(/\bon (?=\d|last\b)/g, 'on the ')
  // A week without its day is that of whatever day it begins on.
  return rule.includes('BYDAY=') ? text : text.replace(/ on Monday(?: week starts on \w+)?(?=$| in )/, '')
}

function daysOrNone(rule: Rule): readonly Day[] {
  try {
    return ruleDays(rule, '2024-01-01', 1)
  } catch {
    return []
  }
}
