import { addDays, addMonths, type Day, lastOfMonth, partsOf, weekdayOf } from '../day.ts'
import { candidatesOf, firstFrom } from '../reading/candidates.ts'
import { wholeDate } from '../wholeDate.ts'

/** What makes the week of a day of it: `the week of 7 December`. */
export const weekOfDay = /^(?:in )?(?:the )?week (?:of|beginning|starting) (?=\S)/i

/**
 * The days of a span that are to it what a day is to its own week or month: of `next week` the same weekday, of `next
 * month` and `in January` the same weekday in its week of the month, then the same date unless that is a weekend.
 * Undefined for a text that names no week or month.
 */
export function sameInSpan(text: string, day: Day, today: Day): readonly Day[] | undefined {
  const span = spanNamed(text, today)
  if (!span) return undefined
  const [year, month] = partsOf(span.from)
  if (addDays(span.from, 6) === span.to)
    return [addDays(span.from, (weekdayOf(day) - weekdayOf(span.from) + 7) % 7)]
  if (span.to !== lastOfMonth(year, month)) return undefined
  const [itsYear, itsMonth] = partsOf(day)
  const date = addMonths(day, (year - itsYear) * 12 + month - itsMonth)
  const alike = sameWeekday(span.from, day)
  return weekdayOf(date) > 5 || date === alike ? [alike] : [alike, date]
}

/** The days of more than one that a text names: `next week`, `in January`. */
export function spanNamed(text: string, today: Day): { readonly from: Day; readonly to: Day } | undefined {
  const written = wholeDate(text.trim().replace(/^(?:in|during) /i, ''), today)
  const span = written && firstFrom(candidatesOf(written, today), today)
  return span && span.from !== span.to ? span : undefined
}

/** The second Thursday of the month that begins on a day, for the second Thursday of another; the last one for a fifth. */
function sameWeekday(first: Day, day: Day): Day {
  const nth = Math.ceil(partsOf(day)[2] / 7)
  const earliest = addDays(first, (weekdayOf(day) - weekdayOf(first) + 7) % 7)
  const found = addDays(earliest, (nth - 1) * 7)
  return partsOf(found)[1] === partsOf(first)[1] ? found : addDays(found, -7)
}
