import type { Day } from '../../core/time/day.ts'
import type { WrittenDate } from '../../core/time/findDates.ts'
import type { Period } from '../../core/time/period.ts'
import { datesIn } from './datesIn.ts'
import { datesOfNews, goesOnUntil } from './datesOfNews.ts'
import { bracketsOf, edgeOf } from './edgeDates.ts'

export type DateForm = 'parentheses' | 'comma' | 'leading' | 'inline' | 'none'

export interface PrintedDate {
  /** As it was typed: `6-9 Mar`. */
  readonly printed: string
  readonly start: Day
  readonly end: Day
  /** `month`: the days are those of the whole month. */
  readonly precision: 'day' | 'month'
}

export interface PrintedDates {
  /** The text without what stood as a date at its edge. */
  readonly text: string
  /** What stood there, as typed: `6-9 Mar`, `24 Mar/online`; null where nothing did. */
  readonly printed: string | null
  readonly form: DateForm
  /** First and last day over all dates of the text, those inside it too, without those that are only mentioned. */
  readonly start: Day | null
  readonly end: Day | null
  readonly precision: 'day' | 'month' | null
  readonly dates: readonly PrintedDate[]
}

/**
 * The dates that an item prints, at its end in brackets or after a comma, before it, or inside. A date with no
 * year belongs to the year nearest to the period. What is not a day of the calendar is left as text.
 */
export function readPrintedDates(typed: string, period: Period): PrintedDates {
  const whole = closedBrackets(typed.trim())
  const all = datesIn(whole, period)
  const brackets = bracketsOf(whole, all)
  const atEdge = edgeOf(whole, all, brackets)
  const edge = atEdge && atEdge.form !== 'parentheses' && goesOnUntil(whole, all) ? undefined : atEdge
  const chosen = datesOfNews(whole, all, brackets, edge, period)
  const printed = edge && edge.printed !== '' ? edge : undefined
  const dates = chosen.map((date) => printedOf(date, printed?.form === 'parentheses' ? printed : undefined))
  return {
    text: printed?.text ?? whole,
    printed: printed?.printed ?? null,
    form: printed?.form ?? (dates.length > 0 ? 'inline' : 'none'),
    start: dates.map(({ start }) => start).sort()[0] ?? null,
    end:
      dates
        .map(({ end }) => end)
        .sort()
        .at(-1) ?? null,
    precision:
      dates.length === 0 ? null : dates.every(({ precision }) => precision === 'month') ? 'month' : 'day',
    dates,
  }
}

/** The longest that brackets may be which nobody closed. */
const longestOpen = 40

/** `… (3 Nov` with the bracket that was forgotten. */
function closedBrackets(text: string): string {
  const open = text.lastIndexOf('(')
  const inside = text.slice(open)
  const forgotten = open > 0 && inside.length <= longestOpen && !/[)\n]/.test(inside)
  return forgotten && /^\(\p{Nd}|^\(\p{L}{3,9}\.? \p{Nd}/u.test(inside) ? `${text})` : text
}

/** The only date of the brackets at the end keeps what is said after it there: `24 Mar/online`. */
function printedOf(
  { from, to, precision, written, start }: WrittenDate,
  edge: { readonly printed: string; readonly dates: readonly WrittenDate[] } | undefined,
): PrintedDate {
  const only = edge?.dates.length === 1 && edge.dates[0]?.start === start
  return { printed: only ? edge.printed : written, start: from, end: to, precision }
}
