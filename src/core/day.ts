import { UserError } from './errors.ts'
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
const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

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

/**
 * A typed day: `2022-08-15`, `15 Aug 2022`, `August 2022` (its first day), `2022`, `today`, `next Tuesday`. A day
 * with no year is the nearest to now. Raises `UserError`.
 */
export function readDay(text: string, { now, zone }: Here): Day {
  const typed = tidy(text)
  const today = dayOf(now, zone)
  const lower = typed.toLowerCase().replace(/^on /, '')
  const relative = { today: 0, now: 0, tomorrow: 1, yesterday: -1 }[lower]
  if (relative !== undefined) return addDays(today, relative)
  const weekday = /^(?:(next|last|this) )?([a-z]+)$/.exec(lower)
  const wanted = weekday
    ? weekdayNames.findIndex((name) => (weekday[2] ?? '').length >= 3 && name.startsWith(weekday[2] ?? '')) +
      1
    : 0
  if (wanted > 0) {
    const ahead = (wanted - wallTime(now, zone).weekday + 7) % 7
    if (weekday?.[1] === 'last') return addDays(today, ahead === 0 ? -7 : ahead - 7)
    return addDays(today, weekday?.[1] === 'next' && ahead === 0 ? 7 : ahead)
  }
  const numbers = readNumbers(lower, Number(today.slice(0, 4)), today)
  if (numbers === undefined)
    throw new UserError(
      `“${typed.slice(0, 40)}” is no day; wanted is one such as 2022-08-15, 15 Aug 2022 or next Tuesday.`,
    )
  if (numbers === null) throw new UserError(`There is no ${typed.slice(0, 40)} in the calendar.`)
  return numbers
}

/** undefined: not a day at all; null: a day that does not exist. */
function readNumbers(typed: string, year: number, today: Day): Day | null | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? null
  const monthOnly = /^(\d{4})-(\d{1,2})$/.exec(typed)
  if (monthOnly) return dayFrom(Number(monthOnly[1]), Number(monthOnly[2]), 1) ?? null
  if (/^[12]\d{3}$/.test(typed)) return dayFrom(Number(typed), 1, 1) ?? null
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed)
  if (dotted) return dayFrom(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])) ?? null
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed)
  if (slashed) return readSlashed(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]))
  const words =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? )?([a-z]+)\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?(?:,? (\d{4}))?$/.exec(
      typed,
    )
  const month = words ? monthNumber(words[2] ?? '') : undefined
  if (!words || month === undefined || (words[1] && words[3])) return undefined
  const date = Number(words[1] ?? words[3] ?? 1)
  if (words[4]) return dayFrom(Number(words[4]), month, date) ?? null
  const candidates = [year - 1, year, year + 1]
    .map((one) => dayFrom(one, month, date))
    .filter((day) => day !== undefined)
  return (
    candidates.sort(
      (a, b) => Math.abs(Date.parse(a) - Date.parse(today)) - Math.abs(Date.parse(b) - Date.parse(today)),
    )[0] ?? null
  )
}

function readSlashed(first: number, second: number, year: number): Day | null {
  if (first <= 12 && second <= 12 && first !== second) {
    throw new UserError(
      `“${first}/${second}/${year}” may be ${first} ${monthNames[second - 1]} or ${second} ${monthNames[first - 1]}; please name the month.`,
    )
  }
  return (first > 12 ? dayFrom(year, second, first) : dayFrom(year, first, second)) ?? null
}
