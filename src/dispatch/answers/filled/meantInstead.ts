import type { Trx } from '../../../../db/store/db.ts'
import { commandWords } from '../../../core/catalog.ts'
import { NoneThere, UserError } from '../../../core/errors.ts'
import type { Caller } from '../../../core/feature/caller.ts'
import type { Filled } from '../../../core/language/filling/filled.ts'
import { namesCommand } from '../../../core/language/readLine.ts'
import { missing } from '../../../core/language/readValues.ts'
import { fold } from '../../../core/text/nearest.ts'
import { contextOf } from '../../contextOf.ts'
import type { ReadCommand } from '../../readInput.ts'
import type { Run } from '../../run.ts'
import { withReadableButtons } from '../readableButtons.ts'
import { filledMeaning, type Meaning } from './meaning.ts'

/** What a line in words of people's own may mean; undefined for what is typed as a command is, and for buttons. */
export async function meaningOf(
  { services, invocation, now }: Run,
  trx: Trx,
  caller: Caller,
): Promise<Meaning | undefined> {
  const { input } = invocation
  if (input.kind !== 'line' || input.text.trimStart().startsWith('/')) return undefined
  if (namesCommand(services.features, input.text)) return undefined
  return filledMeaning(trx, services.features, input.text, { caller, now })
}

/** A refusal with what the line may mean before all else, of which everything works. */
export async function withMeaning(
  run: Run,
  trx: Trx,
  refusal: UserError,
  meaning: Meaning | undefined,
): Promise<UserError> {
  const { services, invocation, trace, now } = run
  const { caller } = trace
  if (!caller) return refusal
  const trial = { trace, context: (confirmed: boolean) => contextOf(run, trx, { caller, confirmed }) }
  return withReadableButtons(trx, services.features, meaning?.offeredBefore(refusal) ?? refusal, {
    caller,
    now,
    room: invocation.place,
    trial,
  })
}

/** What a line that could not be read means after all: a look that it surely asks for, or the refusal with what it may mean. */
export async function readAnew(
  run: Run,
  trx: Trx,
  refusal: UserError,
  caller: Caller,
): Promise<ReadCommand | UserError> {
  const meaning = refusal.unread ? await meaningOf(run, trx, caller) : undefined
  return meaning?.lookInstead(refusal) ?? withMeaning(run, trx, refusal, meaning)
}

/** The score from which a command is meant that is filled in whole, though the line fits the pattern of another one. */
const surely = { filled: 1.5, lacking: 2.2 }

/**
 * What to offer instead of asking for the options that a command lacks, where a sentence that was read as that command fills
 * another one, or more of this one; undefined where nothing does.
 */
export async function meantInstead(
  run: Run,
  trx: Trx,
  asked: ReadCommand,
  lacking: readonly string[],
): Promise<UserError | undefined> {
  const { caller } = run.trace
  const meaning = caller ? await meaningOf(run, trx, caller) : undefined
  const best = meaning?.best
  if (!meaning || !best || best.score < surely.filled) return undefined
  const words = commandWords(best.feature, best.command)
  const isClear = words !== asked.words && best.score >= surely.lacking
  if (missing(best.command.options, best.fields).length >= lacking.length && !isClear) return undefined
  const other = new UserError(`/${asked.words}`)
  const offered = await withMeaning(run, trx, other, meaning)
  return offered.buttons.some(({ command }) => command === words) ? offered : undefined
}

/** Puts what a sentence may mean otherwise before the refusal of the command that it was read as. */
export function otherwiseMeant(
  run: Run,
  trx: Trx,
  asked: ReadCommand,
): (
  refusal: UserError,
  how?: { /** Its values were read, and mean something. */ readonly read: boolean },
) => Promise<UserError> {
  return async (refusal, { read } = { read: false }) => {
    if (refusal instanceof NoneThere) return refusal
    const { invocation, trace } = run
    const { caller } = trace
    const found = caller ? await meaningOf(run, trx, caller) : undefined
    const line = lineOf(invocation)
    const meaning =
      found?.best && (refusal.unread || (!read && isBetter(found.best, asked, refusal, line)))
        ? found
        : undefined
    return meaning || !asked.command.changes ? withMeaning(run, trx, refusal, meaning) : refusal
  }
}

/** Whether a command that was filled in says more than a refusal, which may ask which of several values is meant. */
function isBetter(
  { feature, command, fields, score, lacking }: Filled,
  asked: ReadCommand,
  { option = '', choices, buttons }: UserError,
  line: string,
): boolean {
  if (lacking.length > 0 || isTimed(option, asked)) return false
  const own = buttons.filter((one) => one.command === asked.words)
  if (commandWords(feature, command) !== asked.words)
    return score >= (choices.length + own.length > 0 ? surely.lacking : surely.filled)
  // It asks well already which of several is meant.
  if (choices.length + own.length > 1) return false
  const isNeeded = asked.command.options[option]?.required === true
  if ([...choices, ...own].some(({ label }) => fold(line).includes(fold(label)))) return false
  const filled = Object.values(fields)
  const loses = Object.entries(asked.fields).some(
    ([name, text]) =>
      name !== option &&
      fields[name] !== text &&
      // `1-5 December` says more than the `December` that was found in it, and a name more than none.
      (text.includes(fields[name] ?? '') || !filled.some((one) => one.includes(text))),
  )
  if (loses) return false
  const isMore = Object.entries(fields).some(([name, text]) => asked.fields[name] !== text)
  return isMore && fields[option] !== asked.fields[option] && (!isNeeded || fields[option] !== undefined)
}

/** What is said of a time or a length that cannot be read says how it is read, which is worth more than a guess. */
function isTimed(option: string, { command }: ReadCommand): boolean {
  return ['moment', 'duration'].includes(command.options[option]?.kind ?? '')
}

/** The line that was typed; empty for a button or a form. */
function lineOf({ input }: Run['invocation']): string {
  return input.kind === 'line' ? input.text : ''
}
