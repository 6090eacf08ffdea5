import type { Trx } from '../../../../db/store/db.ts'
import { GuessError, UserError } from '../../../core/errors.ts'
import { typedLabel } from '../../../core/language/filling/filled.ts'
import { button } from '../../../core/message.ts'
import type { ReadCommand } from '../../readInput.ts'
import type { Run } from '../../run.ts'
import { isNamedIn, meetingsIn, type Numbered, oneReading, readNumbered } from './byTitle.ts'
import { withMeaning } from './meantInstead.ts'

/** A longer sentence tells something. */
const longest = 160

/**
 * A sentence of which nothing was known, read with the number of the meeting that stands in it by its whole title. Raises
 * the refusal of the sentence where that helps as little; a change, as of `rename rail security to Ports`, is offered in it
 * to whoever may make it.
 * One round trip.
 */
export async function lookByTitle(
  run: Run,
  trx: Trx,
  asked: ReadCommand | UserError,
  refusal: unknown,
): Promise<Numbered> {
  const numbered =
    refusal instanceof UserError && isUnknown(run, asked) ? await numberedIn(run, trx) : undefined
  if (!numbered || !(refusal instanceof UserError)) throw refusal
  const { words, command, fields } = numbered.asked
  if (!command.changes) return numbered
  const meant = button(typedLabel(words, command.options, fields), words, fields)
  const buttons = refusal.buttons.filter((one) => one.command === 'update post')
  const offered = new GuessError({ guesses: [meant], buttons, otherwise: refusal })
  throw await withMeaning(run, trx, offered, undefined)
}

/** Whether a line is a sentence that no command reads, for which help is sought then. */
function isUnknown({ invocation: { input } }: Run, asked: ReadCommand | UserError): boolean {
  if (input.kind !== 'line' || input.text.length > longest || input.text.trimStart().startsWith('/'))
    return false
  return asked instanceof UserError ? asked.unread : asked.words === 'help'
}

/** Raises `UserError` where several meetings have the title. */
async function numberedIn(run: Run, trx: Trx): Promise<Numbered | undefined> {
  const { invocation, trace, now } = run
  const { input } = invocation
  if (input.kind !== 'line' || !trace.caller) return undefined
  const known = await meetingsIn(trx, input.text, now, trace.caller.zone)
  const named = known.filter(({ title }) => isNamedIn(input.text, title, {}))
  return oneReading(named, (record) => {
    const numbered = readNumbered(run, record)
    return numbered?.asked.words === 'help' ? undefined : numbered
  })
}
