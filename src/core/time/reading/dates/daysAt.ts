import { meaningsOf } from '../../words/vocabulary.ts'
import { isGlued, isSign, type Match, type Tokenized } from '../written.ts'
import { weekdayAt } from './monthAt.ts'

interface Ordinal {
  readonly day: number
  /** Whether it stands as `12th`. */
  readonly counted: boolean
}

const endings = new Set(['st', 'nd', 'rd', 'th', 'er', 'o', 'a', 'º', 'ª', 'го', 'е', '日', '号', 'e'])

/** `12`, `12th`, `1er`, `3日`; not the hour of a time of day. */
export function dateAt({ tokens }: Tokenized, at: number): Match<Ordinal> | undefined {
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

function isHour(tokens: Tokenized['tokens'], at: number): boolean {
  const { half, clockWord, month, dayWord } = meaningsOf(tokens[at]?.text ?? '')
  // `10 a.m.` is an hour too.
  const dotted = /^[ap]$/.test(tokens[at]?.text ?? '') && isSign(tokens[at + 1], '.')
  return (
    half !== undefined ||
    (dotted && tokens[at + 2]?.text === 'm') ||
    (clockWord === true && month === undefined && !dayWord)
  )
}

/** Days of one month. */
export interface Days {
  readonly first: number
  readonly last: number
  readonly weekday?: number
  readonly counted: boolean
}

/** One day or several of a month: `6`, `6-9`, `30 & 31`, `5, 7 and 9`, `3 to 5`, `16. bis 18.`. */
export function daysAt(reading: Tokenized, at: number): Match<Days> | undefined {
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

function dayAt(reading: Tokenized, at: number): Match<Ordinal & { readonly weekday?: number }> | undefined {
  const weekday = weekdayAt(reading, at)
  let next = weekday?.next ?? at
  if (meaningsOf(reading.tokens[next]?.text ?? '').the) next++
  const day = dateAt(reading, next)
  return day && { value: { ...day.value, ...(weekday && { weekday: weekday.value }) }, next: day.next }
}

/** Where to go on after what joins two days: a sign, a word, or a comma and a word. */
export function joinAt(tokens: Tokenized['tokens'], at: number): number | undefined {
  const token = tokens[at]
  if (isSign(token, '-', '/', '&', '+')) return at + 1
  const comma = isSign(token, ',') ? 1 : 0
  if (meaningsOf(tokens[at + comma]?.text ?? '').join !== undefined) return at + comma + 1
  return comma === 1 ? at + 1 : undefined
}
