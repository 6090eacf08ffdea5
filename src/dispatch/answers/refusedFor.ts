import { NothingGiven, UserError, withWayOut } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import type { Readers } from '../../core/language/readValues.ts'
import type { Button } from '../../core/message.ts'
import type { ReadCommand } from '../readInput.ts'
import { withOwnChoices } from './openTo.ts'
import { withChoiceButtons } from './questions.ts'

interface Asking {
  readonly asked: ReadCommand
  readonly caller: Caller | null
  /** The fields without files. */
  readonly kept: ReadCommand['fields']
  readonly readers: Readers
}

/** Raises why a value cannot be read, with what may be meant and is open to the caller. */
export function refusedFor({ asked, caller, kept, readers }: Asking) {
  return async (error: unknown): Promise<never> => {
    throw withWays(await withOwnChoices(error, asked.command, caller, readers), asked, kept)
  }
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
