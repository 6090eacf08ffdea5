import { recordAudit, recordChange } from '../../db/ledger/audit.ts'
import { queueNotices } from '../../db/ledger/enterNotices.ts'
import { keepAnswer, takeReceipt } from '../../db/ledger/receipts.ts'
import { forReading, type Trx } from '../../db/store/db.ts'
import { UserError } from '../core/errors.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { announceChange, disclose, noteInLog } from './afterCommand.ts'
import { auditEntry, lastChange } from './audit.ts'
import { recallCaller } from './caller/identifyCaller.ts'
import { fail, refuse } from './failures.ts'
import { heedQuietHours } from './heedQuietHours.ts'
import { isReadOnly, type ReadCommand, readInput } from './readInput.ts'
import { receiptOf } from './receipt.ts'
import { runCommand } from './runCommand.ts'
import type { Services } from './services.ts'
import { noteTakenMessage } from './takenMessage.ts'
import { type InvocationTrace, newTrace } from './trace.ts'

/**
 * One invocation, with a line in the log of what became of it: no text and no address. Never throws. `read`: what it
 * asks for, where that was read already.
 */
export async function dispatch(
  services: Services,
  given: Invocation,
  read?: ReadCommand | UserError,
): Promise<Answer> {
  const trace = newTrace()
  const { invocation, answer } = await meantAnswer(services, given, read, trace)
  noteInLog(services, invocation, trace, answer)
  return answer
}

/** The answer to what is meant after the last answer, and what that is; a fault where the store does not tell it. */
async function meantAnswer(
  services: Services,
  given: Invocation,
  read: ReadCommand | UserError | undefined,
  trace: InvocationTrace,
): Promise<{ readonly invocation: Invocation; readonly answer: Answer }> {
  let meant: Invocation | UserError
  try {
    meant = await services.pages.meant(given)
  } catch (error) {
    return { invocation: given, answer: await fail(services, given, trace, error, services.clock.now()) }
  }
  if (meant instanceof UserError)
    return { invocation: given, answer: await answerTo(services, given, meant, trace) }
  const answer = await answerTo(services, meant, meant === given ? read : undefined, trace)
  services.pages.answered(meant, answer)
  return { invocation: meant, answer }
}

/**
 * One invocation as one transaction. Never throws: what goes wrong for the caller is a refusal, said to the
 * caller alone; any other fault leaves nothing behind and is answered with a reference that stands in the log.
 */
async function answerTo(
  services: Services,
  invocation: Invocation,
  read: ReadCommand | UserError | undefined,
  trace: InvocationTrace,
): Promise<Answer> {
  const now = services.clock.now()
  try {
    const asked = read ?? readInput(services.features, invocation)
    await noteTakenMessage(services, invocation, asked, now)
    if (!(asked instanceof UserError) && isReadOnly(asked)) {
      const looked = await runReadOnly(services, invocation, asked, trace, now)
      disclose(services, trace, looked, now)
      return looked
    }
    await services.jobs.started()
    const answer = await services.store.kysely
      .transaction()
      .execute((trx) => runOnce(services, trx, invocation, asked, trace, now))
    // The next look of this process knows what this one did, whenever the store's own word of it comes.
    services.callers.forget()
    if (trace.notices.length > 0 || trace.letters.length > 0) services.jobs.wake()
    announceChange(services, invocation, trace, answer)
    disclose(services, trace, answer, now)
    return answer
  } catch (error) {
    return error instanceof UserError
      ? refuse(services, invocation, trace, error, now)
      : fail(services, invocation, trace, error, now)
  }
}

/**
 * A command that only looks needs no transaction, since each of its queries is one, and no receipt: done twice,
 * it has changed nothing twice. That saves more than half of the round trips.
 */
async function runReadOnly(
  services: Services,
  invocation: Invocation,
  asked: ReadCommand,
  trace: InvocationTrace,
  now: Date,
): Promise<Answer> {
  // A handler that declares no change writes nothing, so it may have the store itself where others have theirs.
  const db = forReading(services.store.kysely)
  const recalled = recallCaller(services, invocation, now)
  const answer = await runCommand(services, db, invocation, asked, trace, now, recalled)
  if (trace.notices.length > 0 || trace.letters.length > 0) {
    throw new Error(`/${trace.command} declares no change and yet notifies somebody`)
  }
  if (answer.outcome !== 'asked') services.looked(auditEntry(invocation, trace, answer.outcome, now))
  return { ...answer, looked: true }
}

/** The same delivery twice acts once and answers the same: the second waits here for the first. */
async function runOnce(
  services: Services,
  trx: Trx,
  invocation: Invocation,
  asked: ReadCommand | UserError,
  trace: InvocationTrace,
  now: Date,
): Promise<Answer> {
  const receipt = receiptOf(invocation)
  if (receipt) {
    const taken = await takeReceipt(trx, receipt, now)
    if (taken.kind === 'seen') return { ...(taken.answer as Answer), repeated: true }
  }
  const answer = await runCommand(services, trx, invocation, asked, trace, now)
  if (trace.notices.length > 0) {
    const heeded = await heedQuietHours(trx, trace.notices, trace.caller?.personId, now)
    await services.jobs.deliver(trx, await queueNotices(trx, heeded, now))
  }
  await services.jobs.mail(trx, trace.letters)
  if (answer.outcome !== 'asked') {
    const entry = auditEntry(invocation, trace, answer.outcome, now)
    const last = lastChange(answer, trace, now)
    await (last ? recordChange(trx, entry, last) : recordAudit(trx, entry))
  }
  if (receipt) await keepAnswer(trx, receipt, answer)
  return answer
}
