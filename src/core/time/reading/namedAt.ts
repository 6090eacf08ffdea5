import { anyWorkday } from '../words/spans.ts'
import { meaningsOf } from '../words/vocabulary.ts'
import { bareYearAt, ofTwoDigits, yearAt } from '../words/year.ts'
import { one } from './numbersAt.ts'
import { type Found, isGlued, isSign, type Reading, type Written, type WrittenPart } from './written.ts'

/** `november`, `nov.`, `تشرين الثاني`, `11月`. */
function singleMonthAt({ tokens }: Pick<Reading, 'tokens'>, at: number): Found<number> | undefined {
  const [token, after] = [tokens[at], tokens[at + 1]]
  if (token?.kind === 'number' && token.text.length < 3 && after?.text === '月')
    return token.value >= 1 && token.value <= 12 ? { value: token.value, next: at + 2 } : undefined
  if (token?.kind !== 'word') return undefined
  const pair = after?.kind === 'word' ? meaningsOf(`${token.text} ${after.text}`).month : undefined
  if (pair !== undefined) return { value: pair, next: at + 2 }
  const month = meaningsOf(token.text).month
  if (month === undefined) return undefined
  return { value: month, next: isSign(after, '.') && isGlued(after) ? at + 2 : at + 1 }
}

/** A month by both of its Arabic names: `أيلول/سبتمبر`, `تشرين الأول/أكتوبر`. */
export function monthAt(reading: Pick<Reading, 'tokens'>, at: number): Found<number> | undefined {
  const month = singleMonthAt(reading, at)
  const slash = month && isSign(reading.tokens[month.next], '/')
  const again = slash ? singleMonthAt(reading, month.next + 1) : undefined
  return again?.value === month?.value ? (again ?? month) : month
}

/** A weekday beside a date, with the sign after it: `Mon.`, `lundi,`. */
export function weekdayAt({ tokens }: Reading, at: number): Found<number> | undefined {
  const weekday = tokens[at]?.kind === 'word' ? meaningsOf(tokens[at]?.text ?? '').weekday : undefined
  if (weekday === undefined) return undefined
  return { value: weekday, next: isSign(tokens[at + 1], '.', ',') ? at + 2 : at + 1 }
}

/** `working day`, `business day` and `weekday`, behind a count. */
export function workdayAt({ tokens }: Pick<Reading, 'tokens'>, at: number): Found<number> | undefined {
  const [word, day] = [tokens[at]?.text, tokens[at + 1]?.text]
  if (word === 'weekday' || word === 'workday') return { value: anyWorkday, next: at + 1 }
  const isPair = (word === 'working' || word === 'business') && day === 'day'
  return isPair ? { value: anyWorkday, next: at + 2 } : undefined
}

interface Ordinal {
  readonly day: number
  /** Whether it stands as `12th`. */
  readonly counted: boolean
}

const endings = new Set(['st', 'nd', 'rd', 'th', 'er', 'o', 'a', 'º', 'ª', 'го', 'е', '日', '号', 'e'])

/** `12`, `12th`, `1er`, `3日`; not the hour of a time of day. */
export function dateAt({ tokens }: Reading, at: number): Found<Ordinal> | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.text.length > 2 || token.value < 1 || token.value > 31)
    return undefined
  const after = tokens[at + 1]
  const glued = isGlued(after)
  if (glued && after?.kind === 'word' && endings.has(after.text))
    return { value: { day: token.value, counted: true }, next: at + 2 }
  if (glued && isSign(after, '-') && tokens[at + 2]?.text === 'го')
    return { value: { day: token.value, counted: true }, next: at + 3 }
  const fraction =
    glued && isSign(after, ':', '.') && isGlued(tokens[at + 2]) && tokens[at + 2]?.kind === 'number'
  const month = glued && after?.text === '月'
  if (fraction || month || isHour(tokens, at + 1)) return undefined
  return { value: { day: token.value, counted: false }, next: at + 1 }
}

function isHour(tokens: Reading['tokens'], at: number): boolean {
  const { half, clockWord, month, dayWord } = meaningsOf(tokens[at]?.text ?? '')
  // `10 a.m.` is an hour too.
  const dotted = /^[ap]$/.test(tokens[at]?.text ?? '') && isSign(tokens[at + 1], '.')
  return (
    half !== undefined ||
    (dotted && tokens[at + 2]?.text === 'm') ||
    (clockWord === true && month === undefined && !dayWord)
  )
}

interface Days {
  readonly first: number
  readonly last: number
  readonly weekday?: number
  readonly counted: boolean
}

/** One day or several of a month: `6`, `6-9`, `30 & 31`, `5, 7 and 9`, `3 to 5`, `16. bis 18.`. */
function daysAt(reading: Reading, at: number): Found<Days> | undefined {
  const { tokens } = reading
  const start = dayAt(reading, at)
  if (!start) return undefined
  let { next } = start
  let last = start.value.day
  let counted = start.value.counted
  for (let more = 0; more < 12; more++) {
    const dotted = isSign(tokens[next], '.') && isGlued(tokens[next])
    const joined = joinAt(tokens, dotted ? next + 1 : next)
    const day = joined === undefined ? undefined : dayAt(reading, joined)
    // A full stop after one day is a count's, as `16.`, where a dash follows or the other day has one too.
    if (day && dotted && !isSign(tokens[next + 1], '-') && !isSign(tokens[day.next], '.')) break
    // A list goes upwards; `9, 5 Nov` are two things.
    if (!day || (isSign(tokens[next], ',') && day.value.day <= last)) break
    counted ||= day.value.counted
    last = day.value.day
    next = day.next
  }
  return {
    value: {
      first: start.value.day,
      last,
      counted,
      ...(start.value.weekday && next === start.next && { weekday: start.value.weekday }),
    },
    next,
  }
}

function dayAt(reading: Reading, at: number): Found<Ordinal & { readonly weekday?: number }> | undefined {
  const weekday = weekdayAt(reading, at)
  let next = weekday?.next ?? at
  if (meaningsOf(reading.tokens[next]?.text ?? '').the) next++
  const day = dateAt(reading, next)
  return day && { value: { ...day.value, ...(weekday && { weekday: weekday.value }) }, next: day.next }
}

/** Where to go on after what joins two days: a sign, a word, or a comma and a word. */
export function joinAt(tokens: Reading['tokens'], at: number): number | undefined {
  const token = tokens[at]
  if (isSign(token, '-', '/', '&', '+')) return at + 1
  const comma = isSign(token, ',') ? 1 : 0
  if (meaningsOf(tokens[at + comma]?.text ?? '').join !== undefined) return at + comma + 1
  return comma === 1 ? at + 1 : undefined
}

/** A date that names its month: `6-9 Mar`, `the 12th of December 2026`, `Nov. 5-6, 2026`, `16-Nov-2026`, `Nov-16-2026`, `11月3日`. */
export function namedAt(reading: Reading, at: number): Found<Written> | undefined {
  return dayFirst(reading, at) ?? monthFirst(reading, at)
}

function dayFirst(reading: Reading, at: number): Found<Written> | undefined {
  const { tokens } = reading
  const start = meaningsOf(tokens[at]?.text ?? '').from ? at + 1 : at
  const days = daysAt(reading, start)
  if (!days) return undefined
  let next = days.next
  const sign = isSign(tokens[next], '-', '/', '.') ? tokens[next] : undefined
  if (sign) next++
  else while (meaningsOf(tokens[next]?.text ?? '').of) next++
  const month = monthAt(reading, next)
  if (!month) return undefined
  const year = yearAfter(reading, month.next, sign?.text)
  return { value: spanned(days.value, month.value, year?.value), next: year?.next ?? month.next }
}

/** The year after a month, which `16-Nov-26` writes in two digits. */
function yearAfter(reading: Reading, at: number, sign: string | undefined): Found<number> | undefined {
  const { tokens } = reading
  if (sign !== undefined && isSign(tokens[at], sign) && isGlued(tokens[at])) {
    const year = tokens[at + 1]
    if (year?.kind === 'number' && year.text.length === 2 && isGlued(year))
      return { value: ofTwoDigits(year.value), next: at + 2 }
    return yearAt(reading, at + 1)
  }
  return yearAt(reading, at) ?? bareYearAt(reading, at)
}

function monthFirst(reading: Reading, at: number): Found<Written> | undefined {
  const { tokens } = reading
  const beside = weekdayAt(reading, at)
  const early = tokens[at]?.text.length === 4 ? yearAt(reading, at, false) : undefined
  const month = monthAt(reading, early?.next ?? beside?.next ?? at)
  if (!month) return undefined
  const sign =
    isSign(tokens[month.next], '-', '/') && isGlued(tokens[month.next]) ? tokens[month.next] : undefined
  const glue = sign || meaningsOf(tokens[month.next]?.text ?? '').the ? month.next + 1 : month.next
  const days = daysAt(reading, glue)
  if (days && tokens[days.next - 1]?.kind !== 'sign' && !isFourDigits(reading, glue)) {
    const year = early ? undefined : yearAfter(reading, days.next, sign?.text)
    const spoken = { ...days.value, ...(beside && { weekday: beside.value }) }
    return { value: spanned(spoken, month.value, early?.value ?? year?.value), next: year?.next ?? days.next }
  }
  if (beside) return undefined
  const year = early ?? yearAt(reading, month.next)
  const part: WrittenPart = { month: month.value, ...(year && { year: year.value }) }
  return { value: one(part), next: Math.max(year?.next ?? 0, month.next) }
}

function isFourDigits({ tokens }: Reading, at: number): boolean {
  return (tokens[at]?.text.length ?? 0) > 2
}

function spanned({ first, last, weekday }: Days, month: number, year: number | undefined): Written {
  const named = year === undefined ? { month } : { month, year }
  return {
    kind: 'calendar',
    first: { ...named, day: first },
    last: { ...named, day: last },
    ...(weekday && { weekday }),
  }
}
