import type { Day } from '../day.ts'
import { meaningsOf } from '../words/vocabulary.ts'
import { type Amount, amountAt } from './amountAt.ts'
import { type Clocks, clocksAt, pastAt } from './clocks/clockAt.ts'
import { hourInWordsAt } from './clocks/hourInWords.ts'
import { placesAt } from './clocks/placesAt.ts'
import { isOtherWord, type WrittenZone, zoneAt } from './clocks/zoneAt.ts'
import { dateAt } from './dates/dateAt.ts'
import { monthAt } from './dates/monthAt.ts'
import { lengthAt } from './lengthAt.ts'
import type { Token } from './token.ts'
import { type DateText, isSign, type Tokenized } from './written.ts'

/** From and to, in tokens. */
export type Place = readonly [from: number, to: number]

/** What a text says of a moment, each thing once and in whatever order. */
export interface TimeParts {
  date?: DateText
  datePlace?: Place
  clocks?: Clocks
  clockPlace?: Place
  /** `for 90 minutes`, beside a time. */
  lasting?: number
  /** The hour of a part of the day: `evening` is 18. */
  part?: number
  /** Of today: `this evening`. */
  today?: boolean
  /** Counted from now; below zero for what is past. */
  length?: Amount
  sign?: 1 | -1
  /** `an hour later`, `earlier`: counted from what is moved, where something is. */
  fromBase?: boolean
  zone?: WrittenZone
  zonePlace?: Place
  /** Places beside an offset, as a calendar program names a zone: `(UTC+01:00) Amsterdam, Berlin`. */
  beside?: readonly string[]
  besidePlace?: Place
  /** How often a zone was looked for: each look takes a while. */
  zoneTries: number
  /** Words that say nothing here. */
  readonly left: Token[]
}

const mostLeft = 6
const mostZoneTries = 8

/** Takes a moment's text apart. A lone length, `2h`, is counted from now. */
export function partsIn(text: string, tokens: readonly Token[], today: Day, isMoved = false): TimeParts {
  const reading: Tokenized = { tokens, today, firstYear: 1900, lastYear: 2099, isTyped: true, isMoved }
  const parts: TimeParts = { left: [], zoneTries: 0 }
  for (let at = 0; at < tokens.length; ) {
    at = step(text, reading, at, parts)
    // So many words that say nothing are not a moment; each of them is looked for among the zones.
    if (parts.left.length > mostLeft) return { left: [...tokens], zoneTries: 0 }
  }
  takeLoneHour(tokens, parts)
  return parts
}

/** `8 tonight`, `9-10 Thursday`: a time before the day to which it belongs, where no other time is written. */
function takeLoneHour(tokens: readonly Token[], parts: TimeParts): void {
  const [first, last = first, ...others] = parts.left
  if (!first || !last || others.length > 0 || parts.clocks || !parts.date) return
  const at = tokens.indexOf(first)
  const found = clocksAt(tokens, at, true)
  if (!found || found.next !== tokens.indexOf(last) + 1) return
  parts.clocks = found.value
  parts.clockPlace = [at, found.next]
  parts.left.length = 0
}

/** `quarter past 3`, before its first word is taken for a part of the year. */
function takePast(tokens: readonly Token[], at: number, parts: TimeParts): number | undefined {
  const found = parts.clocks ? undefined : pastAt(tokens, at)
  if (!found) return undefined
  parts.clocks = { from: found.value }
  parts.clockPlace = [at, found.next]
  return found.next
}

function step(text: string, reading: Tokenized, at: number, parts: TimeParts): number {
  const { tokens } = reading
  const token = tokens[at]
  const meaning = meaningsOf(token?.text ?? '')
  return (
    takeRemark(tokens, at, parts) ??
    takePast(tokens, at, parts) ??
    takeLength(reading, at, parts) ??
    takeDate(reading, at, parts) ??
    takeClocks(tokens, at, parts) ??
    takeLasting(reading, at, parts) ??
    takePart(tokens, at, parts) ??
    takeZone(text, tokens, at, parts) ??
    skip(token, meaning.on || meaning.the || meaning.of || meaning.in || meaning.from, at, parts)
  )
}

/** `GMT+0100 (Central European Standard Time)`: the offset has said it. */
function takeRemark(tokens: readonly Token[], at: number, parts: TimeParts): number | undefined {
  if (parts.zone?.kind !== 'offset' || !isSign(tokens[at], '(')) return undefined
  const end = tokens.findIndex((token, place) => place > at && isSign(token, ')'))
  return end < 0 ? undefined : end + 1
}

function takeLength(reading: Tokenized, at: number, parts: TimeParts): number | undefined {
  if (parts.length || parts.date || parts.clocks) return undefined
  const found = lengthAt(reading, at)
  if (!found) return undefined
  parts.length = found.value.amount
  parts.sign = found.value.sign
  parts.fromBase = found.value.fromBase
  return found.next
}

function takeDate(reading: Tokenized, at: number, parts: TimeParts): number | undefined {
  if (parts.date) return undefined
  const date = dateAt(reading, at)
  if (!date) return undefined
  parts.date = date.value
  parts.datePlace = [at, date.next]
  const { part } = meaningsOf(reading.tokens[at]?.text ?? '')
  if (part !== undefined && date.next === at + 1) parts.part = part
  return date.next
}

function takeClocks(tokens: readonly Token[], at: number, parts: TimeParts): number | undefined {
  if (parts.clocks) return undefined
  const lead = meaningsOf(tokens[at]?.text ?? '')
  const led = (lead.on === true || lead.from === true) && tokens[at]?.kind === 'word'
  const start = led ? at + 1 : at
  // `on 1 December 9:00` names the day first.
  if (led && tokens[start]?.kind === 'number' && monthAt({ tokens }, start + 1)) return undefined
  const bare = led || parts.date !== undefined || parts.part !== undefined
  const said = led ? hourInWordsAt(tokens, start) : undefined
  const found = clocksAt(tokens, start, bare) ?? (said && { value: { from: said.value }, next: said.next })
  if (!found) return undefined
  parts.clocks = found.value
  parts.clockPlace = [start, found.next]
  return found.next
}

/** `15:00 for two hours` and `3pm 1h`: how long it lasts, where no end is written. */
function takeLasting(reading: Tokenized, at: number, parts: TimeParts): number | undefined {
  const { tokens } = reading
  const isSaid = tokens[at]?.text === 'for'
  if (!parts.clocks || parts.clocks.until || parts.lasting) return undefined
  const amount = amountAt(reading, isSaid ? at + 1 : at)
  // Without its word it stands last: `3pm 1 hour before` is something else.
  const end = isSign(tokens[tokens.length - 1], ')') ? tokens.length - 1 : tokens.length
  if (!isSaid && amount?.next !== end) return undefined
  if (!amount || amount.value.minutes === 0 || amount.value.days + amount.value.months > 0) return undefined
  parts.lasting = amount.value.minutes
  return amount.next
}

/** `morning`, `in the afternoon`, `this evening`. */
function takePart(tokens: readonly Token[], at: number, parts: TimeParts): number | undefined {
  const [first, second] = [meaningsOf(tokens[at]?.text ?? ''), meaningsOf(tokens[at + 1]?.text ?? '')]
  const today = first.step === 0 && second.part !== undefined
  const { part, offset } = today ? second : first
  if (part === undefined || offset !== undefined || parts.part !== undefined || (today && parts.date))
    return undefined
  parts.part = part
  parts.today ||= today
  return today ? at + 2 : at + 1
}

function takeZone(text: string, tokens: readonly Token[], at: number, parts: TimeParts): number | undefined {
  const { of, on, in: inside, from } = meaningsOf(tokens[at]?.text ?? '')
  if (of || on || inside || from || isOtherWord(tokens, at) || parts.zoneTries > mostZoneTries)
    return undefined
  if (parts.zone && (parts.zone.kind !== 'offset' || parts.beside)) return undefined
  parts.zoneTries++
  if (parts.zone) {
    const places = placesAt(text, tokens, at, parts.zonePlace?.[1])
    if (!places) return undefined
    parts.beside = places.value
    parts.besidePlace = [at, places.next]
    return places.next
  }
  const zone = zoneAt(text, tokens, at)
  if (!zone) return undefined
  parts.zone = zone.value
  parts.zonePlace = [at, zone.next]
  return zone.next
}

function skip(token: Token | undefined, glue: true | undefined, at: number, parts: TimeParts): number {
  // `14h heure de Paris`
  const isHour = parts.clocks !== undefined && meaningsOf(token?.text ?? '').clockWord === true
  const isWord = /^(?:t|time)$/.test(token?.text ?? '')
  const silent = glue || isHour || isWord || isSign(token, ',', ';', '.', '(', ')', '-')
  if (!silent && token) parts.left.push(token)
  return at + 1
}
