import { recordAudit, recordChange } from '../../db/ledger/audit.ts'
import { queueNotices } from '../../db/ledger/enterNotices.ts'
import { forReading, type Trx } from '../../db/store/db.ts'
import { UserError } from '../core/errors.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { announceChange, logOutcome, recordDisclosures } from './afterCommand.ts'
import { withUntold } from './answers/untold.ts'
import { auditEntry, lastChange } from './audit.ts'
import { recallCaller } from './caller/identifyCaller.ts'
import { fail, refuse } from './failures.ts'
import { heedQuietHours } from './heedQuietHours.ts'
import { OutsideWanted } from './outside/outside.ts'
import { isReadOnly, type ReadCommand, readInput } from './readInput.ts'
import { answerOnce } from './receipt.ts'
import { newRun, type Run } from './run.ts'
import { runCommand } from './runCommand.ts'
import type { Services } from './services.ts'
import { noteTakenMessage } from './takenMessage.ts'

/** What an invocation asks for, or why it cannot be read. */
type Asked = ReadCommand | UserError

/**
 * Answers one invocation, and logs what became of it. Raises nothing but `OutsideWanted`, where the invocation or the
 * services do. `read` is what it asks for, where that was read already.
 */
export async function dispatch(services: Services, given: Invocation, read?: Asked): Promise<Answer> {
  const { run, answer } = await answerMeant(services, given, read)
  logOutcome(run, answer)
  return answer
}

/** Answers what an invocation means after the last answer, such as a “yes”; a fault where the store does not tell that. */
async function answerMeant(
  services: Services,
  given: Invocation,
  read: Asked | undefined,
): Promise<{ readonly run: Run; readonly answer: Answer }> {
  let meant: Invocation | UserError
  try {
    meant = await services.dialogue.meant(given)
  } catch (error) {
    const run = newRun(services, given)
    return { run, answer: await fail(run, error) }
  }
  if (meant instanceof UserError) {
    const run = newRun(services, given)
    return { run, answer: await answerTo(run, meant) }
  }
  const run = newRun(services, meant)
  const answer = await answerTo(run, meant === given ? read : undefined)
  services.dialogue.answered(meant, answer, { stranger: run.trace.caller === null })
  return { run, answer }
}

/**
 * Runs one invocation as one transaction. The caller's own fault becomes a refusal, shown to the caller alone; any other
 * leaves nothing behind and is answered with a reference to the log. Raises `OutsideWanted`, which leaves nothing either.
 */
async function answerTo(run: Run, read: Asked | undefined): Promise<Answer> {
  const { services, invocation, trace } = run
  try {
    const asked = read ?? readInput(services.features, invocation)
    await noteTakenMessage(run, asked)
    if (!(asked instanceof UserError) && isReadOnly(asked)) {
      const looked = await runReadOnly(run, asked)
      recordDisclosures(run, looked)
      return looked
    }
    await services.jobs.started()
    const answer = await services.store.kysely.transaction().execute((trx) => runOnce(run, trx, asked))
    // This process may hear of its own change only later, from the store.
    services.callers.forget()
    if (trace.notices.length > 0 || trace.letters.length > 0) services.jobs.wake()
    announceChange(run, answer)
    recordDisclosures(run, answer)
    return answer
  } catch (error) {
    if (error instanceof OutsideWanted) throw error
    return error instanceof UserError ? refuse(run, error) : fail(run, error)
  }
}

/**
 * Runs a command that only looks. It needs no transaction, since each of its queries is one, and no receipt, since a
 * second run changes nothing either. That saves more than half of the round trips.
 */
async function runReadOnly(run: Run, asked: ReadCommand): Promise<Answer> {
  const { services, trace } = run
  // A handler that declares no change writes nothing, so it may have the store itself where others have theirs.
  const db = forReading(services.store.kysely)
  const answer = await runCommand(run, db, asked, recallCaller(services, run.invocation, run.now))
  if (trace.notices.length > 0 || trace.letters.length > 0) {
    throw new Error(`/${trace.command} declares no change and yet notifies somebody`)
  }
  if (answer.outcome !== 'asked') services.looked(auditEntry(run, answer.outcome))
  return { ...answer, looked: true }
}

/** Runs a command that may change something, with everything that is to be committed with it. */
function runOnce(run: Run, trx: Trx, asked: Asked): Promise<Answer> {
  const { services, trace, now } = run
  return answerOnce(trx, run, async () => {
    const answer = await withUntold(trx, run, await runCommand(run, trx, asked))
    if (trace.notices.length > 0) {
      const heeded = await heedQuietHours(trx, trace.notices, trace.caller?.personId, now)
      await services.jobs.deliver(trx, await queueNotices(trx, heeded, now))
    }
    await services.jobs.mail(trx, trace.letters)
    if (answer.outcome === 'asked') return answer
    const entry = auditEntry(run, answer.outcome)
    const last = lastChange(run, answer)
    await (last ? recordChange(trx, entry, last) : recordAudit(trx, entry))
    return answer
  })
}
