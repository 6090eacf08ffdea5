import type { Db } from '../../../db/store/db.ts'
import { type Access, findCommand } from '../../core/catalog.ts'
import { GuessError, orUserError, UserError, whichIsMeant } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import { helpButton } from '../../core/language/namedFeature.ts'
import { missing, readValues } from '../../core/language/readValues.ts'
import type { Button } from '../../core/message.ts'
import { authorizeFor } from '../caller/authorize.ts'
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
  const notTheirs: NotTheirs[] = []
  for (const one of error.buttons) {
    if (guesses.has(one) && readable.some((other) => says(other, one))) continue
    const read = await readButton(db, features, one, { caller, now, strictly: guesses.has(one) })
    if (read === 'readable') readable.push(one)
    else if (read !== 'unreadable') notTheirs.push({ guess: one, why: read })
  }
  if (error instanceof GuessError) {
    // What is not for them with the group that they named is not meant without it.
    const theirs = readable.filter((one) => !notTheirs.some(({ guess }) => says(guess, one)))
    if (theirs.some((one) => guesses.has(one)))
      return new UserError(whichIsMeant(theirs), { buttons: theirs })
    const otherwise = await withReadableButtons(db, features, error.otherwise, { caller, now })
    return notTheirs[0] ? refusedGuess(notTheirs[0], otherwise) : otherwise
  }
  if (readable.length === error.buttons.length) return error
  const buttons = readable.some(({ values }) => Object.keys(values).length > 0)
    ? readable
    : withHelp(error.buttons, readable)
  const { option, choices } = error
  return new UserError(error.message, { buttons, choices, ...(option === undefined ? {} : { option }) })
}

/** A guess at what was meant that is for others to do. */
interface NotTheirs {
  readonly guess: Button
  readonly why: UserError
}

function refusedGuess({ guess: { label }, why }: NotTheirs, { buttons }: UserError): UserError {
  return new UserError(`You may mean ${label}; nothing was done. ${why.message}`, { buttons })
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

/** Whether a button can be read, or why it is not for the caller to press. */
async function readButton(
  db: Db,
  features: readonly Feature[],
  { command: words, values = {}, ask }: Button,
  { caller, now, strictly }: { readonly caller: Caller; readonly now: Date; readonly strictly: boolean },
): Promise<'readable' | 'unreadable' | UserError> {
  const command = findCommand(features, words)?.command
  if (command && !isOpenTo(command.access, caller)) return 'unreadable'
  if (!command || Object.keys(values).length === 0) return 'readable'
  const { options } = command
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
    const read = await readValues(known, values, readers)
    // What was typed in other words is refused when it is pressed, as it would have been.
    return (strictly ? orUserError(() => mayUse(command.access, caller, read)) : undefined) ?? 'readable'
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    // Choices are an answer too; of a guess, the hours of a day with which it opens a form.
    const hours = ask === true && options[error.option ?? '']?.kind === 'moment'
    return (!strictly || hours) && error.choices.length > 0 ? 'readable' : 'unreadable'
  }
}

/** Raises `UserError` where the group or meeting that is named is none of the caller’s; nothing for what is asked later. */
function mayUse(access: Access, caller: Caller, values: Readonly<Record<string, unknown>>): void {
  if ((access.who === 'chair' || access.who === 'member') && values[access.of] !== undefined)
    authorizeFor(access, caller, values)
}

/** Whether a command is open to such a one at all. */
function isOpenTo({ who }: Access, { isSecretariat, isCoordinator }: Caller): boolean {
  return isSecretariat || (who === 'coordinator' ? isCoordinator : who !== 'secretariat')
}

function noFile(): never {
  throw new UserError('A file is attached to the command itself.')
}
