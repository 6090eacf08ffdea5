import { type Day, dayFrom, lastOfMonth, monthNumber } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'

export interface PrintedDate {
  /** As it was typed: `6-9 Mar`. */
  readonly printed: string
  readonly start: Day
  readonly end: Day
  /** `month`: the days are those of the whole month. */
  readonly precision: 'day' | 'month'
}

const month =
  '(?:January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?'
const dash = '\\s*(?:[-–—‑]|to)\\s*'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const year = '(?:,?\\s+\\d{4})?'
/** `6-9`, `30 & 31`, `5, 7 and 9`. */
const days = `${day}(?:${dash}${day}|(?:\\s*,\\s*${day}){0,4}\\s*,?\\s*(?:&|/|and)\\s*${day})?`
/** `6-9 Mar`, `28 Feb-3 Mar 2023`, `22 March`. */
const dayFirst = `${days}(?:\\s+of)?\\s+${month}${year}(?:${dash}${day}\\s+${month}${year})?`
/** `March 6-9, 2023`; what goes on as a number, as in `March 1.5 million`, is none. */
const monthFirst = `${month}\\s+${day}(?:${dash}(?:${month}\\s+)?${day})?${year}(?!\\d|[.,]\\d)`
const iso = '\\d{4}-\\d{2}-\\d{2}(?:\\s*(?:\\.\\.|to|/)\\s*\\d{4}-\\d{2}-\\d{2})?'

/** What looks like one or more days, as the source of a pattern without groups. */
export const dayWords = `(?:${dayFirst}|${monthFirst}|${iso})`
/** What looks like a month or a span of them. */
export const monthWords = `${month}${year}(?:${dash}${month}${year})?`
/** A month that says its year, or stands alone. */
export const loneMonth = `${month}(?:,?\\s+\\d{4})?`

interface Numbers {
  readonly day: number | undefined
  readonly month: number
  readonly year: number | undefined
}

/**
 * The days of one printed date; undefined when it is none of the calendar. With no year printed it is the one
 * nearest to the middle of the period.
 */
export function readDate(printed: string, period: Period): PrintedDate | undefined {
  const isoDays = [...printed.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)].map(([, y, m, d]) =>
    dayFrom(Number(y), Number(m), Number(d)),
  )
  if (isoDays.length > 0) return dated(printed, isoDays[0], isoDays.at(-1), 'day')
  const ends = readEnds(printed)
  if (!ends) return undefined
  const [first, last] = ends
  const turns = first.month > last.month ? 1 : 0
  const lastYear =
    last.year ?? (first.year === undefined ? nearestYear(last.month, period) : first.year + turns)
  const firstYear = first.year ?? lastYear - turns
  if (first.day === undefined || last.day === undefined) {
    return dated(printed, dayFrom(firstYear, first.month, 1), lastOfMonth(lastYear, last.month), 'month')
  }
  return dated(
    printed,
    dayFrom(firstYear, first.month, first.day),
    dayFrom(lastYear, last.month, last.day),
    'day',
  )
}

function dated(
  printed: string,
  start: Day | undefined,
  end: Day | undefined,
  precision: PrintedDate['precision'],
): PrintedDate | undefined {
  return start && end && end >= start ? { printed: printed.trim(), start, end, precision } : undefined
}

/** First and last of the numbers in a printed date, the last's month lent to a first that names none. */
function readEnds(printed: string): readonly [Numbers, Numbers] | undefined {
  const found: number[] = []
  const months: number[] = []
  const years: { readonly year: number; readonly after: number }[] = []
  for (const [, yearText, dayText, word] of printed.matchAll(
    /(\d{4})|(\d{1,2})(?:st|nd|rd|th)?|([A-Za-z]+)/g,
  )) {
    if (yearText !== undefined) years.push({ year: Number(yearText), after: months.length })
    else if (dayText !== undefined) found.push(Number(dayText))
    else if (word !== undefined && !/^(to|of|and)$/i.test(word)) {
      const number = monthNumber(word)
      if (number === undefined) return undefined
      months.push(number)
    }
  }
  const [firstMonth] = months
  const lastMonth = months.at(-1)
  if (firstMonth === undefined || lastMonth === undefined || months.length > 2 || years.length > 2)
    return undefined
  if (months.length === 2 && found.length > 2) return undefined
  const yearAfter = (count: number) => years.find(({ after }) => after === count)?.year
  const last = { day: found.at(-1), month: lastMonth, year: yearAfter(months.length) }
  return [{ day: found[0], month: firstMonth, year: months.length === 1 ? last.year : yearAfter(1) }, last]
}

/** The year in which a month lies nearest to the middle of a period. */
function nearestYear(month: number, { from, to }: Period): number {
  const middle = (Date.parse(from) + Date.parse(to)) / 2
  const around = new Date(middle).getUTCFullYear()
  const far = (one: number) => Math.abs(Date.UTC(one, month - 1, 15) - middle)
  return [around - 1, around, around + 1].sort((a, b) => far(a) - far(b))[0] ?? around
}
