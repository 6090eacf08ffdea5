import { UserError } from '../errors.ts'
import { addDays, type Day, dayFrom, daysBetween, partsOf } from './day.ts'
import { isBareDay, isBareRange, isDayOfText, needsPeriod } from './found/bareNumbers.ts'
import { isBehindDay, isLoneMonth } from './found/loneMonth.ts'
import { isMentioned } from './found/mentioned.ts'
import type { Period } from './period.ts'
import { candidatesOf, nearestTo, refuseWeekday } from './reading/candidates.ts'
import { dateAt } from './reading/dates/dateAt.ts'
import { type Token, tokenize } from './reading/token.ts'
import { type DateText, isGlued, isSign, type Tokenized, type WrittenPart } from './reading/written.ts'
import { meaningsOf } from './words/vocabulary.ts'

/** A date that stands in a longer text. */
export interface WrittenDate {
  readonly from: Day
  readonly to: Day
  /** `month` where whole months are named. */
  readonly precision: 'day' | 'month'
  /** As it is written: `6-9 Mar`. */
  readonly written: string
  /** Where it begins and ends in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** Whether it dates something else than what is told: a resolution of that day, a mandate until then. */
  readonly mentioned: boolean
}

/**
 * The dates that a text names, in their order and in time that grows with its length. One with no year is the nearest
 * to the middle of the period. Words such as `yesterday` are read where `today` is given. What no calendar has, what
 * may be one of two days (save where one alone lies in the period and a year or brackets make it a date), a lone year and a lone weekday are left as text. What comes after `most` dates is not read.
 */
export function findDates(
  text: string,
  near: { readonly period: Period; readonly today?: Day; readonly most?: number },
): readonly WrittenDate[] {
  const tokens = tokenize(text)
  const reading: Tokenized = {
    tokens,
    firstYear: 1900,
    lastYear: 2099,
    ...(near.today !== undefined && { today: near.today }),
  }
  const found: WrittenDate[] = []
  let left = near.most ?? Number.POSITIVE_INFINITY
  for (let at = 0; at < tokens.length && left > 0; ) {
    const date = standsFree(tokens, at) ? dateAt(reading, at) : undefined
    const span =
      date && endsFree(tokens, date.next) && isDate(text, tokens, [at, date.next], date.value)
        ? spanOf(date.value, near.period)
        : undefined
    if (date) left--
    if (!date || !span || (needsPeriod(tokens, [at, date.next]) && !isWithin(span, near.period))) {
      at++
      continue
    }
    // `from 3 to 5 May` is the date without its first word.
    const first = meaningsOf(tokens[at]?.text ?? '').from ? at + 1 : at
    const [start, end] = [tokens[first]?.start ?? 0, tokens[date.next - 1]?.end ?? text.length]
    const mentioned = isMentioned(text, tokens, [at, date.next], span, near.period)
    found.push({
      ...span,
      written: text.slice(start, end),
      start,
      end,
      mentioned,
    })
    at = date.next
  }
  return found
}

/** A number that is part of an address, a symbol or a longer number is not a date. */
function standsFree(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (token?.kind === 'sign') return false
  if (!before || token?.spaced) return true
  // Chinese sets no blanks.
  if (/^\p{Script=Han}/u.test(before.text)) return true
  if (isSign(before, '-') && /^(?:mid|early|late)$/.test(tokens[at - 2]?.text ?? '')) return true
  return before.kind === 'sign' && !isSign(before, '/', '_', '@', '#', '=', '.', ':', '-', '%', '$', '€', '£')
}

function endsFree(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next]
  // Chinese sets no blanks.
  if (
    !after ||
    after.spaced ||
    [after, tokens[next - 1]].some((one) => /^\p{Script=Han}/u.test(one?.text ?? ''))
  )
    return true
  if (after.kind !== 'sign') return false
  return (
    !isSign(after, '_', '@', '=', '%') &&
    !(isSign(after, '/', '.', ':') && isGlued(tokens[next + 1]) && tokens[next + 1]?.kind === 'number')
  )
}

function isDate(
  text: string,
  tokens: readonly Token[],
  [at, next]: readonly [at: number, next: number],
  written: DateText,
): boolean {
  const token = tokens[at]
  const unclear = unclearEnds(written)?.[1]
  if (unclear) {
    const bracketed = isSign(tokens[at - 1], '(') && isSign(tokens[next], ')')
    return unclear.year !== undefined || bracketed || isDayOfText(tokens, at, next)
  }
  if (written.kind === 'fixed') {
    const { offset, step } = meaningsOf(token?.text ?? '')
    return offset !== undefined || step !== undefined
  }
  if (written.kind !== 'calendar') return false
  const { first, last } = written
  const year = first.year ?? last.year
  if (first.months === 12) return false
  // Two numbers alone are a ratio or a place in a list as easily as a date.
  const named = tokens.slice(at, at + 12).some(({ text: word }, index, words) => {
    // `تشرين الثاني` is one month in two words.
    const pair = `${word} ${words[index + 1]?.text ?? ''}`
    return [word, pair].some((name) => meaningsOf(name).month !== undefined) || word === '月' || word === 'q'
  })
  if (!named && year === undefined) return isBareDay(tokens, at) || isBareRange(tokens, at, next)
  if (hasDay(first)) return true
  return !isBehindDay(tokens, at) && (year !== undefined || isLoneMonth(text, tokens, at))
}

function isWithin(span: DateSpan, period: Period): boolean {
  return span.from >= period.from && span.to <= period.to
}

function hasDay(part: WrittenPart): boolean {
  return part.day !== undefined || part.nth !== undefined
}

type DateSpan = Pick<WrittenDate, 'from' | 'to' | 'precision'>

function spanOf(written: DateText, { from, to }: Period): DateSpan | undefined {
  const middle = addDays(from, Math.floor(daysBetween(from, to) / 2))
  const unclear = unclearEnds(written)
  if (unclear) return onlyWithin(unclear, { from, to })
  try {
    const span = nearestTo(middle, candidatesOf(written, middle))
    if (!span || span.to < span.from) return undefined
    refuseWeekday(span.from, written.kind === 'calendar' ? written.weekday : undefined)
    const whole = written.kind === 'calendar' ? !hasDay(written.first) : false
    return { ...span, precision: whole ? 'month' : 'day' }
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

type Unclear = DateText & { readonly kind: 'unclear' }

/** The first and the last of days that may be read in two ways; undefined for what is plain. */
function unclearEnds(written: DateText): readonly [Unclear, Unclear] | undefined {
  if (written.kind === 'unclear') return [written, written]
  if (written.kind !== 'range') return undefined
  const { first, last } = written
  return first.kind === 'unclear' && last.kind === 'unclear' ? [first, last] : undefined
}

/** `(02-11-2026)`, `(2/11)` and `3/11-5/11/2026` are the one of their two readings that lies in the period; undefined where both do, or neither. */
function onlyWithin([first, last]: readonly [Unclear, Unclear], { from, to }: Period): DateSpan | undefined {
  const year = last.year ?? first.year
  const years = year === undefined ? [...new Set([partsOf(from)[0], partsOf(to)[0]])] : [year]
  const readings = years.flatMap((one) => [
    [dayFrom(first.year ?? one, first.second, first.first), dayFrom(one, last.second, last.first)] as const,
    [dayFrom(first.year ?? one, first.first, first.second), dayFrom(one, last.first, last.second)] as const,
  ])
  const [only, ...others] = readings.flatMap(([start, end]) =>
    start && end && start >= from && end <= to && start <= end ? [{ from: start, to: end }] : [],
  )
  return only && others.length === 0 ? { ...only, precision: 'day' } : undefined
}
