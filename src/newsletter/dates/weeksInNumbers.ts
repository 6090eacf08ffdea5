import { addDays, type Day, dayFrom, daysBetween, partsOf, weekdayOf } from '../../core/time/day.ts'
import type { WrittenDate } from '../../core/time/findDates.ts'
import type { Period } from '../../core/time/period.ts'

/** `wb 9/11`, `week of 16.11`: the first day of a week in numbers; without such words they may be a share. */
const written =
  /(?<![\p{L}\p{N}])(?:w[/.]?[bc]\.?|w(?:ee)?k (?:commencing|beginning|starting|of)(?: on)?):? ?(\d{1,2})[/.](\d{1,2})(?![\d/])(?!\.\d)/giu

/** Whether a date names a week by a day in numbers, which no issue prints. */
export function isWeekInNumbers(printed: string): boolean {
  return new RegExp(`^${written.source}$`, 'iu').test(printed)
}

/** The farthest from the months that such a day is looked for. */
const farthest = 62

/**
 * The weeks, Monday to Friday, that a text names by a day in numbers: the day first or the month, whichever is near the period, a Monday
 * before other days. A week that may be one of two is left as text.
 */
export function weeksInNumbers(text: string, period: Period): readonly WrittenDate[] {
  return [...text.matchAll(written)].flatMap(({ 0: whole, 1: first = '', 2: second = '', index }) => {
    const days = [
      ...daysNear(Number(first), Number(second), period),
      ...daysNear(Number(second), Number(first), period),
    ]
    const mondays = days.filter((day) => weekdayOf(day) === 1)
    const [day, ...others] = new Set(mondays.length > 0 ? mondays : days)
    if (day === undefined || others.length > 0) return []
    const end = index + whole.length
    return [
      {
        from: day,
        to: addDays(day, 4),
        precision: 'day',
        written: whole,
        start: index,
        end,
        mentioned: false,
      } as const,
    ]
  })
}

function daysNear(day: number, month: number, { from, to }: Period): readonly Day[] {
  const [year] = partsOf(from)
  return [year - 1, year, year + 1].flatMap((one) => {
    const found = dayFrom(one, month, day)
    return found && found >= addDays(from, -farthest) && daysBetween(to, found) <= farthest ? [found] : []
  })
}
