import { UserError } from '../../../src/core/errors.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Here } from '../../../src/core/time/day.ts'
import { type Period, readPeriod } from '../../../src/core/time/period.ts'
import { printDate } from '../../../src/newsletter/dates/printDate.ts'
import { readPrintedDates } from '../../../src/newsletter/dates/printedDate.ts'

/** What `date:none` and the like say: the field is emptied. */
export function isNone(typed: string | undefined): boolean {
  return typed !== undefined && /^(?:none|-|–|—)$/i.test(typed)
}

const noDate = { printed: null, start: null, end: null, precision: null, dates: [] } as const

/** The date that an author names beside the text, printed as typed, or as the days that `yesterday` means. Raises `UserError`. */
export function readDateOption(typed: string, around: Period, here: Here) {
  if (isNone(typed)) return noDate
  const read = readPrintedDates(`Activity (${typed.replace(/^\(|\)$/g, '')})`, around)
  if (read.start !== null) return read
  const { from: start, to: end } = spokenDays(typed, here)
  const printed = printDate(start, end, 'day')
  return {
    printed,
    start,
    end,
    precision: 'day',
    dates: [{ printed, start, end, precision: 'day' }],
  } as const
}

/** The days of `yesterday` or `last week`. */
function spokenDays(typed: string, here: Here): Period {
  try {
    return readPeriod(typed, here)
  } catch {
    throw new UserError(
      `“${shorten(typed)}” is not a date; give one such as 6-9 Mar, 28 April 2023, Apr or yesterday.`,
      { option: 'date' },
    )
  }
}
