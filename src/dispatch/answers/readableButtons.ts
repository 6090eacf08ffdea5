import type { Db } from '../../../db/store/db.ts'
import type { Room } from '../../core/address.ts'
import { type Access, findCommand } from '../../core/catalog.ts'
import { GuessError, orUserError, UserError, whichIsMeant } from '../../core/errors.ts'
import type { Caller } from '../../core/feature/caller.ts'
import { helpButton } from '../../core/language/offers/meantButton.ts'
import { WhichError } from '../../core/language/offers/whichError.ts'
import { missing, readValues } from '../../core/language/readValues.ts'
import { completed } from '../../core/language/trailing/completed.ts'
import type { Button } from '../../core/message.ts'
import { authorize, authorizeFor } from '../caller/authorize.ts'
import { withImplied } from '../names/implied.ts'
import { readersFor } from '../names/readers.ts'
import type { Feature } from '../services.ts'
import { isOpenTo, ofCandidates, wholeFirst } from './offered/candidates.ts'
import { mayMean } from './offered/mayMean.ts'
import { isOfferedBeside, withoutItsEntity, withoutItsPeople } from './offered/namedEntity.ts'
import { isRecordThere } from './offered/recordThere.ts'
import { type NotTheirs, refusedGuess } from './offered/refusedGuess.ts'
import { finalRefusal, type Trial } from './offered/unrefused.ts'

/**
 * A refusal whose buttons work. Each is read as its own command would read it, and tried out where that is possible; one that
 * would be refused is left out, or replaced by the help on its command if no other button takes what was typed. The same
 * error if all of them work.
 */
export async function withReadableButtons(
  db: Db,
  features: readonly Feature[],
  error: UserError,
  asking: Pressing,
): Promise<UserError> {
  const guesses = new Set(error instanceof GuessError ? error.guesses : [])
  const all: Button[] = []
  const doubtful = new Set<Button>()
  const forms = new Map<Button, Button>()
  const notTheirs: NotTheirs[] = []
  for (const one of await withoutItsPeople(db, features, error.buttons, asking.now)) {
    if (guesses.has(one) && all.some((other) => says(other, one))) continue
    if (all.some((other) => says(other, one) && says(one, other) && other.ask === one.ask)) continue
    const read = await readButton(db, features, one, {
      ...asking,
      others: error.buttons,
      // What is said of numbers means just these, so that only trying it out tells whose they are.
      strictly: guesses.has(one) && !(error instanceof GuessError && error.said !== undefined),
    })
    if (read === 'form') forms.set(one, { ...one, ask: true })
    if (read === 'doubtful') doubtful.add(one)
    if (read === 'readable' || read === 'form' || read === 'doubtful') all.push(one)
    else if (read !== 'unreadable' && (guesses.size === 0 || guesses.has(one)))
      notTheirs.push({ guess: one, why: read })
  }
  const readable = withoutItsEntity(features, all, doubtful)
  // What lacks nothing but what is to be done opens its form at once.
  const opened = (one: Button) => forms.get(one) ?? one
  if (error instanceof GuessError) {
    // What is not for them with the group that they named is not meant without it.
    const theirs = readable.filter((one) => !notTheirs.some(({ guess }) => says(guess, one)))
    if (theirs.some((one) => guesses.has(one)))
      return new UserError((error.said ?? whichIsMeant(theirs)) + error.noted(theirs), {
        buttons: wholeFirst(theirs.map(opened)),
      })
    const otherwise = await withReadableButtons(db, features, error.otherwise, asking)
    const meant = notTheirs.find(({ guess }) => error.isSure(guess))
    return meant ? refusedGuess(meant, otherwise) : otherwise
  }
  if (error instanceof WhichError) {
    const { buttons, named, isDone } = ofCandidates(error, readable, features, asking.caller)
    if (named.length === 0 && error.otherwise)
      return withReadableButtons(db, features, error.otherwise, asking)
    const said = new UserError(error.saying(named), { buttons: buttons.map(opened) })
    const other = isDone ? undefined : notTheirs.find(({ guess }) => error.candidates.includes(guess.command))
    return other ? refusedGuess(other, new UserError(error.message, { buttons: readable.map(opened) })) : said
  }
  if (readable.length === error.buttons.length && forms.size === 0) return error
  const buttons = readable.some(({ values }) => Object.keys(values).length > 0)
    ? readable
    : withHelp(error.buttons, readable)
  const [other] = notTheirs
  // Where it is said why something is refused, the help on it says no more.
  if (other && buttons !== readable)
    return refusedGuess(other, new UserError(error.message, { buttons: readable.map(opened) }))
  const { option, choices } = error
  return new UserError(error.message, {
    buttons: buttons.map(opened),
    choices,
    ...(option === undefined ? {} : { option }),
  })
}

/** Who sees the buttons, when and where. */
interface Pressing {
  readonly caller: Caller
  readonly now: Date
  readonly room: Room
  /** How a command is tried out. */
  readonly trial: Pick<Trial, 'trace'> & { context(confirmed: boolean): Trial['context'] }
}

/** How a button is read, and what stands beside it. */
interface Beside {
  readonly strictly: boolean
  readonly others: readonly Button[]
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

/** Whether a button can be read, and then opens a form or is asked about, or why it is not for the caller to press. */
async function readButton(
  db: Db,
  features: readonly Feature[],
  one: Button,
  { caller, now, room, trial, strictly, others }: Pressing & Beside,
): Promise<'readable' | 'form' | 'doubtful' | 'unreadable' | UserError> {
  const { command: words, values: typed = {}, ask, confirmed = false } = one
  const command = findCommand(features, words)?.command
  if (command && !isOpenTo(command.access, caller)) {
    // Whoever says what is for others is told so, where nothing else can be meant.
    const refused = strictly ? orUserError(() => authorize(command.access, caller, words)) : undefined
    return refused instanceof UserError ? refused : 'unreadable'
  }
  const isBare = Object.keys(typed).length === 0
  if (!command) return 'readable'
  // Whom a command refuses whatever they give is not asked for what it lacks.
  const never = await command.refuse?.(trial.context(confirmed), typed).catch(asUserError)
  if (never) return strictly ? never : 'unreadable'
  // Whoever presses a bare change is asked for what it lacks; a guess at a sentence tells of its command.
  const isAsked = command.changes ? missing(command.options, typed).length > 0 : strictly
  if (isBare && isAsked) return 'readable'
  const { options } = command
  const readers = { ...readersFor(db, { now, zone: caller.zone, caller }), file: noFile }
  let values = completed(options, typed)
  try {
    // Words that were typed in the place of the meeting that goes on are those of the next option; a guess put them there.
    if (!strictly) values = await withImplied(db, options, values, { caller, now, room })
    // Missing options are asked for.
    const lacking = new Set(missing(options, values))
    // What was typed for an option and is none of its values would be asked for again.
    if (missing(options, values).some((name) => (typed[name] ?? '') !== '')) return 'unreadable'
    const known = Object.entries(options).filter(([name, { kind }]) => kind !== 'file' && !lacking.has(name))
    const read = await readValues(Object.fromEntries(known), values, readers)
    const [first = ''] = Object.keys(options)
    if (
      (strictly || (lacking.size > 0 && options[first]?.several)) &&
      !(await isRecordThere(db, options[first], values[first], caller))
    )
      return 'unreadable'
    const refused = orUserError(() => authorizeNamed(command.access, caller, read))
    const tries = !ask || (strictly && /^(?:meeting|record)$/.test(options[first]?.kind ?? ''))
    if (refused || lacking.size > 0 || !tries) return refused ?? 'readable'
    const tried = { context: trial.context(confirmed), trace: trial.trace, fields: values }
    const final = await finalRefusal({ command, words }, read, tried)
    if (ask && (!(final instanceof UserError) || (final.option ?? first) !== first)) return 'readable'
    if (final === 'form') return final
    if (isBare) return !final || final.choices.length + final.buttons.length > 0 ? 'readable' : 'unreadable'
    // What would name its choices offers none of them here.
    return final && final.choices.length > 0 ? 'unreadable' : (final ?? 'readable')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { option = '', choices, buttons } = error
    if (isOfferedBeside(error, one, others)) return 'unreadable'
    // A guess that is refused, with nothing but what may be looked at, says so at once.
    const looks = buttons.every((other) => findCommand(features, other.command)?.command.changes !== true)
    if (option !== '' && choices.length === 0 && buttons.length > 0 && looks)
      return strictly ? error : 'unreadable'
    if (buttons.length > 0) return 'readable'
    // Choices are an answer too; of a guess, the hours of a day with which it opens a form.
    const hours = options[option]?.kind === 'moment' && choices.length > 0
    if (strictly) return !hours ? 'unreadable' : ask ? 'doubtful' : 'form'
    return mayMean(options[option], values[option], choices) ? 'doubtful' : 'unreadable'
  }
}

/** Raises `UserError` where the group or meeting that is named is none of the caller’s; nothing for what is asked later. */
function authorizeNamed(access: Access, caller: Caller, values: Readonly<Record<string, unknown>>): void {
  if ((access.who === 'chair' || access.who === 'member') && values[access.of] !== undefined)
    authorizeFor(access, caller, values)
}

function asUserError(error: unknown): UserError {
  if (error instanceof UserError) return error
  throw error
}

function noFile(): never {
  throw new UserError('A file is attached to the command itself.')
}
