import { addDays, type Day, dayFrom, partsOf, weekdayOf } from '../../day.ts'
import { meaningsOf } from '../../words/vocabulary.ts'
import type { Token } from '../token.ts'
import { type DateText, isGlued, isSign, type Match, type Tokenized, type WrittenPart } from '../written.ts'
import { joinAt, dateAt as monthlessAt } from './daysAt.ts'
import { weekdayAt } from './monthAt.ts'
import { namedAt } from './namedAt.ts'
import { numbersAt, one } from './numbersAt.ts'
import { dayInWordsAt } from './ordinalDays.ts'
import { relativeAt } from './relativeAt.ts'
import { placeAt, spansAt } from './spansAt.ts'

/** The date, or the span of dates, that begins at a token; undefined where none does. */
export function dateAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const { tokens } = reading
  const start = meaningsOf(tokens[at]?.text ?? '').from && tokens[at]?.text !== 'a' ? at + 1 : at
  const first = singleAt(reading, start) ?? (start === at ? undefined : singleAt(reading, at))
  if (!first) return undefined
  const joined = rangeJoinAt(reading, first.next, first.value)
  const last = joined === undefined ? undefined : singleAt(reading, joined)
  const end = last && likeOther(tokens[start], first.value, last.value)
  if (!last || !end || joined === undefined) return first
  const begin = likeOther(tokens[joined], end, first.value)
  return belongs(begin, end) ? { value: joinedSpan(begin, end), next: last.next } : first
}

/** `28/09-02/10/2024`, `02/11-15/11/2024`: the order of the date that has but one is the order of the other. */
function likeOther(token: Token | undefined, other: DateText, unclear: DateText): DateText {
  if (unclear.kind !== 'unclear' || other.kind !== 'calendar' || token?.kind !== 'number') return unclear
  if (token.value !== other.first.day || token.value <= 12) return unclear
  const { first, second, year } = unclear
  return one({ day: first, month: second, ...(year !== undefined && { year }) })
}

function singleAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  return (
    besideWeekday(reading, at) ??
    numbersAt(reading, at) ??
    dayInWordsAt(reading, at) ??
    namedAt(reading, at) ??
    placeAt(reading, at) ??
    (weekdayAt(reading, at) ? alone(reading, at) : undefined) ??
    (meaningsOf(reading.tokens[at]?.text ?? '').the && weekdayAt(reading, at + 1)
      ? alone(reading, at + 1)
      : undefined) ??
    relativeAt(reading, at) ??
    spansAt(reading, at) ??
    alone(reading, at)
  )
}

/** A weekday before a date, which is read and compared: `Mon 2022-08-15`, `Monday, 15/8/2022`. */
function besideWeekday(reading: Tokenized, at: number): Match<DateText> | undefined {
  const weekday = weekdayAt(reading, at)
  const date = weekday && (numbersAt(reading, weekday.next) ?? namedAt(reading, weekday.next))
  if (!weekday || !date) return undefined
  if (date.value.kind === 'unclear') {
    const [only, ...others] = onWeekday(date.value, weekday.value, reading.today)
    return only && { value: others.length === 0 ? only : date.value, next: date.next }
  }
  if (date.value.kind !== 'calendar' || date.value.first.day === undefined) return undefined
  return { value: { ...date.value, weekday: weekday.value }, next: date.next }
}

/** `Thu 3/12` is the one of its two readings that falls on a Thursday; none where neither does, and both are asked about. */
function onWeekday(
  { first, second, year }: DateText & { readonly kind: 'unclear' },
  weekday: number,
  today: Day | undefined,
): readonly DateText[] {
  const year0 = today === undefined ? undefined : partsOf(today)[0]
  const years = year !== undefined ? [year] : year0 === undefined ? [] : [year0, year0 + 1]
  const days = years.flatMap((one) =>
    [
      [first, second],
      [second, first],
    ].flatMap(([day = 0, month = 0]) => {
      const found = dayFrom(one, month, day)
      const near = year !== undefined || (found && today && found >= today && found < addDays(today, 300))
      return found && near && weekdayOf(found) === weekday ? [{ year: one, month, day }] : []
    }),
  )
  return days.map((part) => ({ kind: 'calendar', first: part, last: part, weekday }))
}

/** `the 12th`, `Thursday the 12th`: the day of whatever month. */
function alone(reading: Tokenized, at: number): Match<DateText> | undefined {
  if (reading.today === undefined) return undefined
  const weekday = weekdayAt(reading, at)
  const start = weekday?.next ?? at
  const the = meaningsOf(reading.tokens[start]?.text ?? '').the === true
  const date = monthlessAt(reading, the ? start + 1 : start)
  const isDay =
    date && (date.value.counted || the || (weekday && reading.isTyped && clockAt(reading, date.next)))
  if (!isDay) return undefined
  return {
    value: { kind: 'date', day: date.value.day, ...(weekday && { weekday: weekday.value }) },
    next: date.next,
  }
}

/** Whether a clock follows, as in `Monday 30 at 9:00`: what stands before it is no hour. */
function clockAt({ tokens }: Tokenized, at: number): boolean {
  const start = isSign(tokens[at], ',') ? at + 1 : at
  const hour = meaningsOf(tokens[start]?.text ?? '').on ? start + 1 : start
  const [sign, minutes] = [tokens[hour + 1], tokens[hour + 2]]
  if (tokens[hour]?.kind !== 'number' || !isGlued(sign)) return false
  return (
    sign?.text === 'h' ||
    meaningsOf(sign?.text ?? '').half !== undefined ||
    (isSign(sign, ':') && minutes?.kind === 'number')
  )
}

/** Where to go on after the sign or the word between the two ends of a span. */
function rangeJoinAt({ tokens }: Tokenized, at: number, first: DateText): number | undefined {
  if (isSign(tokens[at], '.') && isSign(tokens[at + 1], '.') && isGlued(tokens[at + 1])) {
    let next = at + 2
    while (isSign(tokens[next], '.')) next++
    return next
  }
  if (isSign(tokens[at], '..', '...')) return at + 1
  // Days joined by a comma or by "and" are several dates; months joined so are a span.
  const whole = first.kind === 'calendar' && first.last.day === undefined && !first.last.nth
  if (
    isSign(tokens[at], ',') ||
    (!whole && (isSign(tokens[at], '&', '+') || meaningsOf(tokens[at]?.text ?? '').join === 'and'))
  )
    return undefined
  return joinAt(tokens, at)
}

/** Whether two dates may be the ends of one span: days with days, months with months. */
function belongs(first: DateText, last: DateText): boolean {
  if (first.kind === 'unclear' && last.kind === 'unclear') return true
  if (first.kind !== 'calendar' || last.kind !== 'calendar')
    return first.kind !== 'range' && last.kind !== 'unclear'
  return (
    (first.last.day === undefined) === (last.first.day === undefined) ||
    first.last.day === undefined ||
    last.first.year !== undefined
  )
}

function joinedSpan(first: DateText, last: DateText): DateText {
  if (first.kind !== 'calendar' || last.kind !== 'calendar') return { kind: 'range', first, last }
  return { kind: 'calendar', first: lent(first.first, last.last, -1), last: lent(last.last, first.first, 1) }
}

/** A part with no year has that of the other, or the one before or after where it would lie on the wrong side. */
function lent(part: WrittenPart, other: WrittenPart, side: 1 | -1): WrittenPart {
  if (part.year !== undefined || other.year === undefined) return part
  const wrong = side === 1 ? before(part, other) : before(other, part)
  return { ...part, year: other.year + (wrong ? side : 0) }
}

function before(a: WrittenPart, b: WrittenPart): boolean {
  if (a.month !== b.month) return a.month < b.month
  return typeof a.day === 'number' && typeof b.day === 'number' && a.day < b.day
}
