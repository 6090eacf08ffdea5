import { offsetAt, steadyOffset } from './zones/offset.ts'

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

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
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
  formats.set(zone, format)
  return format
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What clock and calendar of a zone show at an instant. Raises `RangeError` for no zone, and for no instant. */
export function wallTime(at: Date, zone: string): WallTime {
  const offset = steadyOffset(at.getTime(), zone)
  if (offset === undefined) return readWall(formatOf(zone), at)
  const shown = new Date(at.getTime() + offset)
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    weekday: shown.getUTCDay() || 7,
  }
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
