import type { Db } from '../../../db/store/db.ts'
import { type Access, findCommand } from '../../core/catalog.ts'
import { GuessError, UserError, whichIsMeant } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import { helpButton } from '../../core/language/namedFeature.ts'
import { missing, readValues } from '../../core/language/readValues.ts'
import type { Button } from '../../core/message.ts'
import { readersFor } from '../names/readers.ts'
import type { Feature } from '../services.ts'

/**
 * A refusal whose buttons work. Each is read as its own command would read it; one that would be refused is left out, or
 * replaced by the help on its command if no other button takes what was typed. The same error if all of them work.
 */
export async function withReadableButtons(
  db: Db,
  features: readonly Feature[],
  error: UserError,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): Promise<UserError> {
  const guesses = new Set(error instanceof GuessError ? error.guesses : [])
  const readable: Button[] = []
  for (const one of error.buttons) {
    if (guesses.has(one) && readable.some((other) => says(other, one))) continue
    if (await isReadable(db, features, one, { caller, now, strictly: guesses.has(one) })) readable.push(one)
  }
  if (error instanceof GuessError) {
    const isGuessed = readable.some((one) => guesses.has(one))
    return isGuessed
      ? new UserError(whichIsMeant(readable), { buttons: readable })
      : withReadableButtons(db, features, error.otherwise, { caller, now })
  }
  if (readable.length === error.buttons.length) return error
  const buttons = readable.some(({ values }) => Object.keys(values).length > 0)
    ? readable
    : withHelp(error.buttons, readable)
  const { option, choices } = error
  return new UserError(error.message, { buttons, choices, ...(option === undefined ? {} : { option }) })
}

/** Whether a button does what another does with all that the other gives, and perhaps more. */
function says({ command, values = {} }: Button, other: Button): boolean {
  return (
    command === other.command &&
    Object.entries(other.values ?? {}).every(([name, value]) => values[name] === value)
  )
}

/** Buttons with the help on a command, once, in place of those that cannot be read. */
function withHelp(buttons: readonly Button[], readable: readonly Button[]): readonly Button[] {
  const all = buttons.map((one) => (readable.includes(one) ? one : helpButton(one.command)))
  return all.filter(({ label }, at) => all.findIndex((other) => other.label === label) === at)
}

async function isReadable(
  db: Db,
  features: readonly Feature[],
  { command: words, values = {} }: Button,
  { caller, now, strictly }: { readonly caller: Caller; readonly now: Date; readonly strictly: boolean },
): Promise<boolean> {
  const command = findCommand(features, words)?.command
  if (command && !isOpenTo(command.access, caller)) return false
  const { options } = command ?? {}
  if (!options || Object.keys(values).length === 0) return true
  // Missing options are asked for.
  const lacking = new Set(missing(options, values))
  const known = Object.fromEntries(
    Object.entries(options).filter(
      // Words that were typed in the place of the meeting that goes on are those of the next option; a guess put them there.
      ([name, { kind, implied }]) =>
        kind !== 'file' && (strictly || implied === undefined) && !lacking.has(name),
    ),
  )
  const readers = { ...readersFor(db, { now, zone: caller.zone, caller }), file: noFile }
  try {
    await readValues(known, values, readers)
    return true
  } catch (error) {
    // Choices are an answer too.
    if (error instanceof UserError) return !strictly && error.choices.length > 0
    throw error
  }
}

/** Whether a command is open to such a one at all; whose group it is comes later. */
function isOpenTo({ who }: Access, { isSecretariat, isCoordinator }: Caller): boolean {
  return isSecretariat || (who === 'coordinator' ? isCoordinator : who !== 'secretariat')
}

function noFile(): never {
  throw new UserError('A file is attached to the command itself.')
}
