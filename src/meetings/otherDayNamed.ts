import { addDays, type Day } from '../core/time/day.ts'
import { findDates } from '../core/time/findDates.ts'

/** Half a year: a date without a year is the nearest one. */
const nearDays = 182

/**
 * The words of a title or text that name one other day than its own, `tomorrow` or `12 Dec`; undefined where it names none,
 * several, that day, or the day of something else, as in `the report of 3 May`.
 */
export function otherDayNamed(text: string, day: Day, today: Day): string | undefined {
  const period = { from: addDays(day, -nearDays), to: addDays(day, nearDays) }
  const [only, ...others] = findDates(text, { period, today, most: 3 })
  if (!only || others.length > 0 || only.precision !== 'day' || only.mentioned) return undefined
  if (only.from <= day && day <= only.to) return undefined
  const before = text.slice(Math.max(0, only.start - 20), only.start)
  return isRelative(only.written) || /(?:^|[,:;(–—-]|\bon)\s*$/iu.test(before) ? only.written : undefined
}

/** Whether words mean another day each time that they are read: `tomorrow`, `next Friday`. */
export function isRelative(written: string): boolean {
  return !/\p{Nd}/u.test(written)
}
