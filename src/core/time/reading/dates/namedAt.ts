import { meaningsOf } from '../../words/vocabulary.ts'
import { bareYearAt, ofTwoDigits, yearAt } from '../../words/year.ts'
import { type DateText, isGlued, isSign, type Match, type Tokenized, type WrittenPart } from '../written.ts'
import { type Days, daysAt } from './daysAt.ts'
import { monthAt, weekdayAt } from './monthAt.ts'
import { one } from './numbersAt.ts'

/** A date that names its month: `6-9 Mar`, `the 12th of December 2026`, `Nov. 5-6, 2026`, `16-Nov-2026`, `Nov-16-2026`, `11月3日`. */
export function namedAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  return dayFirst(reading, at) ?? monthFirst(reading, at)
}

function dayFirst(reading: Tokenized, at: number): Match<DateText> | undefined {
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
function yearAfter(reading: Tokenized, at: number, sign: string | undefined): Match<number> | undefined {
  const { tokens } = reading
  if (sign !== undefined && isSign(tokens[at], sign) && isGlued(tokens[at])) {
    const year = tokens[at + 1]
    if (year?.kind === 'number' && year.text.length === 2 && isGlued(year))
      return { value: ofTwoDigits(year.value), next: at + 2 }
    return yearAt(reading, at + 1)
  }
  return yearAt(reading, at) ?? bareYearAt(reading, at)
}

function monthFirst(reading: Tokenized, at: number): Match<DateText> | undefined {
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

function isFourDigits({ tokens }: Tokenized, at: number): boolean {
  return (tokens[at]?.text.length ?? 0) > 2
}

function spanned({ first, last, weekday }: Days, month: number, year: number | undefined): DateText {
  const named = year === undefined ? { month } : { month, year }
  return {
    kind: 'calendar',
    first: { ...named, day: first },
    last: { ...named, day: last },
    ...(weekday && { weekday }),
  }
}
