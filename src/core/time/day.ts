import { UserError } from '../errors.ts'
import { instantAt, wallTime } from './zone.ts'

/** A calendar day, `YYYY-MM-DD`, of no zone in particular. */
export type Day = string

export interface Here {
  readonly now: Date
  /** IANA zone in which `today` is meant. */
  readonly zone: string
}

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** 1 to 12 for a month's name or its beginning of three letters or more; undefined for anything else. */
export function monthNumber(word: string): number | undefined {
  const typed = word.toLowerCase().replace(/\.$/, '')
  if (typed === 'sept') return 9
  const at = monthNames.findIndex((name) => typed.length >= 3 && name.toLowerCase().startsWith(typed))
  return at < 0 ? undefined : at + 1
}

/** The day of these numbers; undefined when the calendar has none. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return exists && year >= 1000 ? at.toISOString().slice(0, 10) : undefined
}

/** Whether a text is a day, `2026-12-12`, that the calendar has. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return dayFrom(Number(year), Number(month), Number(day)) === text
}

/** The last day of a month. */
export function lastOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The day that it is in a zone. */
export function dayOf(at: Date, zone: string): Day {
  const { year, month, day } = wallTime(at, zone)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** `15 Aug 2022`. */
export function formatDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${monthNames[(month ?? 1) - 1]?.slice(0, 3)} ${year}`
}

/** The first instant of a day in a zone, midnight or later where the clocks skip it. */
export function startOfDay(day: Day, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const start = instantAt({ year, month, day: date, hour: 0, minute: 0 }, zone)
  if (start.kind === 'one') return start.at
  return start.kind === 'repeated' ? start.first : start.after
}

/** A typed text ready to be read: one space between words, plain hyphens. Raises `UserError` past 200 characters. */
export function tidy(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= 200) return plain
  throw new UserError(`that has ${plain.length} characters; a date or a time is wanted.`)
}
