import { UserError } from '../../errors.ts'
import { shorten } from '../../text/text.ts'
import type { Day } from '../day.ts'

/** What is counted from today ends there. */
export const lastDay: Day = '2099-12-31'

/** The refusal of `in 1000 years`. */
export function tooFar(typed: string): UserError {
  return new UserError(
    `“${shorten(typed, 60)}” is too far ahead: dates go up to the end of ${lastDay.slice(0, 4)}.`,
  )
}

export function unreadable(typed: string): UserError {
  return new UserError(
    `I cannot read “${shorten(typed, 60)}” as a date and time. Try “tomorrow 15:00” or “12 Dec 14:30”.`,
  )
}
