import { addDays, type Day, weekdayOf } from '../../core/time/day.ts'
import type { WorkingHours } from './workingHours.ts'

/** No deadline is looked for further ahead. */
const longest = 400

/**
 * The day on which a number of days have passed that are working days of everybody, the first of them after `from`;
 * undefined where there are not so many within a year.
 */
export function commonWorkingDay(
  hours: readonly Pick<WorkingHours, 'days' | 'holidays'>[],
  from: Day,
  count: number,
): Day | undefined {
  let left = count
  for (let passed = 1; passed <= longest; passed++) {
    const day = addDays(from, passed)
    if (hours.every(({ days, holidays }) => days.includes(weekdayOf(day)) && !holidays.has(day))) left -= 1
    if (left === 0) return day
  }
  return undefined
}
