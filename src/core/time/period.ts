import { orUserError, UserError } from '../errors.ts'
import { fold } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import {
  addDays,
  type Day,
  dayOf,
  formatDay,
  lastOfMonth,
  monthNames,
  partsOf,
  type TimeReference,
} from './day.ts'
import { refuseDaysApart } from './phrases/daysApart.ts'
import { refuseFeast } from './phrases/feasts.ts'
import { lasting, moved } from './phrases/lasting.ts'
import { lastDay, tooFar } from './phrases/unreadable.ts'
import { partOfSpan } from './phrases/vague/partOfSpan.ts'
import { candidatesOf, firstFrom, nearestTo, nextOf, refuseWeekday } from './reading/candidates.ts'
import { tidy } from './reading/tidy.ts'
import { wholeDate } from './wholeDate.ts'
import { meaningsOf } from './words/vocabulary.ts'

export { unlessBare } from './phrases/lasting.ts'

/** Days from the first to the last, both within. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/**
 * A typed period: `2023-03..2023-04`, `7 Dec..18 Dec`, `March-April 2023`, `Q4 2022`, `next two weeks`. What names no year is the
 * nearest to now, and with `isAhead` the next. Raises `UserError`, also for one that ends before it begins.
 */
export function readPeriod(text: string, { now, zone }: TimeReference, isAhead = false): Period {
  // Two points are a sign of their own: in `7 Dec..18 Dec` they end no short name of a month.
  const today = dayOf(now, zone)
  const bare = tidy(text.replace(/\.{2,3}|…/g, ' .. ')).replace(
    /^(?:in|during|over) (?:the )?(?=\p{L}{3}|\d{4})/iu,
    '',
  )
  const typed = withMonthsJoined(bare)
  refuseFeast(typed, today)
  const ahead = coming(typed, today) ?? (isAhead ? lasting(typed, today) : undefined)
  if (ahead) return ahead
  const written = wholeDate(typed, today)
  const spans = written ? candidatesOf(written, today) : []
  const period = (isAhead ? nextOf(spans, today) : undefined) ?? nearestTo(today, spans)
  if (!written || !period) {
    throw new UserError(
      `I cannot read “${shorten(typed)}” as a period. Try “March-April 2023”, “Q4 2022” or “2022”.`,
    )
  }
  if (written.kind === 'fixed' && period.from > lastDay) throw tooFar(typed)
  refuseWeekday(period.from, written.kind === 'calendar' ? written.weekday : undefined)
  refuseDaysApart(typed, period)
  if (period.to >= period.from) return period
  throw new UserError(
    `The period ends on ${formatDay(period.to)}, before it begins on ${formatDay(period.from)}.`,
  )
}

/** As `readPeriod`, of what was typed as days: `first two weeks of January` too, and `early March` unless the days must be `exact`. */
export function readSpan(text: string, here: TimeReference, isAhead = false, exact = false): Period {
  const today = dayOf(here.now, here.zone)
  const bare = text.trim().replace(/^(?:in|during|over) (?=\p{L}{3}|\d{4})/iu, '')
  const part = partOfSpan(bare, today)
  if (exact && part?.isVague)
    throw new UserError(`“${shorten(bare)}” may be shorter or longer. Which days?`, {
      choices: [part.text, ...part.others].map((value) => ({ label: value, value })),
    })
  return readPeriod(part?.text ?? text, here, isAhead)
}

/** `Nov Dec 2026` as `Nov-Dec 2026`. */
function withMonthsJoined(text: string): string {
  return text.replace(
    /^(\p{L}{3,12})\.? (\p{L}{3,12})(?=\.?(?: \d{4})?$)/u,
    (whole, first: string, last: string) =>
      [first, last].every((word) => meaningsOf(fold(word)).month !== undefined) ? `${first}-${last}` : whole,
  )
}

/** The same months of the years around, the nearest to now first; none for what names its year, or days. */
export function monthsOfYears(text: string, { now, zone }: TimeReference): readonly Period[] {
  const today = dayOf(now, zone)
  const written = wholeDate(withMonthsJoined(tidy(text)), today)
  if (written?.kind !== 'calendar' || written.first.year !== undefined) return []
  if (written.first.day !== undefined || written.last.day !== undefined) return []
  const spans = [...candidatesOf(written, today)]
  return spans.toSorted((a, b) => farFrom(today, a) - farFrom(today, b))
}

function farFrom(day: Day, { from, to }: Period): number {
  return Math.abs(Date.parse(from) + Date.parse(to) - 2 * Date.parse(day))
}

const numbers: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 }

const counted =
  /^(?:the |in the )?(next|coming|last|past) (\d{1,2}|two|three|four|five|six) (day|week|month)s$/i

/** Whether a text is a period such as `next two weeks` or `7-11 Dec`, as far as its form tells. */
export function isPeriodForm(text: string): boolean {
  if (text.length > 100) return false
  return !(orUserError(() => readSpan(text, { now: someDay, zone: 'UTC' }, true)) instanceof UserError)
}

const someDay = new Date('2026-01-01T00:00:00Z')

/** `next two weeks`, `the last 3 months`, both counted from today, `since March`, and `until 18 Dec`. */
function coming(typed: string, today: Day): Period | undefined {
  const [, since] = /^since (?:the )?(.+)$/i.exec(typed) ?? []
  if (since !== undefined) {
    const written = wholeDate(since, today)
    const near = written?.kind === 'weekday' ? addDays(today, -6) : today
    const begun = written && candidatesOf(written, near).findLast(({ from }) => from <= today)
    return begun && { from: begun.from, to: today }
  }
  const [, until] = /^(?:until|till|up to) (.+)$/i.exec(typed) ?? []
  if (until !== undefined) {
    const written = wholeDate(until, today)
    // Who says on a Monday “until Monday” means the next one.
    const from = written?.kind === 'weekday' ? addDays(today, 1) : today
    const end = written && firstFrom(candidatesOf(written, today), from)
    return end ? { from: today, to: end.to } : undefined
  }
  const [, way = '', count = '', unit = ''] = counted.exec(typed) ?? []
  if (way === '') return undefined
  const size = Object.hasOwn(numbers, count.toLowerCase()) ? numbers[count.toLowerCase()] : Number(count)
  if (!size) return undefined
  const ahead = /^(?:next|coming)$/i.test(way)
  const other = moved(today, ahead ? size : -size, unit.toLowerCase())
  return ahead ? { from: today, to: other } : { from: other, to: today }
}

/** `March–April 2023`, `March 2023`, `2022`, or the two days. */
export function formatPeriod({ from, to }: Period): string {
  const [fromYear, fromMonth] = partsOf(from)
  const [toYear, toMonth] = partsOf(to)
  const whole = from.endsWith('-01') && to === lastOfMonth(toYear, toMonth)
  if (!whole) {
    if (from === to) return formatDay(from)
    const start = formatDay(from)
    return `${fromYear === toYear ? start.slice(0, -5) : start} – ${formatDay(to)}`
  }
  const first = monthNames[fromMonth - 1]
  const last = monthNames[toMonth - 1]
  if (fromYear !== toYear) return `${first} ${fromYear} – ${last} ${toYear}`
  if (fromMonth === 1 && toMonth === 12) return String(fromYear)
  return fromMonth === toMonth ? `${first} ${fromYear}` : `${first}–${last} ${fromYear}`
}

export function contains(period: Period, day: Day): boolean {
  return period.from <= day && day <= period.to
}
