import type { Trx } from '../../db/store/db.ts'
import type { Room } from '../core/address.ts'
import type { Audience } from '../core/catalog.ts'
import { UserError, withWayOut } from '../core/errors.ts'
import type { Caller } from '../core/feature/caller.ts'
import type { Answer } from '../core/invocation.ts'
import { guess } from '../core/language/gist/asked.ts'
import { missing, readValues } from '../core/language/readValues.ts'
import { message } from '../core/message.ts'
import { withFurtherButton, withTakenOptions } from './answers/additions.ts'
import { asCard } from './answers/asCard.ts'
import { manyOf } from './answers/beforeMany.ts'
import { askAboutConflict } from './answers/editConflict.ts'
import { byTitle, type Numbered } from './answers/filled/byTitle.ts'
import { lookByTitle } from './answers/filled/lookByTitle.ts'
import { meantInstead, otherwiseMeant, readAnew } from './answers/filled/meantInstead.ts'
import { initialFormValues } from './answers/initialFormValues.ts'
import { unlessJustMade } from './answers/justMade.ts'
import { withLastingTimes } from './answers/offered/lastingTimes.ts'
import { refuseStaleRecord } from './answers/offered/unrefused.ts'
import { offers } from './answers/offers.ts'
import { ask, askQuestion, confirm } from './answers/questions.ts'
import { type Asking, refusedFor, withWays } from './answers/refusedFor.ts'
import { dryRun, type Reply, unlessMany } from './answers/tryingOut.ts'
import { waysOut } from './answers/waysOut.ts'
import { lookedAt } from './audit.ts'
import { authorize, authorizeBeforeAsking, authorizeFor } from './caller/authorize.ts'
import { identifyCaller } from './caller/identifyCaller.ts'
import { refusalToStranger } from './caller/notLinked.ts'
import { contextOf } from './contextOf.ts'
import {
  fetchFiles,
  fileReader,
  type GivenFiles,
  matchFiles,
  tellLeftOver,
  withFileNames,
  withoutFiles,
} from './files.ts'
import { withGroupParted } from './names/entity/partedGroup.ts'
import { refuseUnknownGroup } from './names/groupMeant.ts'
import { withImplied } from './names/implied.ts'
import { readersFor } from './names/readers.ts'
import type { ReadCommand } from './readInput.ts'
import type { Run } from './run.ts'
import type { Feature } from './services.ts'

/**
 * Identifies, reads, authorizes and runs: everything that one invocation does inside its transaction. What could
 * not be read is raised once the caller is known. Raises `UserError`.
 */
export async function runCommand(
  run: Run,
  trx: Trx,
  asked: ReadCommand | UserError,
  identified: Promise<Caller | null> = identifyCaller(trx, run.invocation, run.now),
): Promise<Answer> {
  run.trace.caller = await identified
  const answer = async () => withLastingTimes(await answerTo(run, trx, asked), run)
  if (asked instanceof UserError) return asCard(await answer(), undefined, run)
  const { named = [], fields } = asked
  const make = async () => asCard(withTakenOptions(await answer(), named, fields), asked, run)
  return unlessJustMade(run, trx, asked, make)
}

async function answerTo(run: Run, trx: Trx, asked: ReadCommand | UserError): Promise<Answer> {
  return answerAsRead(run, trx, asked).catch(async (error: unknown) => {
    const look = await lookByTitle(run, trx, asked, error)
    return answerTo(look.run, trx, look.asked)
  })
}

async function answerAsRead(run: Run, trx: Trx, asked: ReadCommand | UserError): Promise<Answer> {
  const { services, invocation, trace, now } = run
  if (asked instanceof UserError) {
    const { caller: known } = trace
    if (!known) throw refusalToStranger(services.features, asked, invocation.input)
    const anew = await readAnew(run, trx, asked, known)
    if (anew instanceof UserError) throw anew
    return answerTo(run, trx, anew)
  }
  const { command, words } = asked
  trace.command = words
  trace.present = asked.present
  const files = matchFiles(command.options, invocation.files)
  const given = withFileNames(asked.fields, files)
  const caller = authorize(command.access, trace.caller, words)
  const implied = asked.ask
    ? given
    : await withImplied(trx, command.options, given, { caller, room: invocation.place, now })
  const context = contextOf(run, trx, { caller, confirmed: asked.confirmed })
  const readers = {
    ...readersFor(trx, { now, zone: context.zone, caller: context.caller }),
    file: fileReader(files, invocation.openFile),
  }
  const fields = asked.ask ? implied : await withGroupParted(command.options, implied, readers)
  // A form is filled in again with these; a file must be chosen anew.
  const kept = withoutFiles(command.options, fields)
  trace.fields = kept
  const room = invocation.place
  const otherwise = otherwiseMeant(run, trx, asked)
  const prepared = { run, asked, caller, context, trace, fields, kept, files, readers, room, otherwise }
  const lacking = missing(command.options, fields)
  if (lacking.length > 0 && !asked.ask) {
    const numbered = await byTitle(run, trx, asked, lacking)
    if (numbered) return answerTo(numbered.run, trx, numbered.asked)
    const instead = await meantInstead(run, trx, asked, lacking)
    if (instead) throw instead
  }
  if (lacking.length > 0 || asked.ask) return askForOptions(services.features, prepared, lacking)
  return readAndRun(prepared)
}

/** A command with its option texts, and what they are read with. */
interface Prepared extends Asking {
  readonly run: Run
  readonly fields: Readonly<Record<string, string>>
  readonly files: GivenFiles
  readonly room: Room
  /** A refusal of what was read with what else the line may mean. */
  otherwise: ReturnType<typeof otherwiseMeant>
}

/** Asks for the options that are lacking, or for all of them where a form is asked for. */
async function askForOptions(
  features: readonly Feature[],
  prepared: Prepared,
  lacking: readonly string[],
): Promise<Answer> {
  const { asked, caller, context, trace, fields, kept, files, readers } = prepared
  const { command, words } = asked
  // A form that comes back to be corrected opens whatever it holds; one of a record alone has nothing to lose.
  if (!asked.ask || Object.keys(kept).length === 1)
    await authorizeBeforeAsking(command, caller, fields, readers)
  await command.refuse?.(context, fields)
  const open = { command, words, kept, lacking: asked.ask ? [] : lacking, caller, readers, context, trace }
  const refused = refusedFor(prepared)
  if (asked.ask && lacking.length === 0) await refuseStaleRecord(prepared).catch(refused)
  if (!asked.ask) await refuseUnknownGroup(command.options, fields, readers).catch(refused)
  const { buttons, why } = await offers(context.db, open).catch(refused)
  const ways = [...buttons, ...(asked.asItStands ? [asked.asItStands] : [])]
  const opened = asked.ask ? await initialFormValues(command, kept, context, readers) : { given: kept }
  const { given: shows, present } = opened
  return tellLeftOver(ask(features, words, shows, lacking, { ways, why, present }), words, files)
}

/** Reads the options, and runs the command for whoever may; asks first where that would take something back for good. */
async function readAndRun(prepared: Prepared): Promise<Answer> {
  const { run, asked, caller, context, trace, fields, kept, files, readers } = prepared
  const { command, words } = asked
  let numbered: Numbered | undefined
  const read = await readValues(command.options, fields, readers).catch(async (error: unknown) => {
    // Nor is anybody asked what they meant by it who may not use it.
    await authorizeBeforeAsking(command, caller, fields, readers)
    const option = error instanceof UserError ? error.option : undefined
    numbered = option === undefined ? undefined : await byTitle(run, context.db, asked, [option])
    if (numbered) return {}
    const refused = await refusedFor(prepared)(error).catch((raised: unknown) => raised)
    throw refused instanceof UserError ? await prepared.otherwise(refused) : refused
  })
  if (numbered) return answerTo(numbered.run, context.db, numbered.asked)
  authorizeFor(command.access, caller, read)
  const again = (now: typeof kept) => readValues(command.options, { ...fields, ...now }, readers)
  const form = await askAboutConflict(context, asked, { fields: kept, values: read, again })
  if ('outcome' in form) return form
  const values = await fetchFiles(command.options, form.values)
  const filled = { words, fields: form.fields, values, options: command.options }
  if (!command.changes) trace.subject = lookedAt(words, values)

  const act = () =>
    command.run(context, values).catch(async (error: unknown) => {
      const raised = withWays(error, asked, kept)
      const refused = raised instanceof UserError ? guess(asked.guesses ?? [], raised) : raised
      const offered =
        refused instanceof UserError && caller && !command.changes
          ? await prepared.otherwise(refused, { read: true })
          : refused
      throw withWayOut(offered, asked.beside)
    })
  if (command.confirm && !asked.confirmed) {
    // Asks only about what the caller may do and what can be done.
    const { reply, notices } = await dryRun(context.db, trace, act)
    if (!('kind' in reply))
      return confirm(command.confirm, { words, fields, values: read }, await manyOf(context, notices))
    return answerOf(reply, command.audience, filled)
  }
  const reply = await (asked.confirmed || !command.changes ? act() : unlessMany(context, trace, act))
  return tellLeftOver(
    withFurtherButton(answerOf(reply, command.audience, filled), asked.beside),
    words,
    files,
  )
}

function answerOf(reply: Reply, audience: Audience, filled: Parameters<typeof askQuestion>[1]): Answer {
  if (!('kind' in reply)) return { outcome: 'done', audience, message: reply }
  if (reply.kind === 'question') return askQuestion(reply, filled)
  return { outcome: 'refused', audience: 'caller', message: message(reply.text, ...waysOut(reply.buttons)) }
}
