import { NothingGiven, UserError, withWayOut } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import { missing, type Readers } from '../../core/language/readValues.ts'
import { withChosen } from '../../core/language/trailing/behind/value.ts'
import type { Button } from '../../core/message.ts'
import type { ReadCommand } from '../readInput.ts'
import { isForAll, type Trial, unrefused } from './offered/unrefused.ts'
import { withOwnChoices } from './openTo.ts'
import { withChoiceButtons } from './questions.ts'

/** What is asked, and what it is read with. */
export interface Asking extends Pick<Trial, 'context' | 'trace'> {
  readonly asked: ReadCommand
  readonly caller: Caller | null
  /** The fields without files. */
  readonly kept: ReadCommand['fields']
  readonly readers: Readers
}

/** Raises why a value cannot be read, with what may be meant and is open to the caller. */
export function refusedFor(asking: Asking) {
  const { asked, caller, kept, readers } = asking
  return async (error: unknown): Promise<never> => {
    const own = await withOwnChoices(error, asked.command, caller, readers)
    throw withWays(await withOpenChoices(own, asking), asked, kept)
  }
}

/** A refusal without the choices that would be refused in turn; why they would be, where all of them would for one reason. */
async function withOpenChoices(error: unknown, asking: Asking): Promise<unknown> {
  if (!(error instanceof UserError) || error.choices.length === 0 || error.option === undefined) return error
  const { asked, kept, readers, context, trace } = asking
  const { command, words } = asked
  const { option, choices, buttons, message } = error
  // What only looks may be asked for again at will, and is read where nothing can be taken back.
  const isLacking = missing(command.options, kept).some((name) => name !== option)
  if (!command.changes || isLacking || !Object.hasOwn(command.options, option)) return error
  const fieldsWith = (value: string) => withChosen(command.options, kept, option, value, choices)
  const { open, refusals } = await unrefused(choices, fieldsWith, { command, words, readers, context, trace })
  if (refusals.length === 0 && !open.some(({ ask }) => ask)) return error
  const [refused] = refusals
  // Whichever is chosen, something else that was given cannot be read.
  const other = refusals.find((one) => one.option !== undefined && one.option !== option && kept[one.option])
  if (open.length === 0 && other) return new UserError(`${message} ${other.message}`, { option, buttons })
  if (open.length === 0 && refused && (choices.length === 1 || isForAll(refusals))) return refused
  return new UserError(message, { option, choices: open, buttons })
}

/** An error with its ways out as buttons of the same command. */
export function withWays(error: unknown, asked: ReadCommand, kept: ReadCommand['fields']): unknown {
  return withChoiceButtons(
    wayOutOf(withForm(atAnOption(error, asked), asked, kept), asked),
    asked.words,
    kept,
    {
      options: asked.command.options,
      confirmed: asked.confirmed,
    },
  )
}

/** Offers the form where a record to change was named and nothing to change in it. */
function withForm(error: unknown, { words }: ReadCommand, kept: ReadCommand['fields']): unknown {
  const form: Button = { label: 'Edit', command: words, values: kept, ask: true }
  return error instanceof NothingGiven ? withWayOut(error, form) : error
}

/** What may be meant by an option that the command does not have is not offered: its buttons would not be understood. */
function atAnOption(error: unknown, { command }: ReadCommand): unknown {
  if (!(error instanceof UserError) || error.choices.length === 0) return error
  const { message, buttons, option = '' } = error
  return Object.hasOwn(command.options, option) ? error : new UserError(message, { buttons })
}

/** Offers to take the line as one text where a word before a colon was read as an option that cannot be read. */
function wayOutOf(error: unknown, { asItStands, fields, command }: ReadCommand): unknown {
  if (!(error instanceof UserError) || error.option === undefined) return error
  const [first] = Object.keys(command.options)
  const named = error.option !== first && fields[error.option] !== undefined
  return named ? withWayOut(error, asItStands) : error
}
