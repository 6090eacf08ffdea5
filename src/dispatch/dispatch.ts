import { recordAudit, recordChange } from '../../db/ledger/audit.ts'
import { queueNotices } from '../../db/ledger/enterNotices.ts'
import { keepAnswer, takeReceipt } from '../../db/ledger/receipts.ts'
import { forReading, type Trx } from '../../db/store/db.ts'
import { diskFullFault, isDiskFull, newFault, UserError } from '../core/errors.ts'
import { formOf } from '../core/form.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { message } from '../core/message.ts'
import { announceChange, disclose, noteInLog } from './afterCommand.ts'
import { waysOut } from './answers/waysOut.ts'
import { auditEntry, lastChange } from './audit.ts'
import { recallCaller } from './caller/identifyCaller.ts'
import { heedQuietHours } from './heedQuietHours.ts'
import { isReadOnly, type ReadCommand, readInput } from './readInput.ts'
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
  const meant = await services.pages.meant(given)
  const ended = meant instanceof UserError
  const invocation = ended ? given : meant
  const known = ended ? meant : invocation === given ? read : undefined
  const answer = await answerTo(services, invocation, known, trace)
  if (!ended) services.pages.answered(invocation, answer)
  noteInLog(services, invocation, trace, answer)
  return answer
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

/** Records, after the rollback, that somebody tried; the same event is refused in the same way. */
async function refuse(
  services: Services,
  invocation: Invocation,
  trace: InvocationTrace,
  error: UserError,
  now: Date,
): Promise<Answer> {
  const form = trace.fields && formOf(services.features, trace.command, trace.fields)
  const answer: Answer = {
    outcome: 'refused',
    audience: 'caller',
    message: message(error.message, ...waysOut(error.buttons)),
    ...(form ? { form } : {}),
    ...(error.option === undefined ? {} : { option: error.option }),
  }
  try {
    return await services.store.kysely.transaction().execute(async (trx) => {
      const receipt = receiptOf(invocation)
      if (receipt) {
        const taken = await takeReceipt(trx, receipt, now)
        if (taken.kind === 'seen') return { ...(taken.answer as Answer), repeated: true }
      }
      await recordAudit(trx, auditEntry(invocation, trace, 'refused', now))
      if (receipt) await keepAnswer(trx, receipt, answer)
      return answer
    })
  } catch (cause) {
    return fail(services, invocation, trace, cause, now)
  }
}

async function fail(
  { store, log }: Services,
  invocation: Invocation,
  trace: InvocationTrace,
  error: unknown,
  now: Date,
): Promise<Answer> {
  const diskFull = isDiskFull(error)
  const { reference, sentence } = diskFull ? diskFullFault() : newFault({ untouched: true })
  const { platform } = invocation.caller
  const of = { reference, command: trace.command, platform, personId: trace.caller?.personId }
  // Where there is no room, it is the disk that is to be looked at, and not the lines of the program.
  if (diskFull) log.error(of, 'an invocation failed: the disk that the store is on is full')
  else log.error({ err: error, ...of }, 'an invocation failed')
  const recorded = await store.kysely
    .transaction()
    .execute((trx) => recordAudit(trx, auditEntry(invocation, trace, 'failed', now, reference)))
    .then(
      () => true,
      (cause: unknown) => {
        if (!isDiskFull(cause))
          log.error({ err: cause, reference }, 'failed to record the failure of an invocation')
        return false
      },
    )
  return {
    ...(recorded ? {} : { unrecorded: true }),
    ...(diskFull ? { diskFull } : {}),
    outcome: 'failed',
    audience: 'caller',
    message: message(sentence),
  }
}

function receiptOf({ caller, deliveryId }: Invocation) {
  return deliveryId === undefined
    ? undefined
    : { platform: caller.platform, tenant: caller.tenant, deliveryId }
}
