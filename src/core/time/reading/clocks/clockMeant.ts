import { orUserError, UserError } from '../../../errors.ts'
import { shorten } from '../../../text/text.ts'
import { dayOf, type TimeReference, type TypedMoment } from '../../day.ts'
import { unreadable } from '../../phrases/unreadable.ts'
import { formatMoment, wallTime } from '../../zone.ts'
import type { TimeParts } from '../timeParts.ts'
import type { Token } from '../token.ts'
import type { Clock, Clocks } from './clockAt.ts'
import { noneAhead, spelt } from './noneAhead.ts'

export interface ClockMeant {
  readonly from: Clock
  /** How long, where an end was written. */
  readonly minutes?: number
  /** Days after the one written: midnight tonight is tomorrow's. */
  readonly later: number
  readonly note?: string
}

/**
 * The time of day that was meant; undefined where none was written. Raises `UserError` for an hour that may lie in the
 * night or in the afternoon, with both as choices that `read` has read, unless only one of them lies ahead.
 */
export function clockMeant(
  typed: string,
  tokens: readonly Token[],
  parts: TimeParts,
  read: (text: string) => TypedMoment,
  here: TimeReference,
): ClockMeant | undefined {
  const { clocks, part, lasting } = parts
  if (!clocks) return part === undefined || part === 20 ? undefined : alone(part)
  const sure = isUnsure(clocks.from, part) ? onlyAhead(typed, tokens, parts, read, here) : undefined
  const from = sure ?? (part === undefined ? clocks.from : inPart(clocks.from, part))
  const isMidnight = part === 20 && clocks.from.hour === 12 && clocks.from.half === undefined
  const isBeforeDawn = part === 20 && clocks.from.exact && clocks.from.hour < 5 && !isMidnight
  const later = isMidnight ? 1 : isBeforeDawn ? nightsOn(parts, clocks.from, here) : (sure?.later ?? 0)
  const midnight = from.hour === 0 && from.minute === 0 && clocks.from.exact && clocks.from.half === undefined
  return {
    from,
    later,
    ...(clocks.until
      ? { minutes: minutesTo(from, clocks.until, typed) }
      : lasting !== undefined && { minutes: lasting }),
    ...(midnight && later === 0 && { note: 'Midnight is taken as the beginning of that day.' }),
  }
}

/** `tomorrow morning`: the hour is ours, so it is told. */
function alone(part: number): ClockMeant {
  const from = { hour: part, minute: 0, bare: false, exact: true }
  return { from, later: 0, note: `No hour was given; ${String(part).padStart(2, '0')}:00 is taken.` }
}

/** An hour from 1 to 7 that names no half of the day may be in the afternoon; `7:30` is as it stands. No night has an hour before 5 in it. */
function isUnsure({ hour, minute, exact }: Clock, part: number | undefined): boolean {
  if (exact || (part !== undefined && part !== 20)) return false
  return part === 20 ? hour < 5 : hour >= 1 && (hour < 7 || (hour === 7 && minute === 0))
}

/** `tonight 3am` is of the day after, save in the night that goes on still. */
function nightsOn({ date }: TimeParts, { hour, minute }: Clock, { now, zone }: TimeReference): number {
  const wall = wallTime(now, zone)
  const isTonight = date === undefined || (date.kind === 'fixed' && date.from === dayOf(now, zone))
  return isTonight && wall.hour < 5 && hour * 60 + minute > wall.hour * 60 + wall.minute ? 0 : 1
}

function inPart(clock: Clock, part: number): Clock {
  if (clock.half !== undefined || clock.hour > 12) return clock
  if (part === 20 && clock.exact && clock.hour < 5) return clock
  if (part === 20 && clock.hour === 12) return { ...clock, hour: 0 }
  return part >= 14 && clock.hour >= 1 && clock.hour < 12 ? { ...clock, hour: clock.hour + 12 } : clock
}

/** From one time to the next after it: `22:00-01:00` goes over midnight, and `9-5` ends in the afternoon. */
function minutesTo(from: Clock, until: Clock, typed: string): number {
  const start = from.hour * 60 + from.minute
  const end = until.hour * 60 + until.minute
  if (end > start) return end - start
  const afternoon = !until.exact && until.hour < 12 ? end + 720 : end
  const minutes = afternoon > start ? afternoon - start : end + 1440 - start
  if (minutes <= longestOvernight || end === start) return minutes
  const [first, last] = [start, end].map(
    (at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
  )
  throw new UserError(`“${shorten(typed, 60)}” begins at ${first} and ends before, at ${last}.`)
}

/** What ends on the next day lasts a night at most: `15:00-14:00` is a slip. */
const longestOvernight = 16 * 60

/** The hour that alone lies ahead, of the two that may be meant. Raises `UserError` with both where neither is sure. */
function onlyAhead(
  typed: string,
  tokens: readonly Token[],
  parts: TimeParts,
  read: (text: string) => TypedMoment,
  here: TimeReference,
): (Clock & { readonly later: number }) | undefined {
  const { clocks, clockPlace, part } = parts
  if (!clocks) return undefined
  const [first, next] = clockPlace ?? [0, 0]
  const place = [tokens[first]?.start ?? 0, tokens[next - 1]?.end ?? typed.length] as const
  const meanings = [12, 0].flatMap((more) => {
    const value = `${typed.slice(0, place[0])}${shownWith(more, clocks)}${typed.slice(place[1])}`
    const found = orUserError(() => read(value))
    if (found instanceof UserError) return []
    const { at, zone, minutes } = found
    // What names a part of the day may say another one than the hour that is put into it.
    return [
      {
        ...{ more, at, zone, value: part === undefined ? value : spelt(found) },
        ...(minutes !== undefined && { minutes }),
      },
    ]
  })
  if (meanings.length === 0) throw unreadable(typed)
  const passed = noneAhead(typed, parts, meanings, read, here)
  if (passed) throw passed
  const left = meanings.filter(({ at }) => !here.ahead || at > here.now)
  const [only, ...others] = left
  if (only && others.length === 0 && meanings.length > 1)
    return sureOf(parts, { ...clocks.from, hour: clocks.from.hour + only.more, exact: true }, here)
  throw asked(
    typed,
    clocks.from,
    (left.length > 0 ? left : meanings).map(({ at, zone, value }) => ({
      label: formatMoment(at, zone || here.zone),
      value,
    })),
  )
}

function sureOf(parts: TimeParts, clock: Clock, here: TimeReference): Clock & { readonly later: number } {
  const later = parts.part === 20 && clock.hour < 5 ? nightsOn(parts, clock, here) : 0
  return { ...clock, later }
}

function shownWith(more: number, { from, until }: Clocks): string {
  const shown = (clock: Clock) =>
    `${String((clock.hour + (clock.exact ? 0 : more)) % 24).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`
  return until
    ? `${shown(from)}-${shown(until.hour < 8 || until.hour < from.hour ? until : { ...until, exact: true })}`
    : shown(from)
}

function asked(
  typed: string,
  { hour, minute }: Clock,
  choices: readonly { readonly label: string; readonly value: string }[],
): UserError {
  const time = hour + (minute > 0 ? `:${String(minute).padStart(2, '0')}` : '')
  return new UserError(
    `“${shorten(typed, 60)}” may mean ${time} in the afternoon or ${time} in the morning. Which one?`,
    { choices },
  )
}
