import type { Token } from '../reading/token.ts'
import { isSign } from '../reading/written.ts'
import { meaningsOf } from '../words/vocabulary.ts'

/**
 * `(16/11)`, `(16.11.)`, `…, 3.11.`, `on 16/11` and `…, 16/11` at the end: two numbers alone, the greater one first, so that they
 * cannot be a fraction; the month first; or the same number twice.
 */
export function isBareDay(tokens: readonly Token[], at: number): boolean {
  const [day, sign, month] = tokens.slice(at, at + 3)
  const end = isSign(tokens[at + 3], '.') ? at + 4 : at + 3
  if (!isSign(sign, '/', '.')) return false
  const bracketed = isBracketed(tokens, at, end)
  const pointed = isPointed(tokens, at)
  const apart = isSetApart(tokens, at, end) || (pointed && isDone(tokens, at, end))
  if (!bracketed && !((sign?.text === '/' || pointed) && apart)) return false
  if (pointed && (day?.value ?? 0) > 0 && (day?.value ?? 32) < 32) return true
  const always = day?.value === 24 && month?.value === 7
  // `on 11/17` has its month first.
  const [first, second] = [day?.value ?? 0, month?.value ?? 0]
  return (
    ((first > 12 || second > 12) && first > 0 && second > 0 && !always) ||
    (bracketed && isEvenPair(tokens, [at, at + 3]))
  )
}

/** Two numbers alone are a date only if it lies in the period: `10/10` may also be ten out of ten. */
export function needsPeriod(
  tokens: readonly Token[],
  [at, next]: readonly [at: number, next: number],
): boolean {
  const pair = next === at + 3 && isSign(tokens[at + 1], '/')
  const bare = pair && !isBracketed(tokens, at, next)
  return (
    (isPointed(tokens, at) && next <= at + 4 && (tokens[at]?.value ?? 0) <= 12) ||
    isEvenPair(tokens, [at, next]) ||
    isPairOfDays(tokens, at, next) ||
    isDaysOfMonth(tokens, at, next) ||
    (bare && tokens[next - 1]?.text.length !== 4) ||
    (pair && isMonthFirst(tokens, at))
  )
}

/** `(11/16)`, which may also be so many of so many. */
function isMonthFirst(tokens: readonly Token[], at: number): boolean {
  const [month, , day] = tokens.slice(at, at + 3)
  return (month?.value ?? 0) <= 12 && (day?.value ?? 0) > 12 && day?.text.length !== 4
}

/** `3.11.`: a day and its month, each with its point, as no version and no section is written. */
function isPointed(tokens: readonly Token[], at: number): boolean {
  const [, first, month, last] = tokens.slice(at, at + 4)
  const value = month?.kind === 'number' ? month.value : 0
  return isSign(first, '.') && isSign(last, '.') && value > 0 && value <= 12
}

function isEvenPair(tokens: readonly Token[], [at, next]: readonly [at: number, next: number]): boolean {
  const [day, sign, month] = tokens.slice(at, at + 3)
  return next === at + 3 && isSign(sign, '/', '.') && (day?.value ?? 0) <= 12 && day?.value === month?.value
}

/** `16/11 - 18/11`, with a day that can be no month. */
function isPairOfDays(tokens: readonly Token[], start: number, next: number): boolean {
  const at = meaningsOf(tokens[start]?.text ?? '').from ? start + 1 : start
  const joined = isSign(tokens[at + 3], '-') || meaningsOf(tokens[at + 3]?.text ?? '').join === 'to'
  return (
    next === at + 7 &&
    joined &&
    isSign(tokens[at + 1], '/') &&
    isSign(tokens[at + 5], '/') &&
    [at, at + 4].some((day) => (tokens[day]?.value ?? 0) > 12)
  )
}

/** `9-13/11`: days of one month, where no sentence of scores stands. */
function isDaysOfMonth(tokens: readonly Token[], at: number, next: number): boolean {
  const [first, dash, last] = tokens.slice(at, at + 3)
  return (
    next === at + 5 &&
    isSign(dash, '-') &&
    isSign(tokens[at + 3], '/') &&
    (first?.value ?? 0) < (last?.value ?? 0)
  )
}

/** Days that are names of what happened on them, and what is always there. */
const names = new Set(['9/11', '7/7', '24/7'])

/**
 * `on 5/11`, `…, 5/11` at the end and `3/11-5/11`: numbers each of which may be the month, told as a date; one of the two
 * readings lies in the period, or it is left as text.
 */
export function isDayOfText(tokens: readonly Token[], at: number, next: number): boolean {
  const [day, sign, month] = tokens.slice(at, at + 3)
  if (!isSign(sign, '/') || names.has(`${day?.text}/${month?.text}`)) return false
  if (next === at + 7) return isSign(tokens[at + 3], '-') && isSign(tokens[at + 5], '/')
  return next === at + 3 && isSetApart(tokens, at, next) && tokens[next]?.text !== 'of'
}

/** `(18/11–20/11)`, `(16-18/11)` and `(13.-15.11.)`: days from one to another, and nothing else in the brackets; or two days with their months. */
export function isBareRange(tokens: readonly Token[], at: number, next: number): boolean {
  if (isPairOfDays(tokens, at, next) || isDaysOfMonth(tokens, at, next)) return true
  const inside = tokens.slice(at, next)
  const end = isSign(tokens[next], '.') ? next + 1 : next
  return (
    isBracketed(tokens, at, end) &&
    inside.some((token) => isSign(token, '-') || meaningsOf(token.text).join === 'to') &&
    inside.some((token) => isSign(token, '/', '.'))
  )
}

function isBracketed(tokens: readonly Token[], at: number, end: number): boolean {
  return isSign(tokens[at - 1], '(') && isSign(tokens[end], ')')
}

/** `published 16.11.`: at the end, behind what was done. */
function isDone(tokens: readonly Token[], at: number, end: number): boolean {
  return end >= tokens.length && /^(?:\p{Ll}{3,}ed|held)$/u.test(tokens[at - 1]?.text ?? '')
}

/** After `on`, or at the end after a comma or a dash. */
function isSetApart(tokens: readonly Token[], at: number, end: number): boolean {
  const before = tokens[at - 1]
  return (
    before?.text === 'on' ||
    (end >= tokens.length && isSign(before, ',', '-', ';') && tokens[at]?.spaced === true)
  )
}
