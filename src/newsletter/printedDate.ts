import { type Day, dayFrom, lastOfMonth, monthNames, monthNumber } from '../core/day.ts'
import type { Period } from '../core/period.ts'

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
  /** The text without the one date that stood at its edge. */
  readonly text: string
  /** That date, as typed; null where none stood at an edge. */
  readonly printed: string | null
  readonly form: DateForm
  /** First and last day over all dates of the text, those inside it too. */
  readonly start: Day | null
  readonly end: Day | null
  readonly precision: 'day' | 'month' | null
  readonly dates: readonly PrintedDate[]
}

const monthWord =
  '(?:January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?'
const dash = '\\s*(?:[-–—‑]|to)\\s*'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const year = '(?:,?\\s+\\d{4})?'
/** `6-9 Mar`, `28 Feb-3 Mar 2023`, `30 & 31 May`, `22 March`, `March 6-9, 2023`. */
const daySpan = `${day}(?:${dash}${day}|\\s*(?:&|and|,)\\s*${day}(?=\\s+${monthWord}))?(?:\\s+of)?\\s+${monthWord}${year}(?:${dash}${day}\\s+${monthWord}${year})?`
const monthFirst = `${monthWord}\\s+${day}(?:${dash}(?:${monthWord}\\s+)?${day})?${year}(?!\\d)`
const monthSpan = `${monthWord}${year}(?:${dash}${monthWord}${year})?`
const iso = '\\d{4}-\\d{2}-\\d{2}(?:\\s*(?:\\.\\.|to|/)\\s*\\d{4}-\\d{2}-\\d{2})?'
const precise = `(?:${daySpan}|${monthFirst}|${iso})`
const any = `(?:${precise}|${monthSpan})`

const bracketed = new RegExp(`\\(\\s*(${any})(?:\\s*[/,;]\\s*([^()]{1,40}))?\\s*\\)`, 'gi')
const atEnd = new RegExp(`\\s*\\(\\s*(${any})(?:\\s*[/,;]\\s*[^()]{1,40})?\\s*\\)\\s*\\.?\\s*$`, 'i')
const afterComma = new RegExp(
  `\\s*[,;]\\s*(?:on\\s+)?(${precise}|(?:${monthWord})${year.replace('?', '')})\\s*\\.?\\s*$`,
)
const leading = new RegExp(`^\\s*(?:on\\s+)?(${precise})\\s*[:,–—-]?\\s+(?=\\S)`)
const inline = new RegExp(`(?<![\\w/-])(${precise})(?![\\w/])`, 'g')

/**
 * The dates that an item prints, at its end in brackets or after a comma, before it, or inside. A date with no
 * year belongs to the year nearest to the period. What is no day of the calendar is left as text.
 */
export function readPrintedDates(typed: string, period: Period): PrintedDates {
  const whole = typed.trim()
  const edge = edgeOf(whole, period)
  const inside = innerDates(edge ? edge.text : whole, period)
  const dates = edge ? (edge.form === 'leading' ? [edge.date, ...inside] : [...inside, edge.date]) : inside
  const start = dates.map((date) => date.start).sort()[0] ?? null
  const end =
    dates
      .map((date) => date.end)
      .sort()
      .at(-1) ?? null
  return {
    text: edge ? edge.text : whole,
    printed: edge ? edge.date.printed : null,
    form: edge ? edge.form : inside.length > 0 ? 'inline' : 'none',
    start,
    end,
    precision:
      dates.length === 0 ? null : dates.every((date) => date.precision === 'month') ? 'month' : 'day',
    dates,
  }
}

interface Edge {
  readonly text: string
  readonly date: PrintedDate
  readonly form: 'parentheses' | 'comma' | 'leading'
}

function edgeOf(text: string, period: Period): Edge | undefined {
  for (const [pattern, form] of [
    [atEnd, 'parentheses'],
    [afterComma, 'comma'],
    [leading, 'leading'],
  ] as const) {
    const found = pattern.exec(text)
    const date = found?.[1] === undefined ? undefined : readDate(found[1], period)
    if (!found || !date) continue
    const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim()
    if (rest !== '') return { text: rest, date, form }
  }
  return undefined
}

/** Bracketed dates of any precision, and days that stand free. */
function innerDates(text: string, period: Period): readonly PrintedDate[] {
  const found: { at: number; date: PrintedDate }[] = []
  for (const match of text.matchAll(bracketed)) {
    const date = readDate(match[1] ?? '', period)
    if (date) found.push({ at: match.index, date })
  }
  const outside = text.replace(bracketed, (bracket) => ' '.repeat(bracket.length))
  for (const match of outside.matchAll(inline)) {
    const date = readDate(match[1] ?? '', period)
    // Free in a sentence only a capital month is one: "may" is a verb.
    if (date && !/\d\s+may\b/.test(match[0])) found.push({ at: match.index, date })
  }
  return found.sort((a, b) => a.at - b.at).map(({ date }) => date)
}

interface Numbers {
  readonly day: number | undefined
  readonly month: number
  readonly year: number | undefined
}

/** The days of one printed date; undefined when it is none of the calendar. */
function readDate(printed: string, period: Period): PrintedDate | undefined {
  const isoDays = [...printed.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)].map(([, y, m, d]) =>
    dayFrom(Number(y), Number(m), Number(d)),
  )
  if (isoDays.length > 0) {
    const start = isoDays[0]
    const end = isoDays.at(-1)
    return start && end && end >= start
      ? { printed: printed.trim(), start, end, precision: 'day' }
      : undefined
  }
  const ends = readEnds(printed)
  if (!ends) return undefined
  const [first, last] = ends
  const lastYear = last.year ?? first.year ?? nearestYear(last.month, period)
  const firstYear = first.year ?? (first.month > last.month ? lastYear - 1 : lastYear)
  if (first.day === undefined || last.day === undefined) {
    const start = dayFrom(firstYear, first.month, 1)
    return start
      ? { printed: printed.trim(), start, end: lastOfMonth(lastYear, last.month), precision: 'month' }
      : undefined
  }
  const start = dayFrom(firstYear, first.month, first.day)
  const end = dayFrom(lastYear, last.month, last.day)
  return start && end && end >= start ? { printed: printed.trim(), start, end, precision: 'day' } : undefined
}

/** First and last of the numbers in a printed date, the last's month lent to a first that names none. */
function readEnds(printed: string): readonly [Numbers, Numbers] | undefined {
  const tokens = [...printed.matchAll(/(\d{4})|(\d{1,2})(?:st|nd|rd|th)?|([A-Za-z]+)/g)]
  const days: number[] = []
  const months: number[] = []
  const years: { readonly year: number; readonly after: number }[] = []
  for (const [, yearText, dayText, word] of tokens) {
    if (yearText !== undefined) years.push({ year: Number(yearText), after: months.length })
    else if (dayText !== undefined) days.push(Number(dayText))
    else if (word !== undefined && !/^(to|of|and|st|nd|rd|th)$/i.test(word)) {
      const month = monthNumber(word)
      if (month === undefined) return undefined
      months.push(month)
    }
  }
  const [firstMonth] = months
  const lastMonth = months.at(-1)
  if (
    firstMonth === undefined ||
    lastMonth === undefined ||
    months.length > 2 ||
    days.length > 2 ||
    years.length > 2
  )
    return undefined
  const lastYear = years.at(-1)?.year
  const firstYear =
    years.length === 2
      ? years[0]?.year
      : years[0]?.after === 1 && months.length === 2
        ? years[0].year
        : undefined
  const first = { day: days[0], month: firstMonth, year: months.length === 1 ? lastYear : firstYear }
  return [first, { day: days.at(-1), month: lastMonth, year: lastYear }]
}

/** The year in which a month lies nearest to the middle of a period. */
function nearestYear(month: number, { from, to }: Period): number {
  const middle = (Date.parse(from) + Date.parse(to)) / 2
  const around = new Date(middle).getUTCFullYear()
  const far = (one: number) => Math.abs(Date.UTC(one, month - 1, 15) - middle)
  return [around - 1, around, around + 1].sort((a, b) => far(a) - far(b))[0] ?? around
}

/** A span of days as the newsletter prints it: `6-9 Mar`, `28 Feb-3 Mar`, `16 Mar`, `Apr`. */
export function printDate(start: Day, end: Day, precision: 'day' | 'month'): string {
  const [, startMonth = 1, startDay = 1] = start.split('-').map(Number)
  const [, endMonth = 1, endDay = 1] = end.split('-').map(Number)
  const short = (month: number) => monthNames[month - 1]?.slice(0, 3) ?? ''
  if (precision === 'month')
    return startMonth === endMonth ? short(startMonth) : `${short(startMonth)}-${short(endMonth)}`
  if (start === end) return `${startDay} ${short(startMonth)}`
  if (startMonth === endMonth) return `${startDay}-${endDay} ${short(endMonth)}`
  return `${startDay} ${short(startMonth)}-${endDay} ${short(endMonth)}`
}
