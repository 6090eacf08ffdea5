import { meaningsOf } from '../../words/vocabulary.ts'
import { yearAt } from '../../words/year.ts'
import { type DateText, isGlued, isSign, type Match, type Tokenized, type WrittenPart } from '../written.ts'
import { monthAt, weekdayAt, workdayAt } from './monthAt.ts'
import { one } from './numbersAt.ts'

/** Quarters, halves and years: `Q4 2022`, `2022 Q4`, `4th quarter of 2022`, `H1 2026`, `2022`. */
export function spansAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const early = yearAt(reading, at, false)
  const glue =
    early && isSign(reading.tokens[early.next], '-') && isGlued(reading.tokens[early.next])
      ? early.next + 1
      : early?.next
  const half = halfOfMonthAt(reading, at)
  if (half) return half
  const part = partAt(reading, glue ?? at)
  if (part) {
    const year = early ?? yearAt(reading, part.next)
    return {
      value: one({ ...part.value, ...(year && { year: year.value }) }),
      next: Math.max(part.next, year?.next ?? 0),
    }
  }
  return early && { value: one({ year: early.value, month: 1, months: 12 }), next: early.next }
}

/** `the second half of January 2027`. */
function halfOfMonthAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const meaning = (place: number) => meaningsOf(reading.tokens[place]?.text ?? '')
  const start = meaning(at).the ? at + 1 : at
  const { nth } = meaning(start)
  if ((nth !== 1 && nth !== 2) || reading.tokens[start + 1]?.text !== 'half' || !meaning(start + 2).of)
    return undefined
  const month = monthAt(reading, start + 3)
  if (!month) return undefined
  const year = yearAt(reading, month.next)
  const named = { month: month.value, ...(year && { year: year.value }) }
  const days = nth === 1 ? ([1, 15] as const) : ([16, 'last'] as const)
  return {
    value: { kind: 'calendar', first: { ...named, day: days[0] }, last: { ...named, day: days[1] } },
    next: year?.next ?? month.next,
  }
}

function partAt({ tokens }: Tokenized, at: number): Match<WrittenPart> | undefined {
  const [token, after] = [tokens[at], tokens[at + 1]]
  if ((token?.text === 'q' || token?.text === 'h') && after?.kind === 'number' && isGlued(after)) {
    const months = token.text === 'q' ? 3 : 6
    if (after.text.length === 1 && after.value >= 1 && after.value <= 12 / months)
      return { value: { month: (after.value - 1) * months + 1, months }, next: at + 2 }
  }
  const start = meaningsOf(token?.text ?? '').the ? at + 1 : at
  const word = meaningsOf(tokens[start]?.text ?? '')
  const counted =
    tokens[start]?.kind === 'number' && isGlued(tokens[start + 1])
      ? { nth: tokens[start]?.value, next: start + 2 }
      : { nth: word.nth, next: start + 1 }
  const quarter = meaningsOf(tokens[counted.next]?.text ?? '').unit?.[0] === 'quarter'
  if (!quarter || counted.nth === undefined || counted.nth < 1 || counted.nth > 4) return undefined
  return { value: { month: counted.nth * 3 - 2, months: 3 }, next: counted.next + 1 }
}

/** Days told by their place in a month: `end of March`, `first Monday of December 2026`. */
export function placeAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const { tokens } = reading
  const start = meaningsOf(tokens[at]?.text ?? '').the ? at + 1 : at
  const { edge } = meaningsOf(tokens[start]?.text ?? '')
  const { weekday, count } = countedDayAt(reading, start) ?? {}
  let next = weekday?.next ?? start + 1
  if (edge === undefined && !weekday) return undefined
  const glued = next
  while (meaningsOf(tokens[next]?.text ?? '').of || meaningsOf(tokens[next]?.text ?? '').in) next++
  const month = monthAt(reading, next)
  const year = month ? yearAt(reading, month.next) : edge && next >= glued ? yearAt(reading, next) : undefined
  if (!month && !year) return undefined
  const named = { month: month?.value ?? (edge === 'start' ? 1 : 12), ...(year && { year: year.value }) }
  const place =
    weekday && count !== undefined
      ? { nth: { weekday: weekday.value, count } }
      : { day: edge === 'start' ? 1 : ('last' as const) }
  return { value: one({ ...named, ...place }), next: year?.next ?? month?.next ?? next }
}

export interface CountedDay {
  /** 1 is Monday; any working day has a number of its own. */
  readonly weekday: Match<number>
  /** The last one is -1. */
  readonly count: number
}

/** `second Tuesday`, `2nd Tuesday`, `last working day`: the weekday and which of them it is. */
export function countedDayAt(reading: Tokenized, at: number): CountedDay | undefined {
  const { tokens } = reading
  const isNumber =
    tokens[at]?.kind === 'number' &&
    isGlued(tokens[at + 1]) &&
    /^(st|nd|rd|th)$/.test(tokens[at + 1]?.text ?? '')
  const count = isNumber ? tokens[at]?.value : meaningsOf(tokens[at]?.text ?? '').nth
  const behind = at + (isNumber ? 2 : 1)
  const weekday = count === undefined ? undefined : (workdayAt(reading, behind) ?? weekdayAt(reading, behind))
  return weekday && count !== undefined ? { weekday, count } : undefined
}
