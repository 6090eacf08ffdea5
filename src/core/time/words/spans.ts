import { addDays, addMonths, type Day, lastOfMonth, partsOf, weekdayOf } from '../day.ts'
import type { DateText } from '../reading/written.ts'
import type { Unit } from './meanings.ts'

export function fixed(from: Day, to = from): DateText {
  return { kind: 'fixed', from, to }
}

/** The week, month, quarter or year so many from the one that today lies in. */
export function spanOf(unit: Unit, step: number, today: Day): DateText {
  if (unit === 'day' || unit === 'hour' || unit === 'minute') return fixed(addDays(today, step))
  if (unit === 'week') {
    const monday = addDays(today, 1 - weekdayOf(today) + 7 * step)
    return {
      kind: 'fixed',
      from: monday,
      to: addDays(monday, 6),
      ...(step !== 0 && { same: addDays(today, 7 * step) }),
    }
  }
  const size = { month: 1, quarter: 3, year: 12 }[unit]
  const [year, month] = partsOf(today)
  const first = year * 12 + Math.floor((month - 1) / size) * size + step * size
  const last = first + size - 1
  const from = `${String(Math.floor(first / 12)).padStart(4, '0')}-${String((first % 12) + 1).padStart(2, '0')}-01`
  const same = step === 0 || unit === 'quarter' ? {} : { same: addMonths(today, size * step) }
  return { kind: 'fixed', from, to: lastOfMonth(Math.floor(last / 12), (last % 12) + 1), ...same }
}

export function onOrAfter(day: Day, weekday: number): Day {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7)
}

/** Stands for Monday to Friday where a weekday is counted: `last working day`. */
export const anyWorkday = 0

/** The first, second or last such weekday from one day to another. */
export function nthWeekday(from: Day, to: Day, weekday: number, count: number): Day | undefined {
  if (weekday === anyWorkday) return nthWorkday(from, to, count)
  const day =
    count > 0
      ? addDays(onOrAfter(from, weekday), 7 * (count - 1))
      : addDays(to, -((weekdayOf(to) - weekday + 7) % 7))
  return day >= from && day <= to ? day : undefined
}

function nthWorkday(from: Day, to: Day, count: number): Day | undefined {
  const step = count > 0 ? 1 : -1
  let day = count > 0 ? from : to
  for (let left = Math.abs(count); day >= from && day <= to; day = addDays(day, step)) {
    if (weekdayOf(day) < 6) left--
    if (left === 0) return day
  }
  return undefined
}
