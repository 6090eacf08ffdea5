import { tzOffset } from '@date-fns/tz'

/** The fields of a wall clock and calendar. */
export interface WallFields {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

export interface WallTime extends WallFields {
  readonly second: number
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

/** Of each zone its format, and what it last showed: most that is asked for is the minute that it is. */
interface Shown {
  readonly format: Intl.DateTimeFormat
  /** Minutes since 1970; not a number as long as nothing was shown. */
  minute: number
  wall: WallTime
}

const formats = new Map<string, Shown>()

const never: WallTime = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0, weekday: 0 }

function shownIn(zone: string): Shown {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const made = { format, minute: Number.NaN, wall: never }
  formats.set(zone, made)
  return made
}

/** Until 1972 some zones were apart from UTC by seconds, so that their minutes began within one of UTC's. */
const wholeMinutesFrom = Date.UTC(1973, 0, 1)

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What clock and calendar of a zone show at an instant. */
export function wallTime(at: Date, zone: string): WallTime {
  const shown = shownIn(zone)
  const ms = at.getTime()
  const minute = Math.floor(ms / 60_000)
  if (minute === shown.minute) return { ...shown.wall, second: Math.floor(ms / 1_000) - minute * 60 }
  const wall = readWall(shown.format, at)
  if (ms >= wholeMinutesFrom) {
    shown.minute = minute
    shown.wall = wall
  }
  return wall
}

function readWall(format: Intl.DateTimeFormat, at: Date): WallTime {
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(at)) part[type] = value
  const number = (name: string) => Number(part[name])
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
    weekday: weekdays.indexOf(part['weekday'] ?? '') + 1,
  }
}

export type Instant =
  | { readonly kind: 'one'; readonly at: Date }
  /** The clocks go forward over it; `after` is as far behind the change as it would have been. */
  | { readonly kind: 'skipped'; readonly after: Date }
  /** The clocks go back over it. */
  | { readonly kind: 'repeated'; readonly first: Date; readonly second: Date }

/** The instant at which a zone's clock shows a wall time. */
export function instantAt(wall: WallFields, zone: string): Instant {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const day = 86_400_000
  const offsets = new Set([offsetAt(asUtc - day, zone), offsetAt(asUtc, zone), offsetAt(asUtc + day, zone)])
  const found = [...offsets].map((offset) => asUtc - offset).filter((at) => at + offsetAt(at, zone) === asUtc)
  const [first, second] = found.sort((a, b) => a - b)
  if (first === undefined) return { kind: 'skipped', after: new Date(asUtc - Math.min(...offsets)) }
  return second === undefined
    ? { kind: 'one', at: new Date(first) }
    : { kind: 'repeated', first: new Date(first), second: new Date(second) }
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(at: number, zone: string): number {
  return tzOffset(zone, new Date(at)) * 60_000
}

/** `Sat 12 Dec 2026, 14:30 (Europe/Paris)`; only the day or only the time where that is asked for. */
export function formatMoment(at: Date, zone: string, style: 'full' | 'day' | 'time' = 'full'): string {
  const { day, time } = momentWords(at, zone)
  if (style === 'day') return day
  return style === 'time' ? `${time} (${zone})` : `${day}, ${time} (${zone})`
}

/** `Sat 12 Dec 2026` and `14:30`, as a zone has them. */
export function momentWords(at: Date, zone: string): { readonly day: string; readonly time: string } {
  const wall = wallTime(at, zone)
  return {
    day: `${weekdays[wall.weekday - 1]} ${wall.day} ${months[wall.month - 1]} ${wall.year}`,
    time: `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`,
  }
}
