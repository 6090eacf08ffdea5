import { meaningsOf } from '../words/vocabulary.ts'
import { type Amount, amountAt } from './amountAt.ts'
import type { Token } from './token.ts'
import type { Match, Tokenized } from './written.ts'

interface LengthFromNow {
  readonly amount: Amount
  readonly sign: 1 | -1
  /** `an hour later`: counted from what is moved, where something is. */
  readonly fromBase: boolean
}

/** `in 2 hours`, `an hour ago`, and `2h` where it is all that is written. */
export function lengthAt(reading: Tokenized, at: number): Match<LengthFromNow> | undefined {
  const { tokens } = reading
  const ahead = meaningsOf(tokens[at]?.text ?? '').in === true
  const amount = amountAt(reading, ahead ? at + 1 : at)
  if (!amount) return undefined
  const [after, last] = [tokens[amount.next]?.text, tokens[amount.next + 1]?.text]
  const fromBase = after === 'later' || after === 'earlier' || after === '后'
  const end = after === 'ago' || fromBase ? 1 : after === 'from' && last === 'now' ? 2 : 0
  // Days are a length only where they are all that is said of what is moved; elsewhere `a week later` is a date.
  const moves = reading.isMoved === true && fromBase && amount.next + 1 === tokens.length
  if (amount.value.minutes === 0 && !moves) return undefined
  const whole = at === 0 && amount.next === tokens.length && isLength(tokens)
  if (!ahead && end === 0 && !whole) return undefined
  return {
    value: { amount: amount.value, sign: after === 'ago' || after === 'earlier' ? -1 : 1, fromBase },
    next: amount.next + (after === 'time' && ahead ? 1 : end),
  }
}

/** `14h30`, `15h` and `9 h` are hours of the day; `2h`, `1h30` and `90m` are lengths. */
function isLength(tokens: readonly Token[]): boolean {
  const [number, unit] = tokens
  return unit?.text !== 'h' || number?.kind !== 'number' || number.value < 7
}
