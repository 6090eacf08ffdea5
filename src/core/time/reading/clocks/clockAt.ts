import { UserError } from '../../../errors.ts'
import { meaningsOf } from '../../words/vocabulary.ts'
import { joinAt } from '../dates/daysAt.ts'
import type { Token } from '../token.ts'
import { isGlued, isSign, type Match } from '../written.ts'
import { minutesBesideHourAt } from './minutesBesideHour.ts'

/** A time of day as it is written. */
export interface Clock {
  /** 0 to 23. */
  readonly hour: number
  readonly minute: number
  readonly half?: 'a' | 'p'
  /** Nothing but the number of the hour is written, as in `at 3`. */
  readonly bare: boolean
  /** Whether it is written as on a clock of 24 hours: `03:00`, `15h`, `noon`. */
  readonly exact: boolean
}

export interface Clocks {
  readonly from: Clock
  /** Where an end is written too: `14:30-16:00`. */
  readonly until?: Clock
}

/**
 * A time of day, or two with a dash or a word between them. A lone number is one only where `bare` says so. Raises
 * `UserError` for what no clock shows.
 */
export function clocksAt(tokens: readonly Token[], at: number, bare: boolean): Match<Clocks> | undefined {
  const first = clockAt(tokens, at, true)
  if (!first) return undefined
  const joined = isSign(tokens[first.next], ',', '/', '&', '+') ? undefined : joinAt(tokens, first.next)
  const last =
    joined === undefined || meaningsOf(tokens[first.next]?.text ?? '').join === 'and'
      ? undefined
      : clockAt(tokens, joined, true)
  if (last && (bare || !first.value.bare || !last.value.bare)) {
    return { value: { from: alike(first.value, last.value), until: last.value }, next: last.next }
  }
  return first.value.bare && !bare ? undefined : { value: { from: first.value }, next: first.next }
}

/** `9-10:30am`: the half of the day written last is meant for both, save where that would turn them round. */
function alike(from: Clock, until: Clock): Clock {
  if (from.half !== undefined || until.half === undefined || from.hour > 12) return from
  const same = halved(from.hour, until.half)
  if (same * 60 + from.minute < until.hour * 60 + until.minute)
    return { ...from, hour: same, half: until.half }
  return { ...from, hour: halved(from.hour, 'a'), half: 'a' }
}

function halved(hour: number, half: 'a' | 'p'): number {
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

function clockAt(tokens: readonly Token[], at: number, bare: boolean): Match<Clock> | undefined {
  // `12 noon` says it twice.
  const twelve = tokens[at]?.value === 12 && meaningsOf(tokens[at + 1]?.text ?? '').hour !== undefined
  if (twelve) return clockAt(tokens, at + 1, bare)
  const token = tokens[at]
  const { hour } = meaningsOf(token?.text ?? '')
  if (hour !== undefined && token?.kind === 'word')
    return { value: { hour, minute: 0, bare: false, exact: true }, next: at + 1 }
  return pastAt(tokens, at) ?? digitsAt(tokens, at) ?? (bare ? bareAt(tokens, at) : undefined)
}

/** `half past nine`, `quarter to 5`, `ten past 3`. */
export function pastAt(tokens: readonly Token[], at: number): Match<Clock> | undefined {
  const start = tokens[at]?.text === 'a' ? at + 1 : at
  const quarters = { half: 30, quarter: 15 }[tokens[start]?.text ?? '']
  const found =
    quarters === undefined ? minutesBesideHourAt(tokens, at) : { value: quarters, next: start + 1 }
  const side = tokens[found?.next ?? at]?.text
  if (!found || (side !== 'past' && side !== 'to')) return undefined
  const token = tokens[found.next + 1]
  const hour = token?.kind === 'number' ? token.value : meaningsOf(token?.text ?? '').count
  if (hour === undefined || hour < 1 || hour > 23) return undefined
  const minutes = hour * 60 + (side === 'to' ? -found.value : found.value)
  return withHalf(
    tokens,
    found.next + 2,
    { hour: Math.floor(minutes / 60), minute: minutes % 60, bare: false, exact: false },
    token?.text ?? '',
  )
}

function digitsAt(tokens: readonly Token[], at: number): Match<Clock> | undefined {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.text.length > 4) return undefined
  const sign = tokens[at + 1]
  if (token.text.length > 2) return compactAt(tokens, at)
  const minutes = tokens[at + 2]
  const parts =
    minutes?.kind === 'number' &&
    (sign?.text === 'h' || (isSign(sign, ':', '.') && isGlued(sign) && isGlued(minutes)))
  if (
    parts &&
    minutes.text.length === 2 &&
    !(isSign(sign, '.') && isSign(tokens[at + 3], '.') && tokens[at + 4]?.kind === 'number')
  ) {
    let next = at + 3
    if (isSign(tokens[next], ':') && isGlued(tokens[next]) && tokens[next + 1]?.text.length === 2) next += 2
    if (
      isSign(tokens[next], '.') &&
      isGlued(tokens[next]) &&
      isGlued(tokens[next + 1]) &&
      tokens[next + 1]?.kind === 'number'
    )
      next += 2
    if (meaningsOf(tokens[next]?.text ?? '').clockWord && sign?.text !== 'h') next++
    const written = `${token.text}${sign?.text}${minutes.text}`
    const exact = token.text.startsWith('0') || token.value > 12
    return withHalf(tokens, next, { hour: token.value, minute: minutes.value, bare: false, exact }, written)
  }
  const word = meaningsOf(sign?.text ?? '')
  if (word.clockWord) {
    const half = tokens[at + 2]?.text === '半'
    const number =
      tokens[at + 2]?.kind === 'number' && /^[点时]$/.test(sign?.text ?? '') ? tokens[at + 2] : undefined
    const next = at + 2 + (half || number ? 1 : 0) + (number && tokens[at + 3]?.text === '分' ? 1 : 0)
    return withHalf(
      tokens,
      next,
      {
        hour: token.value,
        minute: half ? 30 : (number?.value ?? 0),
        bare: false,
        exact: token.value > 12 || token.text.startsWith('0'),
      },
      token.text,
    )
  }
  return (
    halfAt(tokens, at + 1) &&
    withHalf(tokens, at + 1, { hour: token.value, minute: 0, bare: false, exact: false }, token.text)
  )
}

/** `1430`, `930am`, `1430hrs`. */
function compactAt(tokens: readonly Token[], at: number): Match<Clock> | undefined {
  const text = tokens[at]?.text ?? ''
  const [hour, minute] = [Number(text.slice(0, -2)), Number(text.slice(-2))]
  const word = meaningsOf(tokens[at + 1]?.text ?? '').clockWord
  const half = halfAt(tokens, at + 1)
  if (!half && !word && text.length < 4) return undefined
  if (hour > 23 || minute > 59) return undefined
  const next = word && !half ? at + 2 : at + 1
  return withHalf(tokens, next, { hour, minute, bare: false, exact: !half }, text)
}

function bareAt(tokens: readonly Token[], at: number): Match<Clock> | undefined {
  const token = tokens[at]
  const value = token?.kind === 'number' ? token.value : undefined
  if (value === undefined || value > 23 || (token?.text.length ?? 0) > 2) return undefined
  if (isSign(tokens[at + 1], '/') || (isSign(tokens[at + 1], ':') && isGlued(tokens[at + 1])))
    return undefined
  const exact = value > 12 || value === 0 || token?.text.startsWith('0') === true
  return { value: { hour: value, minute: 0, bare: true, exact }, next: at + 1 }
}

/** `am`, `a.m.`, `p. m.`; where it ends. */
function halfAt(tokens: readonly Token[], at: number): Match<'a' | 'p'> | undefined {
  const token = tokens[at]
  const half = meaningsOf(token?.text ?? '').half
  if (half)
    return { value: half, next: isSign(tokens[at + 1], '.') && isGlued(tokens[at + 1]) ? at + 2 : at + 1 }
  if (token?.text !== 'a' && token?.text !== 'p') return undefined
  // `3p`, glued to its hour.
  if (isGlued(token) && !isSign(tokens[at + 1], '.')) return { value: token.text, next: at + 1 }
  if (!isSign(tokens[at + 1], '.') || tokens[at + 2]?.text !== 'm') return undefined
  return { value: token.text, next: isSign(tokens[at + 3], '.') ? at + 4 : at + 3 }
}

/** A time of day with the half of the day that is written behind it. Raises `UserError` for what no clock shows. */
export function withHalf(tokens: readonly Token[], at: number, clock: Clock, written: string): Match<Clock> {
  const half = halfAt(tokens, at)
  if (half && (clock.hour < 1 || clock.hour > 12))
    throw new UserError(`There is no ${written}${half.value}m on the clock.`)
  if (clock.hour > 23 || clock.minute > 59) throw new UserError(`There is no ${written} on the clock.`)
  if (!half) return { value: clock, next: at }
  return {
    value: { ...clock, hour: halved(clock.hour, half.value), half: half.value, exact: true },
    next: half.next,
  }
}
