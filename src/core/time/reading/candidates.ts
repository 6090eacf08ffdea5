import { UserError } from '../../errors.ts'
import { addDays, type Day, dayFrom, formatDay, lastOfMonth, monthNames, partsOf, weekdayOf } from '../day.ts'
import { anyWorkday, nthWeekday, onOrAfter } from '../words/spans.ts'
import { weekdayNames } from '../words/weekdayNames.ts'
import type { DateText, WrittenPart } from './written.ts'

/** Days from the first to the last, both within. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/**
 * Every span of days that a date may mean near a day, in order: one where it names its year. Raises `UserError`
 * where the calendar has none, where the weekday beside it is another, and for `10/12`.
 */
export function candidatesOf(written: DateText, near: Day): readonly DaySpan[] {
  switch (written.kind) {
    case 'fixed':
      return [
        { from: written.from, to: written.to },
        ...(written.after === undefined ? [] : [{ from: written.after, to: written.after }]),
      ]
    case 'weekday': {
      const day = onOrAfter(near, written.weekday)
      return [0, 7].map((more) => ({ from: addDays(day, more), to: addDays(day, more) }))
    }
    case 'date':
      return monthless(written.day, written.weekday, near)
    case 'unclear':
      throw unclear(written)
    case 'range':
      return ranged(written.first, written.last, near)
    case 'calendar':
      return dated(written, near)
  }
}

function ranged(first: DateText, last: DateText, near: Day): readonly DaySpan[] {
  // The choices of one end would lose the other.
  if (first.kind === 'unclear') throw new UserError(unclear(first).message)
  return candidatesOf(first, near).flatMap(({ from }) =>
    candidatesOf(last, from)
      .filter(({ to }) => to >= from)
      .slice(0, 1)
      .map(({ to }) => ({ from, to })),
  )
}

function monthless(day: number, weekday: number | undefined, near: Day): readonly DaySpan[] {
  const [year, month] = partsOf(near)
  const days = [-3, -2, -1, 0, 1, 2, 3]
    .map((more) => year * 12 + month - 1 + more)
    .map((at) => dayFrom(Math.floor(at / 12), (at % 12) + 1, day))
    .filter((one) => one !== undefined)
  const fitting = days.filter((one) => weekday === undefined || weekdayOf(one) === weekday)
  const [nearest] = days.filter((one) => one >= near)
  if (fitting.length === 0 && nearest !== undefined) refuseWeekday(nearest, weekday)
  return fitting.map((one) => ({ from: one, to: one }))
}

function dated(
  { first, last, weekday }: DateText & { readonly kind: 'calendar' },
  near: Day,
): readonly DaySpan[] {
  const now = partsOf(near)[0]
  // Leap days are up to eight years apart; a fifth Monday may be rare too.
  const around = first.day === 29 || last.day === 29 || first.nth ? 8 : 2
  const years =
    first.year === undefined
      ? Array.from({ length: 2 * around + 1 }, (_, at) => now - around + at)
      : [first.year]
  // `28 Dec - 3 Jan` goes on into the next year.
  const turns = first.year === undefined && last.month < first.month ? 1 : 0
  const spans = years.flatMap((year) => {
    const from = firstDay(first, year)
    const to = lastDay(last, last.year ?? year + turns)
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  if (spans.length === 0)
    throw new UserError(`There is no ${nameOf(first, last)} in the calendar${lengthOf(first, last)}.`)
  const fitting = spans.filter(({ from }) => weekday === undefined || weekdayOf(from) === weekday)
  const [only] = spans
  if (first.year !== undefined && only) refuseWeekday(only.from, weekday)
  // With no year the one nearest to now is meant, not the one of some year whose weekday happens to fit.
  return first.year === undefined && weekday !== undefined ? spans : fitting
}

function firstDay(part: WrittenPart, year: number): Day | undefined {
  if (part.nth) return nthOf(part, year)
  return part.day === 'last' ? monthEnd(year, part.month) : dayFrom(year, part.month, part.day ?? 1)
}

function lastDay(part: WrittenPart, year: number): Day | undefined {
  if (part.nth) return nthOf(part, year)
  if (typeof part.day === 'number') return dayFrom(year, part.month, part.day)
  return monthEnd(year, part.month + (part.months ?? 1) - 1)
}

function monthEnd(year: number, month: number): Day | undefined {
  return dayFrom(year, month, 1) && lastOfMonth(year, month)
}

function nthOf({ month, nth }: WrittenPart, year: number): Day | undefined {
  const from = dayFrom(year, month, 1)
  return from && nth && nthWeekday(from, lastOfMonth(year, month), nth.weekday, nth.count)
}

/** The end that the calendar lacks. */
function lackingOf(first: WrittenPart, last: WrittenPart): WrittenPart {
  const isLast =
    typeof last.day === 'number' && dayFrom(last.year ?? 2024, last.month, last.day) === undefined
  return isLast ? last : first
}

/** `: November has 30 days`, where a day lies behind the end of its month. */
function lengthOf(first: WrittenPart, last: WrittenPart): string {
  const { year, month, day, nth } = lackingOf(first, last)
  const end = nth || typeof day !== 'number' ? undefined : monthEnd(year ?? 2024, month)
  if (end === undefined) return ''
  const name = [monthNames[month - 1], month === 2 ? year : undefined].filter(Boolean).join(' ')
  return `: ${name} has ${month === 2 && year === undefined ? 'at most ' : ''}${partsOf(end)[2]} days`
}

/** The day in words, for a sentence: `31 February`, `30 February 2026`. */
function nameOf(first: WrittenPart, last: WrittenPart): string {
  const lacking = lackingOf(first, last)
  const month = monthNames[lacking.month - 1]
  if (month === undefined)
    return [lacking.year, lacking.month, lacking.day]
      .filter((part) => part !== undefined)
      .map((part) => String(part).padStart(2, '0'))
      .join('-')
  return [
    lacking.nth
      ? `${lacking.nth.count}th ${lacking.nth.weekday === anyWorkday ? 'working day' : weekdayNames[lacking.nth.weekday - 1]} in`
      : lacking.day,
    month,
    lacking.year,
  ]
    .filter((word) => word !== undefined)
    .join(' ')
}

/** Raises `UserError` when a day is another weekday than the one written beside it. */
export function refuseWeekday(day: Day, weekday: number | undefined): void {
  if (weekday === undefined || weekdayOf(day) === weekday) return
  const name = (at: number) => weekdayNames[at - 1] ?? ''
  throw new UserError(`${formatDay(day)} is a ${name(weekdayOf(day))}, not a ${name(weekday)}.`)
}

function unclear({ first, second, year, written }: DateText & { readonly kind: 'unclear' }): UserError {
  const named = (day: number, month: number) => [day, monthNames[month - 1], year].filter(Boolean).join(' ')
  const choices = [named(first, second), named(second, first)].map((text) => ({ label: text, value: text }))
  return new UserError(`“${written}” may be ${choices[0]?.label} or ${choices[1]?.label}. Which one?`, {
    choices,
  })
}

/** The first span that is not over by a day, however far ahead it is: an end lies behind its beginning. */
export function firstFrom(spans: readonly DaySpan[], day: Day): DaySpan | undefined {
  return spans.find(({ to }) => to >= day)
}

/** The first span that has not passed; undefined where the one before it passed so lately that it may be meant. */
export function nextOf(spans: readonly DaySpan[], today: Day): DaySpan | undefined {
  const next = firstFrom(spans, today)
  const isFar = next !== undefined && next.to >= addDays(today, 300)
  return isFar && spans.some(({ to }) => to < today && to > addDays(today, -60)) ? undefined : next
}

/** The span whose middle is nearest to a day. */
export function nearestTo(day: Day, spans: readonly DaySpan[]): DaySpan | undefined {
  const middle = 2 * Date.parse(day)
  const far = ({ from, to }: DaySpan) => Math.abs(Date.parse(from) + Date.parse(to) - middle)
  const [nearest] = spans
    .map((span) => ({ span, distance: far(span) }))
    .sort((a, b) => a.distance - b.distance)
  return nearest?.span
}
