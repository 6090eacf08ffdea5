import { UserError } from '../../../../src/core/errors.ts'
import type { Day, TimeReference } from '../../../../src/core/time/day.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'
import { withSubjectEmbargo } from '../../../../src/newsletter/pasted/subjectEmbargo.ts'
import { splitEmbargo } from '../../../../src/newsletter/reading/embargo.ts'
import { embargoDay } from '../../../../src/newsletter/reading/embargoDay.ts'
import { isNone } from './dateOption.ts'

/**
 * The first day on which an update may be printed, and its text without the words that ask for it. Words from which no
 * day can be read stay in the text; in the option they raise a `UserError`.
 */
export function embargoOf(
  text: string,
  given: string | undefined,
  here: TimeReference,
): { readonly text: string; readonly until: Day | null } {
  const found = splitEmbargo(withSubjectEmbargo(text))
  const inText = found.until === null ? undefined : embargoDay(found.until, here)
  const rest = inText === undefined ? text : found.text
  if (given === undefined) return { text: rest, until: inText ?? null }
  return { text: rest, until: isNone(given) ? null : readEmbargo(given, here) }
}

function readEmbargo(given: string, here: TimeReference): Day {
  const day = given.replace(/^(?:embargo(?:ed)? )?(?:until|till) /i, '')
  try {
    return embargoDay(day, here) ?? readDay(day, here)
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.message, { option: 'embargo' })
    throw error
  }
}
