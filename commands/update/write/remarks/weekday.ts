import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { UserError } from '../../../../src/core/errors.ts'
import { type TimeReference, weekdayOf } from '../../../../src/core/time/day.ts'
import { readPeriod } from '../../../../src/core/time/period.ts'
import { refuseWeekday } from '../../../../src/core/time/reading/candidates.ts'
import { meaningsOf } from '../../../../src/core/time/words/vocabulary.ts'

/** `(Mon 17 Nov)` and `on Monday, 17 November` of a Tuesday: the day was read, the weekday beside it was not. */
export function otherWeekday(
  { printedDate, originalText: typed, dates }: UpdateContent,
  here: TimeReference,
): string | undefined {
  const inside = printedDate ?? typed.slice(typed.lastIndexOf('(') + 1).split(')')[0] ?? ''
  const beside = inside.length <= 40 && /^\p{L}{3,}/u.test(inside)
  return refusal(() => {
    if (beside) readPeriod(inside, here)
    for (const { printed, start, end } of dates) {
      const at = typed.lastIndexOf(printed)
      const weekday = at < 0 ? undefined : weekdayBefore(typed.slice(0, at))
      // `Monday to Wednesday, 9-11 November`
      if (weekday !== weekdayOf(end)) refuseWeekday(start, weekday)
    }
  })
}

/** The weekday with which a text ends: `on Tuesday, `, `le mardi `. */
function weekdayBefore(text: string): number | undefined {
  const word = /(\p{L}{2,15})[.,]{0,2} ?$/u.exec(text.slice(-20))?.[1]
  return word === undefined ? undefined : meaningsOf(word.toLowerCase()).weekday
}

function refusal(read: () => void): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    return error instanceof UserError && / is a \p{L}+, not a /u.test(error.message)
      ? `${error.message} The date was taken.`
      : undefined
  }
}
