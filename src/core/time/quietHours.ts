import { UserError } from '../errors.ts'
import { shorten } from '../text/text.ts'
import { addDays, type Day, dayOf, partsOf, startOfDay } from './day.ts'
import { instantAt, wallTime } from './zone.ts'

/** Hours in which nothing is said, in minutes after midnight; `to` is the first minute after them. Equal ones are none. */
export interface QuietHours {
  readonly from: number
  readonly to: number
}

/** Hours of `22:00-07:00`, `from 10pm to 7am`, `22-7`. Raises `UserError`. */
export function readQuietHours(text: string): QuietHours {
  const typed = text.normalize('NFKC').trim().toLowerCase()
  const parts = typed.replace(/^(?:from|between) /, '').split(/ ?(?:[-–—]|\b(?:to|until|till|and)\b) ?/)
  const [from, to] = [readClock(parts[0] ?? ''), readClock(parts[1] ?? '')]
  if (parts.length === 2 && from !== undefined && to !== undefined && from !== to) return { from, to }
  throw new UserError(
    `I cannot read “${shorten(typed)}” as quiet hours. Try “22:00-07:00”, or “off” for none.`,
    {
      choices: ['22:00-07:00', '20:00-08:00', 'off'].map((value) => ({ label: value, value })),
      option: 'quiet',
    },
  )
}

/** Minutes after midnight of `8`, `08:00`, `8am`, `22h`, `noon`; undefined for anything else. */
export function readClock(text: string): number | undefined {
  const typed = text.trim().toLowerCase()
  if (typed === 'midnight') return 0
  if (typed === 'noon') return 720
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:h$|[:.h](\d{2}))? ?(am|pm)?$/.exec(typed) ?? []
  const hour = Number(hours)
  const limit = half === undefined ? 24 : 12
  if (hours === undefined || hour > limit || Number(minutes) > 59 || (half && hour === 0)) return undefined
  const base = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)
  return (base * 60 + Number(minutes)) % 1440
}

/** `07:30`. */
export function formatClock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** When the quiet hours that hold at an instant end; undefined where none do. */
export function quietUntil(at: Date, zone: string, { from, to }: QuietHours): Date | undefined {
  const { hour, minute } = wallTime(at, zone)
  const now = hour * 60 + minute
  const quiet = from < to ? now >= from && now < to : from > to && (now >= from || now < to)
  return quiet ? nextClock(at, zone, to) : undefined
}

/** The next time that a zone's clock shows so many minutes after midnight, later than `at`. */
export function nextClock(at: Date, zone: string, minutes: number): Date {
  const today = dayOf(at, zone)
  for (let days = 0; ; days += 1) {
    const [year, month, day] = partsOf(addDays(today, days))
    const instant = instantAt(
      { year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60 },
      zone,
    )
    const found =
      instant.kind === 'one' ? instant.at : instant.kind === 'skipped' ? instant.after : instant.first
    if (found > at) return found
  }
}

/** Nine in the morning of a day in a zone, when what is due on that day is said. */
export function morningOf(day: Day, zone: string): Date {
  return nextClock(new Date(startOfDay(day, zone).getTime() - 1), zone, 9 * 60)
}
