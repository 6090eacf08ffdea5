import { UserError } from '../errors.ts'
import {
  type Day,
  dayFrom,
  dayOf,
  formatDay,
  type Here,
  lastOfMonth,
  monthNames,
  monthNumber,
  tidy,
} from './day.ts'
import { dayTyped } from './typedDay.ts'

/** Days from the first to the last, both within. */
export interface Period {
  readonly from: Day
  readonly to: Day
}

/**
 * A typed period: `2023-03..2023-04`, `March-April 2023`, `2022`, `Q4 2022`, `last quarter`. Months with no year
 * are the nearest to now. Raises `UserError`, also for one that ends before it begins.
 */
export function readPeriod(text: string, here: Here): Period {
  const typed = tidy(text)
  const plain = typed.replace(/^from /i, '')
  const period = readRelative(plain.toLowerCase(), here) ?? readRange(plain, here) ?? readSpan(plain, here)
  if (!period) throw nonsense(typed)
  if (period.to >= period.from) return period
  throw new UserError(
    `The period ends on ${formatDay(period.to)}, before it begins on ${formatDay(period.from)}.`,
  )
}

function nonsense(typed: string): UserError {
  return new UserError(
    `“${typed.slice(0, 40)}” is no period; wanted is one such as 2023-03..2023-04, March-April 2023, Q4 2022 or 2022.`,
  )
}

function readRelative(typed: string, { now, zone }: Here): Period | undefined {
  const found = /^(this|last|next) (month|quarter|year)$/.exec(typed)
  if (!found) return undefined
  const [year = 0, month = 1] = dayOf(now, zone).split('-').map(Number)
  const step = { this: 0, last: -1, next: 1 }[found[1] as 'this' | 'last' | 'next']
  const size = { month: 1, quarter: 3, year: 12 }[found[2] as 'month' | 'quarter' | 'year']
  const first = year * 12 + Math.floor((month - 1) / size) * size + step * size
  return months(first, first + size - 1)
}

/** Months counted from the year 0. */
function months(first: number, last: number): Period {
  const from = dayFrom(Math.floor(first / 12), (first % 12) + 1, 1) ?? ''
  return { from, to: lastOfMonth(Math.floor(last / 12), (last % 12) + 1) }
}

/** Two parts with something between them, each a day, a month, a quarter or a year. */
function readRange(typed: string, here: Here): Period | undefined {
  const days = /^(\d{1,2}) ?- ?(\d{1,2}) ([a-z]+\.?(?: \d{4})?)$/i.exec(typed)
  if (days) return between(`${days[1]} ${days[3]}`, `${days[2]} ${days[3]}`, typed, here)
  const parts =
    /^(.*?) ?\.\.+ ?(.*)$/.exec(typed) ??
    /^(.+) (?:to|until) (.+)$/i.exec(typed) ??
    /^(\d{4})-(\d{4})$/.exec(typed) ??
    /^(\S*\d.*) - (.+)$/.exec(typed) ??
    /^(\d{1,2} [a-z]+\.?(?: \d{4})?)-(\d{1,2} [a-z]+\.?(?: \d{4})?)$/i.exec(typed)
  return parts ? between(parts[1] ?? '', parts[2] ?? '', typed, here) : undefined
}

/** From the first to the last; a part with no year has that of the other, or the next after the first. */
function between(first: string, last: string, typed: string, here: Here): Period {
  const from = readSpan(withYear(first, yearOf(last)), here)
  const year = yearOf(last) ?? from?.from.slice(0, 4)
  const same = readSpan(withYear(last, year), here)
  if (!from || !same) {
    const wrong = from ? last : first
    throw new UserError(
      `“${typed.slice(0, 40)}” is no period: ${wrong === '' ? 'what stands beside the dots' : `“${wrong.slice(0, 40)}”`} is neither a day nor a month nor a year.`,
    )
  }
  const next = yearOf(last) === undefined && same.to < from.from
  const to = next ? (readSpan(withYear(last, String(Number(year) + 1)), here) ?? same) : same
  return { from: from.from, to: to.to }
}

function yearOf(typed: string): string | undefined {
  return /\b\d{4}\b/.exec(typed)?.[0]
}

/** A quarter or a date by the name of its month, with the year where it has none of its own. */
function withYear(typed: string, year: string | undefined): string {
  const named = /^q[1-4]$/i.test(typed) || typed.split(' ').some((word) => monthNumber(word) !== undefined)
  return named && year !== undefined && yearOf(typed) === undefined ? `${typed} ${year}` : typed
}

/** One day, month, quarter, year, or months joined by a hyphen. */
function readSpan(typed: string, here: Here): Period | undefined {
  if (/^[1-9]\d{3}$/.test(typed)) return { from: `${typed}-01-01`, to: `${typed}-12-31` }
  const iso = /^([1-9]\d{3})-(0?[1-9]|1[0-2])$/.exec(typed)
  if (iso) {
    const at = Number(iso[1]) * 12 + Number(iso[2]) - 1
    return months(at, at)
  }
  const period = readQuarters(typed, here) ?? readMonths(typed, here)
  if (period) return period
  const day = dayTyped(typed, here)
  return day === undefined ? undefined : { from: day, to: day }
}

function readQuarters(typed: string, here: Here): Period | undefined {
  const found =
    /^(?:q([1-4])(?: ?- ?q([1-4]))?(?: ([1-9]\d{3}))?|([1-9]\d{3})[ -]?q([1-4])(?: ?- ?q([1-4]))?)$/i.exec(
      typed,
    )
  if (!found) return undefined
  const first = Number(found[1] ?? found[5]) * 3 - 2
  const last = Number(found[2] ?? found[6] ?? found[1] ?? found[5]) * 3
  const year = found[3] ?? found[4]
  if (year === undefined) return nearest(first, last, here)
  return months(Number(year) * 12 + first - 1, Number(year) * 12 + last - 1)
}

function readMonths(typed: string, here: Here): Period | undefined {
  const found =
    /^([a-z]+)\.?(?:,? ([1-9]\d{3}))?(?:(?: ?[-/&] ?| and )([a-z]+)\.?(?:,? ([1-9]\d{3}))?)?$/i.exec(typed)
  const first = monthNumber(found?.[1] ?? '')
  const last = found?.[3] === undefined ? first : monthNumber(found[3])
  if (!found || first === undefined || last === undefined) return undefined
  const lastYear = found[4] ?? found[2]
  if (lastYear === undefined) return nearest(first, last, here)
  const firstYear = Number(found[2] ?? lastYear)
  // `Dec 2022 - Jan` goes on into the next year.
  const wraps = found[2] !== undefined && found[3] !== undefined && found[4] === undefined && last < first
  return months(firstYear * 12 + first - 1, (Number(lastYear) + (wraps ? 1 : 0)) * 12 + last - 1)
}

/** The months from the first to the last, 1 to 12, of the year whose are nearest to now. */
function nearest(first: number, last: number, { now, zone }: Here): Period {
  const length = (last - first + 12) % 12
  const [year = 0, month = 1] = dayOf(now, zone).split('-').map(Number)
  const far = (start: number) => Math.abs(start + length / 2 - (year * 12 + month - 1))
  const starts = [year - 1, year, year + 1].map((one) => one * 12 + first - 1)
  const start = starts.sort((a, b) => far(a) - far(b))[0] ?? 0
  return months(start, start + length)
}

/** `March–April 2023`, `March 2023`, `2022`, or the two days. */
export function formatPeriod({ from, to }: Period): string {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number)
  const whole = from.endsWith('-01') && to === lastOfMonth(toYear, toMonth)
  if (!whole) {
    if (from === to) return formatDay(from)
    const start = formatDay(from)
    return `${fromYear === toYear ? start.slice(0, -5) : start} – ${formatDay(to)}`
  }
  const first = monthNames[fromMonth - 1]
  const last = monthNames[toMonth - 1]
  if (fromYear !== toYear) return `${first} ${fromYear} – ${last} ${toYear}`
  if (fromMonth === 1 && toMonth === 12) return String(fromYear)
  return fromMonth === toMonth ? `${first} ${fromYear}` : `${first}–${last} ${fromYear}`
}

export function contains(period: Period, day: Day): boolean {
  return period.from <= day && day <= period.to
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to
}
