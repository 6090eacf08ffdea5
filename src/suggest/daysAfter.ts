import { type Choice, orUserError, UserError } from '../core/errors.ts'
import { addDays, type Day, dayOf, formatDay, type TimeReference, weekdayOf } from '../core/time/day.ts'
import { readPeriod } from '../core/time/period.ts'
import { weekdayNames } from '../core/time/words/weekdayNames.ts'

/** How many days after the end of a period something is likely to be due. */
const likely = [0, 7, 14]

/**
 * The end of a typed period and the days one and two weeks after it, or after today where it is over; a Monday stands
 * for the weekend before it. None for a period that cannot be read.
 */
export function daysAfter(typed: string, here: TimeReference): readonly Choice[] {
  const period = orUserError(() => readPeriod(typed, here))
  if (period instanceof UserError) return []
  const today = dayOf(here.now, here.zone)
  const end = period.to > today ? period.to : today
  return likely
    .map((days) => afterWeekend(addDays(end, days)))
    .filter((day) => day > today)
    .map((day) => ({ label: inFull(day), value: day }))
}

function afterWeekend(day: Day): Day {
  const weekday = weekdayOf(day)
  return weekday > 5 ? addDays(day, 8 - weekday) : day
}

/** `Thu 7 Jan 2027` */
function inFull(day: Day): string {
  return `${weekdayNames[weekdayOf(day) - 1]?.slice(0, 3)} ${formatDay(day)}`
}
