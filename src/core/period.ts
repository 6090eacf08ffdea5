import {
  type Day,
  dayFrom,
  dayOf,
  formatDay,
  type Here,
  lastOfMonth,
  monthNames,
  monthNumber,
  readDay,
  tidy,
} from './day.ts'
import { UserError } from './errors.ts'

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
  const period = readRelative(typed.toLowerCase(), here) ?? readRange(typed, here) ?? readSpan(typed, here)
  if (!period) {
    throw new UserError(
      `“${typed.slice(0, 40)}” is no period; wanted is one such as 2023-03..2023-04, March-April 2023, Q4 2022 or 2022.`,
    )
  }
  if (period.to >= period.from) return period
  throw new UserError(
    `The period ends on ${formatDay(period.to)}, before it begins on ${formatDay(period.from)}.`,
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

/** Two parts with something between them, each a day, a month or a year. */
function readRange(typed: string, here: Here): Period | undefined {
  const [first, last, ...rest] = typed.split(/\s*\.\.+\s*|\s+(?:to|until)\s+|\s*…\s*/)
  if (first === undefined || last === undefined || rest.length > 0) return undefined
  const from = readSpan(
    /\d{4}/.test(first) ? first : `${first} ${/\b\d{4}\b/.exec(last)?.[0] ?? ''}`.trim(),
    here,
  )
  const to = readSpan(last, here)
  if (from && to) return { from: from.from, to: to.to }
  throw new UserError(
    `“${typed.slice(0, 40)}” is no period: ${from ? last : first} is neither a day nor a month nor a year.`,
  )
}

/** One day, month, quarter, year, or months joined by a hyphen. */
function readSpan(typed: string, here: Here): Period | undefined {
  if (/^\d{4}$/.test(typed)) return { from: `${typed}-01-01`, to: `${typed}-12-31` }
  const quarter = /^(?:q([1-4])(?:\s*-\s*q([1-4]))? (\d{4})|(\d{4})[ -]?q([1-4])(?:\s*-\s*q([1-4]))?)$/i.exec(
    typed,
  )
  if (quarter) {
    const first = Number(quarter[1] ?? quarter[5])
    const last = Number(quarter[2] ?? quarter[6] ?? first)
    const year = Number(quarter[3] ?? quarter[4]) * 12
    return months(year + (first - 1) * 3, year + last * 3 - 1)
  }
  const iso = /^(\d{4})-(\d{1,2})$/.exec(typed)
  if (iso && Number(iso[2]) >= 1 && Number(iso[2]) <= 12) {
    const at = Number(iso[1]) * 12 + Number(iso[2]) - 1
    return months(at, at)
  }
  return readMonths(typed, here) ?? readOneDay(typed, here)
}

function readMonths(typed: string, { now, zone }: Here): Period | undefined {
  const found = /^([a-z]+)\.?(?: (\d{4}))?(?:\s*(?:-|\/|&|and)\s*([a-z]+)\.?)?(?: (\d{4}))?$/i.exec(typed)
  const first = monthNumber(found?.[1] ?? '')
  const last = found?.[3] === undefined ? first : monthNumber(found[3])
  if (!found || first === undefined || last === undefined) return undefined
  const lastYear = found[4] ?? found[2]
  if (lastYear !== undefined) {
    const firstYear = found[2] ?? lastYear
    return months(Number(firstYear) * 12 + first - 1, Number(lastYear) * 12 + last - 1)
  }
  const length = (last - first + 12) % 12
  const [year = 0, month = 1] = dayOf(now, zone).split('-').map(Number)
  const at = year * 12 + month - 1
  const starts = [year - 1, year, year + 1].map((one) => one * 12 + first - 1)
  const nearest =
    starts.sort((a, b) => Math.abs(a + length / 2 - at) - Math.abs(b + length / 2 - at))[0] ?? at
  return months(nearest, nearest + length)
}

function readOneDay(typed: string, here: Here): Period | undefined {
  const span = /^(\d{1,2}) ?- ?(\d{1,2}) ([a-z]+\.?(?: \d{4})?)$/i.exec(typed)
  if (span)
    return { from: readDay(`${span[1]} ${span[3]}`, here), to: readDay(`${span[2]} ${span[3]}`, here) }
  const ends = /^(\d{1,2} [a-z]+\.?)(?: (\d{4}))? ?- ?(\d{1,2} [a-z]+\.?(?: (\d{4}))?)$/i.exec(typed)
  if (ends)
    return { from: readDay(`${ends[1]} ${ends[2] ?? ends[4] ?? ''}`, here), to: readDay(ends[3] ?? '', here) }
  if (!/\d/.test(typed) && !/day$/i.test(typed)) return undefined
  const day = readDay(typed, here)
  return { from: day, to: day }
}

/** `March–April 2023`, `March 2023`, `2022`, or the two days. */
export function formatPeriod({ from, to }: Period): string {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number)
  const whole = from.endsWith('-01') && to === lastOfMonth(toYear, toMonth)
  if (!whole) return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`
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
