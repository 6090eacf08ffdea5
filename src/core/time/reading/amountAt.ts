import type { Unit } from '../words/meanings.ts'
import { meaningsOf } from '../words/vocabulary.ts'
import type { Token } from './token.ts'
import { isGlued, isSign, type Match, type Tokenized } from './written.ts'

type Read = Pick<Tokenized, 'tokens'>

/** A length of time; a month has no length in days. */
export interface Amount {
  readonly months: number
  readonly days: number
  readonly minutes: number
}

const sizes: Readonly<Record<Unit, readonly ['months' | 'days' | 'minutes', number]>> = {
  minute: ['minutes', 1], hour: ['minutes', 60], day: ['days', 1], week: ['days', 7],
  month: ['months', 1], quarter: ['months', 3], year: ['months', 12],
} // biome-ignore format: a table

/** `2 hours`, `1h30m`, `1h30`, `an hour and a half`, `half a day`, `two weeks`, `1.5 h`. */
export function amountAt(reading: Read, at: number): Match<Amount> | undefined {
  const total = { months: 0, days: 0, minutes: 0 }
  let next = at
  let last: readonly ['months' | 'days' | 'minutes', number] | undefined
  for (let parts = 0; parts < 6; parts++) {
    const start = parts === 0 ? next : skipAnd(reading, next)
    const count = countAt(reading, start)
    if (!count) break
    const after = skipOf(reading, count.next)
    const found = meaningsOf(reading.tokens[after]?.text ?? '').unit
    // `1h½` and `an hour and a half`: a part of the unit before it.
    const isPart = (count.value === 0.5 && start > next) || fractionAt(reading.tokens, start) !== undefined
    const halved = !found && isPart && last !== undefined
    // The minutes of `1h30` need no unit, nor does the half of `two hours and a half`.
    const bare = !found && last?.[1] === 60 && start === next && isMinutes(reading.tokens[next], count.value)
    if (!found && !halved && !bare) break
    const size = bare ? (['minutes', 1] as const) : halved && last ? last : sizeOf(found)
    total[size[0]] += count.value * size[1]
    last = size
    next = found ? after + 1 : count.next
    if (bare) break
  }
  return last && { value: whole(total), next }
}

/** `30` of `1h30` and `2 heures 30`, `trente` of `deux heures trente`. */
function isMinutes(token: Token | undefined, value: number): boolean {
  if (token?.kind !== 'number') return value >= 10
  return isGlued(token) || token.text.length === 2
}

function sizeOf(
  found: readonly [Unit, number] | undefined,
): readonly ['months' | 'days' | 'minutes', number] {
  const [unit, count] = found ?? (['minute', 1] as const)
  return [sizes[unit][0], sizes[unit][1] * count]
}

function whole({ months, days, minutes }: { months: number; days: number; minutes: number }): Amount {
  const full = Math.floor(days)
  return { months, days: full, minutes: Math.round(minutes + (days - full) * 1440) }
}

/** `2`, `2.5`, `2½`, `1 1/2`, `two`, `a`, `half an`, `a couple of`. */
function countAt({ tokens }: Read, at: number): Match<number> | undefined {
  const token = tokens[at]
  const part = fractionAt(tokens, at)
  if (part) return part
  if (token?.kind === 'number') {
    const [sign, rest] = [tokens[at + 1], tokens[at + 2]]
    if (isSign(sign, '.', ',') && isGlued(sign) && isGlued(rest) && rest?.kind === 'number')
      return { value: Number(`${token.text}.${rest.text}`), next: at + 3 }
    const more = fractionAt(tokens, at + 1)
    return more ? { value: token.value + more.value, next: more.next } : { value: token.value, next: at + 1 }
  }
  // Arabic and Chinese say two hours or two days in one word.
  const { count, unit } = meaningsOf(token?.text ?? '')
  if (count === undefined) return unit && unit[1] === 2 ? { value: 1, next: at } : undefined
  const following = meaningsOf(tokens[at + 1]?.text ?? '')
  if (count === 0.5 && following.count === 1) return { value: 0.5, next: at + 2 }
  return following.count !== undefined && following.count !== 1 && count === 1
    ? { value: following.count, next: at + 2 }
    : { value: count, next: at + 1 }
}

const fractions: Readonly<Record<string, number>> = {
  '1⁄2': 1 / 2, '1⁄4': 1 / 4, '3⁄4': 3 / 4, '1⁄3': 1 / 3, '2⁄3': 2 / 3,
} // biome-ignore format: a table

/** `½`, `1/2`. */
function fractionAt(tokens: Read['tokens'], at: number): Match<number> | undefined {
  const [token, slash, below] = tokens.slice(at, at + 3)
  const sign = token?.kind === 'sign' ? fractions[token.text] : undefined
  if (sign !== undefined) return { value: sign, next: at + 1 }
  if (!isSign(slash, '/', '⁄') || !isGlued(slash) || !isGlued(below)) return undefined
  const value = fractions[`${token?.text}⁄${below?.text}`]
  return value === undefined ? undefined : { value, next: at + 3 }
}

function skipAnd({ tokens }: Read, at: number): number {
  const comma = isSign(tokens[at], ',') ? at + 1 : at
  return meaningsOf(tokens[comma]?.text ?? '').join === 'and' ? comma + 1 : comma
}

function skipOf({ tokens }: Read, at: number): number {
  return meaningsOf(tokens[at]?.text ?? '').of ? at + 1 : at
}
