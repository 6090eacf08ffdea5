import { meaningsOf } from '../../words/vocabulary.ts'
import { ofTwoDigits } from '../../words/year.ts'
import { type DateText, isGlued, isSign, type Match, type Tokenized, type WrittenPart } from '../written.ts'
import { romanDayAt } from './romanMonth.ts'

const separators = ['-', '/', '.'] as const

/** A date in numbers: `2026-12-12`, `12.12.2026`, `30/11/2026`, `2026-12`, `12/2026`, `20261212`, `16-18/11`. */
export function numbersAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const roman = romanDayAt(reading.tokens, at)
  if (roman) return { value: one(roman), next: at + 5 }
  return dayAt(reading, at) ?? spacedDayAt(reading, at) ?? daysAt(reading, at) ?? monthAt(reading, at)
}

/** `10/2026`: a month of a year, unless a third number follows. */
function monthAt({ tokens, firstYear, lastYear }: Tokenized, at: number): Match<DateText> | undefined {
  const [month, sign, year, after, then] = tokens.slice(at, at + 5)
  if (month?.kind !== 'number' || month.text.length > 2 || month.value < 1 || month.value > 12)
    return undefined
  if (!isSign(sign, '/') || !isGlued(sign) || !isGlued(year)) return undefined
  if (year?.kind !== 'number' || year.text.length !== 4 || year.value < firstYear || year.value > lastYear)
    return undefined
  const goesOn = isSign(after, '/', '.') && isGlued(after) && then?.kind === 'number' && isGlued(then)
  return goesOn ? undefined : { value: one({ year: year.value, month: month.value }), next: at + 3 }
}

/** `16-18/11/2026`, `16.-18.11.2026`, `16-18/11` and `16 to 18.11.2026`: two days of one month. */
function daysAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const { tokens } = reading
  const first = tokens[at]
  if (first?.kind !== 'number' || first.text.length > 2 || first.value < 1) return undefined
  const dash = at + (isSign(tokens[at + 1], '.') ? 2 : 1)
  const spoken = meaningsOf(tokens[dash]?.text ?? '').join === 'to'
  const found = spoken || isSign(tokens[dash], '-') ? dayAt(reading, dash + 1) : undefined
  const last = found && { ...found, value: dayBefore(found.value) }
  if (last?.value.kind !== 'calendar') return undefined
  const { last: part } = last.value
  // `5 to 10/12` are numbers of some kind.
  if (spoken && part.year === undefined) return undefined
  if (typeof part.day !== 'number' || part.day <= first.value) return undefined
  return { value: { kind: 'calendar', first: { ...part, day: first.value }, last: part }, next: last.next }
}

/** `3 - 5/11/2026`, `3-5/11`: behind a day of the same month the first number is a day too. */
function dayBefore(last: DateText): DateText {
  if (last.kind !== 'unclear') return last
  return one({ day: last.first, month: last.second, ...(last.year !== undefined && { year: last.year }) })
}

function dayAt({ tokens }: Tokenized, at: number): Match<DateText> | undefined {
  const first = tokens[at]
  if (first?.kind !== 'number') return undefined
  if (/^[12]\d{7}$/.test(first.text)) {
    const part = {
      year: Number(first.text.slice(0, 4)),
      month: Number(first.text.slice(4, 6)),
      day: Number(first.text.slice(6)),
    }
    return part.month > 12 ? undefined : { value: one(part), next: at + 1 }
  }
  const days = daysOfMonthAt(tokens, at)
  if (days) return days
  const sign = separators.find((candidate) => isSign(tokens[at + 1], candidate))
  const second = tokens[at + 2]
  if (sign === undefined || second?.kind !== 'number' || second.text.length > 2) return undefined
  if (!isGlued(tokens[at + 1]) || !isGlued(second)) return undefined
  const third =
    isSign(tokens[at + 3], sign) && isGlued(tokens[at + 3]) && isGlued(tokens[at + 4])
      ? tokens[at + 4]
      : undefined
  const year = third?.kind === 'number' ? third : undefined
  // `10-11-12 September` is a list of days.
  if (year && meaningsOf(tokens[at + 5]?.text ?? '').month !== undefined) return undefined
  if (first.text.length === 4)
    return yearFirst(
      { year: first.value, month: second.value, day: year?.value },
      { sign, isWhole: year !== undefined && year.text.length < 3 },
      at,
    )
  if (first.text.length > 2) return undefined
  const dotted = isSign(tokens[at + 3], '.') && isGlued(tokens[at + 3])
  return dayFirst({ first: first.value, second: second.value, year }, { sign, dotted }, at)
}

/** `9. 11. 2026`, and where a date is typed `9. 11.`. */
function spacedDayAt({ tokens, isTyped }: Tokenized, at: number): Match<DateText> | undefined {
  const [day, dot, month, end, year] = tokens.slice(at, at + 5)
  const points = [dot, end].every((sign) => isSign(sign, '.') && isGlued(sign))
  if (!points || day?.kind !== 'number' || month?.kind !== 'number') return undefined
  if (day.value < 1 || day.value > 31 || month.value < 1 || month.value > 12) return undefined
  const part = { month: month.value, day: day.value }
  if (year?.kind === 'number' && /^(?:19|20)\d\d$/.test(year.text))
    return { value: one({ ...part, year: year.value }), next: at + 5 }
  return isTyped ? { value: one(part), next: at + 4 } : undefined
}

/** Days of one month in numbers: `6-10/12/2021`, `6-10.12.2021`. */
function daysOfMonthAt(tokens: Tokenized['tokens'], at: number): Match<DateText> | undefined {
  const numbers = [0, 2, 4, 6].map((step) => tokens[at + step])
  const [from, to, month, year] = numbers.map((token) => (token?.kind === 'number' ? token.value : undefined))
  const sign = (['/', '.'] as const).find((one) => isSign(tokens[at + 3], one))
  const whole = [1, 2, 3, 4, 5, 6].every((step) => isGlued(tokens[at + step]))
  if (!whole || !isSign(tokens[at + 1], '-') || sign === undefined || !isSign(tokens[at + 5], sign))
    return undefined
  if (from === undefined || to === undefined || month === undefined || year === undefined) return undefined
  if (numbers[3]?.text.length !== 4 || month > 12 || from >= to || to > 31) return undefined
  return {
    value: { kind: 'calendar', first: { year, month, day: from }, last: { year, month, day: to } },
    next: at + 7,
  }
}

function yearFirst(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number | undefined },
  { sign, isWhole }: { readonly sign: string; readonly isWhole: boolean },
  at: number,
): Match<DateText> | undefined {
  if (year < 1000) return undefined
  if (isWhole) return { value: one({ year, month, day: day ?? 1 }), next: at + 5 }
  // `2026.12` is a number of some kind.
  return day === undefined && sign !== '.' ? { value: one({ year, month }), next: at + 3 } : undefined
}

interface NumbersTyped {
  readonly first: number
  readonly second: number
  readonly year: { readonly text: string; readonly value: number } | undefined
}

/** `dotted`: a full stop follows the second number. */
function dayFirst(
  { first, second, year }: NumbersTyped,
  { sign, dotted }: { readonly sign: string; readonly dotted: boolean },
  at: number,
): Match<DateText> | undefined {
  if (year && year.text.length !== 4 && year.text.length !== 2) return undefined
  // Two numbers alone are a date as `10/12` or `10.12.`; `10.30` is a time and `3-5` a span.
  if (!year && sign !== '/' && !(sign === '.' && dotted)) return undefined
  if (first > 31 || second > 31 || (first > 12 && second > 12)) return undefined
  const full = year && (year.text.length === 2 ? ofTwoDigits(year.value) : year.value)
  const next = at + (year ? 5 : dotted && sign === '.' ? 4 : 3)
  const named = full === undefined ? {} : { year: full }
  if (sign !== '.' && first <= 12 && second <= 12 && first !== second)
    return {
      value: {
        kind: 'unclear',
        first,
        second,
        ...named,
        written: [first, second, ...(year ? [year.text] : [])].join(sign),
      },
      next,
    }
  const turned = sign !== '.' && second > 12
  return { value: one({ month: turned ? first : second, day: turned ? second : first, ...named }), next }
}

/** One day, or one month. */
export function one(part: WrittenPart): DateText {
  return { kind: 'calendar', first: part, last: part }
}
