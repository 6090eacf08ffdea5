import { meaningsOf } from '../../words/vocabulary.ts'
import { yearAt } from '../../words/year.ts'
import type { Token } from '../token.ts'
import type { DateText, Match, Tokenized } from '../written.ts'
import { monthAt } from './monthAt.ts'
import { one } from './numbersAt.ts'

const small = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ')
const teens =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const days: ReadonlyMap<string, number> = new Map([
  ...[...small, ...teens].map((word, at) => [word, at + 1] as const),
  ['twentieth', 20],
  ['thirtieth', 30],
  ['primero', 1],
])
const tens: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
])
/** Those that stand before their month with no word between. */
const besideMonth = new Set(['premier', 'primero', 'первое', 'первого'])

/** `the first of December`, `le premier décembre`, `December the twenty-first`. */
export function dayInWordsAt(reading: Tokenized, at: number): Match<DateText> | undefined {
  const { tokens } = reading
  const month = monthAt(reading, at)
  if (month && !meaningsOf(tokens[month.next]?.text ?? '').the) return undefined
  const start = month ? month.next + 1 : meaningsOf(tokens[at]?.text ?? '').the ? at + 1 : at
  const day = ordinalDayAt(tokens, start)
  if (!day) return undefined
  const of = meaningsOf(tokens[day.next]?.text ?? '').of === true
  const behind =
    of || besideMonth.has(tokens[start]?.text ?? '')
      ? monthAt(reading, of ? day.next + 1 : day.next)
      : undefined
  const named = month ?? behind
  const end = month ? day.next : behind?.next
  // `In December the first workshop …` counts the workshops.
  if (!named || end === undefined || (month && isCounting(tokens[end]))) return undefined
  const year = yearAt(reading, end)
  const part = { month: named.value, day: day.day, ...(year && { year: year.value }) }
  return { value: one(part), next: year?.next ?? end }
}

/** Whether an ordinal counts the word that follows it. */
function isCounting(token: Token | undefined): boolean {
  const { on, in: within, from, join } = meaningsOf(token?.text ?? '')
  return token?.kind === 'word' && !on && !within && !from && join !== 'to'
}

/** A day of the month in words: `first`, `twenty-first`. */
function ordinalDayAt(
  tokens: readonly Token[],
  at: number,
): { readonly day: number; readonly next: number } | undefined {
  const word = tokens[at]?.text ?? ''
  const ten = tens.get(word)
  if (ten !== undefined) {
    const unit = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
    const day = ten + small.indexOf(tokens[unit]?.text ?? '') + 1
    return day > ten && day <= 31 ? { day, next: unit + 1 } : undefined
  }
  const day = besideMonth.has(word) ? 1 : days.get(word)
  return day === undefined ? undefined : { day, next: at + 1 }
}
