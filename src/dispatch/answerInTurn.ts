import { forReading } from '../../db/store/db.ts'
import { UserError } from '../core/errors.ts'
import type { InputFile } from '../core/inputFile.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { logOutcome, recordDisclosures } from './afterCommand.ts'
import { asCard } from './answers/asCard.ts'
import { askedTooMuch } from './answers/askedTooMuch.ts'
import { auditEntry } from './audit.ts'
import { authorize } from './caller/authorize.ts'
import { bringsNews } from './caller/identifyCaller.ts'
import { contextOf } from './contextOf.ts'
import { dispatch } from './dispatch.ts'
import { createOutside, OutsideWanted } from './outside/outside.ts'
import { type ReadCommand, readInput, readOnce } from './readInput.ts'
import { newRun } from './run.ts'
import type { Services } from './services.ts'
import { noteTakenMessage } from './takenMessage.ts'
import type { Lanes } from './turns.ts'

type ByKey = ReadCommand & { readonly command: Required<Pick<ReadCommand['command'], 'byKey'>> }

/** So often a command may want more for what it was answered before; then it is asked for in its turn. */
const mostRounds = 5

/** Answers one invocation when it is its account's turn. Never throws. */
export async function answerInTurn(
  services: Services,
  { byKey, others, outside }: Lanes,
  typed: Invocation,
): Promise<Answer> {
  const { caller } = typed
  const { invocation, asked } = readAhead(services, typed)
  if (mayBeByKey(asked, invocation.files)) {
    const looked = await byKey.take(caller, () => lookByKey(services, invocation, asked), askedTooMuch)
    if (looked) return looked
  }
  const far = createOutside()
  const given = withFiles(invocation, (file) => far.file(file))
  let meant: ReturnType<Services['dialogue']['meant']> | undefined
  const means: Services = {
    ...services,
    // What was meant is told once: a “yes” is taken up as it is read.
    dialogue: { ...services.dialogue, meant: (said) => (meant ??= services.dialogue.meant(said)) },
    mentionsOn: (platform) => far.mentions(services.mentionsOn?.(platform)),
  }
  for (let round = 0; ; round += 1) {
    const answer = await others.take(caller, () => unlessWanting(dispatch(means, given, asked)), askedTooMuch)
    if (answer) return answer
    if (round === mostRounds) far.askAtOnce()
    const refused = await outside.take<Answer | undefined>(caller, () => far.ask(), askedTooMuch)
    if (refused) return refused
  }
}

/** Undefined where a far side is to be asked before. */
async function unlessWanting(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof OutsideWanted) return undefined
    throw error
  }
}

function withFiles(invocation: Invocation, held: (file: InputFile) => InputFile): Invocation {
  return invocation.files ? { ...invocation, files: invocation.files.map(held) } : invocation
}

/** The invocation with its line read; as it came where reading fails for a fault of ours: it is read again where faults are recorded. */
function readAhead(
  { features }: Services,
  typed: Invocation,
): { readonly invocation: Invocation; readonly asked?: ReadCommand | UserError } {
  try {
    const invocation = readOnce(features, typed)
    return { invocation, asked: readInput(features, invocation) }
  } catch {
    return { invocation: typed }
  }
}

/** Whether one statement may answer it, so that it takes no connection from others. */
function mayBeByKey(
  asked: ReadCommand | UserError | undefined,
  files: Invocation['files'] = [],
): asked is ByKey {
  if (asked === undefined || asked instanceof UserError || asked.ask || files.length > 0) return false
  const { byKey, changes, access } = asked.command
  // Its access does not depend on the record found.
  return byKey !== undefined && !changes && (access.who === 'anyone' || access.who === 'everyone')
}

/**
 * Looks a record up by a typed key. Undefined where no key was typed, where the platform's news of the caller must be
 * stored first, and where it failed: the command is then dispatched like any other.
 */
async function lookByKey(
  services: Services,
  invocation: Invocation,
  asked: ByKey,
): Promise<Answer | undefined> {
  const { command, words, fields, confirmed } = asked
  const { callers, store, log } = services
  const { caller: account, vouchedEmail, profile } = invocation
  const db = forReading(store.lookUps)
  const run = newRun(services, invocation)
  const { trace } = run
  trace.command = words
  try {
    await noteTakenMessage(run, asked)
    trace.caller = await callers.find(db, account, vouchedEmail ?? null)
    if (trace.caller && profile && bringsNews(trace.caller, profile)) return undefined
    const caller = authorize(command.access, trace.caller, words)
    const message = await command.byKey(contextOf(run, db, { caller, confirmed }), fields)
    if (!message) return undefined
    if (trace.notices.length > 0 || trace.letters.length > 0)
      throw new Error(`/${words} looks up by a key and yet notifies somebody`)
    const done = { outcome: 'done', audience: command.audience, message } as const
    const answer = { ...asCard(done, asked, run), looked: true }
    services.looked(auditEntry(run, 'done'))
    services.dialogue.answered(invocation, answer)
    logOutcome(run, answer)
    recordDisclosures(run, answer)
    return answer
  } catch (error) {
    if (!(error instanceof UserError))
      log.warn({ err: error }, 'failed to look up by key, dispatching the command as usual')
    return undefined
  }
}
