import type { Trx } from '../../db/store/db.ts'
import { tryOut } from '../../db/store/savepoints/tryOut.ts'
import { UserError, withWayOut } from '../core/errors.ts'
import type { Caller } from '../core/feature/caller.ts'
import type { Question, Refusal } from '../core/feature/feature.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { missing, type Readers, readValues } from '../core/language/values.ts'
import { type Message, message } from '../core/message.ts'
import { asCard } from './answers/asCard.ts'
import { askOvertaken } from './answers/askOvertaken.ts'
import { besides, sayNamed } from './answers/besides.ts'
import { initialFormValues } from './answers/initialFormValues.ts'
import { offers } from './answers/offers.ts'
import { ask, askWith, confirm, withButtons } from './answers/questions.ts'
import { onlyReadable } from './answers/readable.ts'
import { waysOut } from './answers/waysOut.ts'
import { authorize, authorizeBeforeAsking, authorizeFor } from './caller/authorize.ts'
import { identifyCaller } from './caller/identifyCaller.ts'
import { type ContextServices, contextOf } from './contextOf.ts'
import {
  fetchFiles,
  fileReader,
  type GivenFiles,
  matchFiles,
  tellLeftOver,
  withFileNames,
  withoutFiles,
} from './files.ts'
import { withImplied } from './names/implied.ts'
import { readersFor } from './names/readers.ts'
import type { ReadCommand } from './readInput.ts'
import type { Context, Services } from './services.ts'
import type { InvocationTrace } from './trace.ts'

type RunServices = ContextServices & Pick<Services, 'features'>

/**
 * Identifies, reads, authorizes and runs: everything that one invocation does inside its transaction. What could
 * not be read is raised once the caller is known. Raises `UserError`.
 */
export async function runCommand(
  services: RunServices,
  trx: Trx,
  invocation: Invocation,
  asked: ReadCommand | UserError,
  trace: InvocationTrace,
  now: Date,
  identified: Promise<Caller | null> = identifyCaller(trx, invocation, now),
): Promise<Answer> {
  trace.caller = await identified
  const answer = await answerTo(services, trx, invocation, asked, trace, now)
  if (asked instanceof UserError) return asCard(answer, undefined, trace)
  return asCard(sayNamed(answer, asked.named ?? [], asked.fields), asked.command.heading, trace)
}

async function answerTo(
  services: RunServices,
  trx: Trx,
  invocation: Invocation,
  asked: ReadCommand | UserError,
  trace: InvocationTrace,
  now: Date,
): Promise<Answer> {
  if (asked instanceof UserError) {
    const { caller: known } = trace
    throw known ? await onlyReadable(trx, services.features, asked, { caller: known, now }) : asked
  }
  const { command, words } = asked
  trace.command = words
  trace.present = asked.present
  const files = matchFiles(command.options, invocation.files)
  const given = withFileNames(asked.fields, files)
  const caller = authorize(command.access, trace.caller, words)
  const fields = asked.ask
    ? given
    : await withImplied(trx, command.options, given, { caller, room: invocation.place, now })
  // A form is filled in again with these; a file must be chosen anew.
  const kept = withoutFiles(command.options, fields)
  trace.fields = kept
  const context = contextOf(services, trx, invocation, caller, trace, now, asked.confirmed)
  const readers = {
    ...readersFor(trx, { now, zone: context.zone, caller: context.caller }),
    file: fileReader(files, invocation.openFile),
  }
  const prepared = { asked, caller, context, fields, kept, files, readers }
  const lacking = missing(command.options, fields)
  if (lacking.length > 0 || asked.ask) return askForOptions(services.features, prepared, lacking)
  return readAndRun(trace, prepared)
}

/** A command whose words were sorted into its options, and what they are read with. */
interface Prepared {
  readonly asked: ReadCommand
  readonly caller: Caller | null
  readonly context: Context
  readonly fields: Readonly<Record<string, string>>
  /** The fields without files. */
  readonly kept: Readonly<Record<string, string>>
  readonly files: GivenFiles
  readonly readers: Readers
}

/** Asks for the options that are lacking, or for all of them where a form is asked for. */
async function askForOptions(
  features: RunServices['features'],
  { asked, caller, context, fields, kept, files, readers }: Prepared,
  lacking: readonly string[],
): Promise<Answer> {
  const { command, words } = asked
  // A form that was filled in before opens again whatever it holds: what was typed may be put right there.
  if (!asked.ask) await authorizeBeforeAsking(command, caller, fields, readers)
  const open = { words, kept, lacking: asked.ask ? [] : lacking, caller, now: context.now }
  const { buttons, why } = await offers(context.db, command.options, open)
  const ways = [...buttons, ...(asked.asItStands ? [asked.asItStands] : [])]
  const opened = asked.ask ? await initialFormValues(command, kept, context, readers) : { given: kept }
  const { given: shows, present } = opened
  return tellLeftOver(ask(features, words, shows, lacking, { ways, why, present }), words, files)
}

/** Reads the options, and runs the command for whoever may; asks first where that would take something back for good. */
async function readAndRun(
  trace: InvocationTrace,
  { asked, caller, context, fields, kept, files, readers }: Prepared,
): Promise<Answer> {
  const { command, words } = asked
  const read = await readValues(command.options, fields, readers).catch((error: unknown) => {
    throw withButtons(wayOutOf(error, asked), words, kept, asked.confirmed)
  })
  // Somebody who may not use the command is offered no form either.
  trace.fields = undefined
  authorizeFor(command.access, caller, read)
  trace.fields = kept
  const overtaken = await askOvertaken(context, asked, { fields: kept, values: read })
  if (overtaken) return overtaken
  const values = await fetchFiles(command.options, read)
  if (!command.changes) trace.subject = lookedAt(words, values)

  const run = () =>
    command.run(context, values).catch((error: unknown) => {
      throw withWayOut(withButtons(wayOutOf(error, asked), words, kept, asked.confirmed), asked.beside)
    })
  if (command.confirm && !asked.confirmed) {
    // Nobody is asked about what they may not do, or what cannot be done.
    const reply = await dryRun(context.db, trace, run)
    if (!('kind' in reply)) return confirm(command.confirm, words, fields, read)
    // A handler that asks by itself knows better what it would do.
    return answerOf(reply, command, words, kept, values)
  }
  return tellLeftOver(
    besides(answerOf(await run(), command, words, kept, values), asked.beside),
    words,
    files,
  )
}

/** The record that a command shows which is called after it, such as `update:12` for `/update show U12`; else null. */
function lookedAt(words: string, values: Readonly<Record<string, unknown>>): string | null {
  const [feature = '', ...action] = words.split(' ')
  const [kind] = action.length > 1 ? action : [feature]
  const value = kind === undefined ? undefined : values[kind]
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'number' ? `${kind}:${id}` : null
}

/** Runs a command for its reply alone: what it writes is taken back, and nobody hears of it. Raises what it raises. */
async function dryRun<T>(trx: Trx, trace: InvocationTrace, run: () => Promise<T>): Promise<T> {
  const { subject, notices, letters, shown } = trace
  const before = [notices, letters, shown].map((list) => ({ list, length: list.length }))
  try {
    return await tryOut(trx, run)
  } finally {
    for (const { list, length } of before) list.length = length
    trace.subject = subject
  }
}

/** What an option could not read that was typed with its name may have been words of a sentence. */
function wayOutOf(error: unknown, { asItStands, fields, command }: ReadCommand): unknown {
  if (!(error instanceof UserError) || error.option === undefined) return error
  const [first] = Object.keys(command.options)
  const named = error.option !== first && fields[error.option] !== undefined
  return named ? withWayOut(error, asItStands) : error
}

function answerOf(
  reply: Message | Refusal | Question,
  command: Pick<ReadCommand['command'], 'audience'>,
  words: string,
  fields: Readonly<Record<string, string>>,
  values: Readonly<Record<string, unknown>>,
): Answer {
  if (!('kind' in reply)) return { outcome: 'done', audience: command.audience, message: reply }
  if (reply.kind === 'question') return askWith(reply, words, fields, values)
  return { outcome: 'refused', audience: 'caller', message: message(reply.text, ...waysOut(reply.buttons)) }
}
