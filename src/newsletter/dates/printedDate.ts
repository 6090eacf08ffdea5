import type { Day } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { dayWords, loneMonth, monthWords, type PrintedDate, readDate } from './readDate.ts'

export type DateForm = 'parentheses' | 'comma' | 'leading' | 'inline' | 'none'

export interface PrintedDates {
  /** The text without what stood as a date at its edge. */
  readonly text: string
  /** What stood there, as typed: `6-9 Mar`, `24 Mar/online`; null where nothing did. */
  readonly printed: string | null
  readonly form: DateForm
  /** First and last day over all dates of the text, those inside it too. */
  readonly start: Day | null
  readonly end: Day | null
  readonly precision: 'day' | 'month' | null
  readonly dates: readonly PrintedDate[]
}

const anyWords = `(?:${dayWords}|${monthWords})`
/** `(24 Mar/online)`, `(22 March; 5 April)`: a date, and what is said after it. */
const bracket = `\\(\\s*(${anyWords}|\\d{1,2}(?:\\s*,\\s*${dayWords}))(\\s*[/,;&][^()]{1,60})?\\s*\\)`

const bracketed = new RegExp(bracket, 'gi')
const atEnd = new RegExp(`${bracket}\\s*\\.?\\s*$`, 'i')
const afterComma = new RegExp(`[,;]\\s*(?:on\\s+)?(${dayWords}|${loneMonth})\\s*\\.?\\s*$`)
const leading = new RegExp(`^(?:on\\s+)?(${dayWords})\\s*[:,–—-]?\\s+(?=\\S)`)
const inline = new RegExp(`(?<![\\w/-])(${dayWords})(?![\\w/])`, 'g')
/** `In February, …` opens a sentence with its month. */
const opening = new RegExp(
  `^(?:In|During|Throughout) (?:early |late |mid-)?(${loneMonth})(?=,| [\\p{L}])`,
  'u',
)

/**
 * The dates that an item prints, at its end in brackets or after a comma, before it, or inside. A date with no
 * year belongs to the year nearest to the period. What is no day of the calendar is left as text.
 */
export function readPrintedDates(typed: string, period: Period): PrintedDates {
  const whole = typed.trim()
  const edge = edgeOf(whole, period)
  const text = edge ? edge.text : whole
  const inside = innerDates(text, period)
  const found = edge
    ? edge.form === 'leading'
      ? [...edge.dates, ...inside]
      : [...inside, ...edge.dates]
    : inside
  const dates = found.length > 0 ? found : openingMonth(text, period)
  return {
    text,
    printed: edge ? edge.printed : null,
    form: edge ? edge.form : dates.length > 0 ? 'inline' : 'none',
    start: dates.map((date) => date.start).sort()[0] ?? null,
    end:
      dates
        .map((date) => date.end)
        .sort()
        .at(-1) ?? null,
    precision:
      dates.length === 0 ? null : dates.every((date) => date.precision === 'month') ? 'month' : 'day',
    dates,
  }
}

interface Edge {
  readonly text: string
  readonly printed: string
  readonly dates: readonly PrintedDate[]
  readonly form: 'parentheses' | 'comma' | 'leading'
}

function edgeOf(text: string, period: Period): Edge | undefined {
  for (const [pattern, form] of [
    [atEnd, 'parentheses'],
    [afterComma, 'comma'],
    [leading, 'leading'],
  ] as const) {
    const found = pattern.exec(text)
    const dates = found ? matchedDates(found, period) : []
    if (!found || dates.length === 0) continue
    const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim()
    const printed = form === 'parentheses' ? `${found[1]}${found[2] ?? ''}` : `${found[1]}`
    if (rest !== '') return { text: rest, printed: printed.trim(), dates, form }
  }
  return undefined
}

/** The date that a pattern found, and the dates in what is said after it in the same brackets. */
function matchedDates([, first = '', after = '']: readonly (string | undefined)[], period: Period) {
  const date = readDate(first, period)
  if (!date) return []
  const further = [...after.matchAll(new RegExp(`(?<![\\w-])${anyWords}(?![\\w-])`, 'g'))]
    .map(([words]) => readDate(words, period))
    .filter((one) => one !== undefined)
  return further.length > 0 ? [date, ...further] : [{ ...date, printed: `${first}${after}`.trim() }]
}

/** Bracketed dates of any precision, and days that stand free. */
function innerDates(text: string, period: Period): readonly PrintedDate[] {
  const found: { at: number; date: PrintedDate }[] = []
  const outside = text.replace(bracketed, (whole, first: string, after: string | undefined, at: number) => {
    const dates = matchedDates([whole, first, after], period)
    found.push(...dates.map((date) => ({ at, date })))
    return dates.length > 0 ? ' '.repeat(whole.length) : whole
  })
  for (const match of outside.matchAll(inline)) {
    const date = readDate(match[1] ?? '', period)
    if (date) found.push({ at: match.index, date })
  }
  return found.sort((a, b) => a.at - b.at).map(({ date }) => date)
}

function openingMonth(text: string, period: Period): readonly PrintedDate[] {
  const date = readDate(opening.exec(text)?.[1] ?? '', period)
  return date ? [date] : []
}
