import { UserError } from '../../../errors.ts'
import { shorten } from '../../../text/text.ts'
import type { TypedMoment } from '../../day.ts'
import { formatMoment } from '../../zone.ts'
import type { TimeParts } from '../timeParts.ts'
import type { Token } from '../token.ts'
import type { Clock, Clocks } from './clockAt.ts'

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
 * night or in the afternoon, with both as choices that `read` has read.
 */
export function clockMeant(
  typed: string,
  tokens: readonly Token[],
  parts: TimeParts,
  read: (text: string) => TypedMoment,
  zone: string,
): ClockMeant | undefined {
  const { clocks, part, clockPlace, lasting } = parts
  if (!clocks) return part === undefined || part === 20 ? undefined : alone(part)
  const night = part === 20 && !clocks.from.exact && clocks.from.hour < 5
  if (part === undefined ? isUnsure(clocks.from) : night) {
    const [first, next] = clockPlace ?? [0, 0]
    const place = [tokens[first]?.start ?? 0, tokens[next - 1]?.end ?? typed.length] as const
    throw asked(typed, place, clocks, read, zone)
  }
  const from = part === undefined ? clocks.from : inPart(clocks.from, part)
  const later = part === 20 && clocks.from.hour === 12 && clocks.from.half === undefined ? 1 : 0
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

/** An hour from 1 to 7 that names no half of the day may be in the afternoon; `7:30` is as it stands. */
function isUnsure({ hour, minute, exact }: Clock): boolean {
  return !exact && hour >= 1 && (hour < 7 || (hour === 7 && minute === 0))
}

function inPart(clock: Clock, part: number): Clock {
  if (clock.half !== undefined || clock.hour > 12) return clock
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

function asked(
  typed: string,
  [start, end]: readonly [start: number, end: number],
  { from, until }: Clocks,
  read: (text: string) => TypedMoment,
  zone: string,
): UserError {
  const choices = [12, 0].flatMap((more) => {
    const shown = (clock: Clock) =>
      `${String((clock.hour + (clock.exact ? 0 : more)) % 24).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`
    const clock = until
      ? `${shown(from)}-${shown(until.hour < 8 || until.hour < from.hour ? until : { ...until, exact: true })}`
      : shown(from)
    const value = `${typed.slice(0, start)}${clock}${typed.slice(end)}`.replace(/\btonight\b/i, 'today')
    try {
      const { at, zone: meant } = read(value)
      return [{ label: formatMoment(at, meant || zone), value }]
    } catch (error) {
      if (error instanceof UserError) return []
      throw error
    }
  })
  const hour = from.hour + (from.minute > 0 ? `:${String(from.minute).padStart(2, '0')}` : '')
  return new UserError(
    `“${shorten(typed, 60)}” may mean ${hour} in the afternoon or ${hour} in the morning. Which one?`,
    { choices },
  )
}
