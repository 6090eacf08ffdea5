import type { Token } from '../reading/token.ts'
import { isSign } from '../reading/written.ts'
import { meaningsOf } from '../words/vocabulary.ts'

/**
 * `(16/11)`, `(16.11.)`, `on 16/11` and `…, 16/11` at the end: two numbers alone, the greater one first, so that they
 * are no share of another; or the same one twice.
 */
export function isBareDay(tokens: readonly Token[], at: number): boolean {
  const [day, sign, month] = tokens.slice(at, at + 3)
  const end = isSign(tokens[at + 3], '.') ? at + 4 : at + 3
  if (!isSign(sign, '/', '.')) return false
  const bracketed = isBracketed(tokens, at, end)
  if (!bracketed && !(sign?.text === '/' && isSetApart(tokens, at, end))) return false
  const always = day?.value === 24 && month?.value === 7
  return (
    ((day?.value ?? 0) > 12 && (month?.value ?? 0) > 0 && !always) ||
    (bracketed && isEvenPair(tokens, [at, at + 3]))
  )
}

/** What is two numbers and no more says a date by lying in the period alone: `10/10` is all of ten as well. */
export function needsPeriod(
  tokens: readonly Token[],
  [at, next]: readonly [at: number, next: number],
): boolean {
  const bare = next === at + 3 && isSign(tokens[at + 1], '/') && !isBracketed(tokens, at, next)
  return isEvenPair(tokens, [at, next]) || (bare && tokens[next - 1]?.text.length !== 4)
}

function isEvenPair(tokens: readonly Token[], [at, next]: readonly [at: number, next: number]): boolean {
  const [day, sign, month] = tokens.slice(at, at + 3)
  return next === at + 3 && isSign(sign, '/', '.') && (day?.value ?? 0) <= 12 && day?.value === month?.value
}

/** `(18/11–20/11)`, `(16-18/11)` and `(13.-15.11.)`: days from one to another, and nothing else in the brackets. */
export function isBareRange(tokens: readonly Token[], at: number, next: number): boolean {
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

/** Behind `on`, or behind a comma or a dash at the end. */
function isSetApart(tokens: readonly Token[], at: number, end: number): boolean {
  const before = tokens[at - 1]
  return (
    before?.text === 'on' ||
    (end >= tokens.length && isSign(before, ',', '-', ';') && tokens[at]?.spaced === true)
  )
}
