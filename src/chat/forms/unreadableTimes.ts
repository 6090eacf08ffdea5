import { UserError } from '../../core/errors.ts'
import type { Form } from '../../core/invocation.ts'
import { labelOf } from '../../core/language/labels.ts'
import type { Option } from '../../core/option.ts'
import { readDuration } from '../../core/time/duration.ts'
import { readSpan } from '../../core/time/period.ts'
import { readTypedMoment } from '../../core/time/phrases/typedMoment.ts'
import { readDay } from '../../core/time/typedDay.ts'

/**
 * What is wrong with the times typed into a form so far, a sentence each; it is told before the form is sent. Only what
 * nobody could read: what may mean two things, or counts from something that is stored, is told when it is sent.
 */
export function unreadableTimes({ fields, given }: Form, now: Date): readonly string[] {
  return fields.flatMap(({ name, option }) => {
    const typed = given[name]?.trim() ?? ''
    const problem = typed === '' ? undefined : problemOf(option, typed, now)
    return problem === undefined ? [] : [`${labelOf(name)}: ${problem}`]
  })
}

function problemOf(option: Option, typed: string, now: Date): string | undefined {
  const { kind, moves, fromNow, issues, ahead } = option
  // The reader's own zone changes the day at most.
  const here = { now, zone: 'UTC', ahead: ahead ?? false }
  if (moves || fromNow || issues) return undefined
  try {
    if (kind === 'moment') readTypedMoment(typed, option, here, undefined)
    else if (kind === 'day' && !option.longer) readDay(typed, here, option.edge)
    else if (kind === 'period') readSpan(typed, here, ahead === true)
    else if (kind === 'duration') readDuration(typed)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.choices.length === 0 ? error.message : undefined
  }
  return undefined
}
