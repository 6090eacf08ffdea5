import { recordAudit } from '../../db/ledger/audit.ts'
import { diskFullFault, isDiskFull, newFault, type UserError, WithoutForm } from '../core/errors.ts'
import { formOf } from '../core/form.ts'
import type { Answer } from '../core/invocation.ts'
import { message } from '../core/message.ts'
import { withLastingTimes } from './answers/offered/lastingTimes.ts'
import { waysOut } from './answers/waysOut.ts'
import { auditEntry } from './audit.ts'
import { NotLinked, refusalToUnknown } from './caller/notLinked.ts'
import { answerOnce } from './receipt.ts'
import type { Run } from './run.ts'

/** Refuses, and records it after the rollback, so that the same event is refused again in the same words. */
export async function refuse(run: Run, raised: UserError): Promise<Answer> {
  const { services, trace, invocation } = run
  const error =
    raised instanceof NotLinked
      ? await refusalToUnknown(services.store.kysely, invocation.caller, raised)
      : raised
  const fields = error instanceof WithoutForm ? undefined : trace.fields
  const filled = fields && formOf(services.features, trace.command, fields)
  const form = filled && { ...filled, present: trace.present }
  const refused: Answer = {
    outcome: 'refused',
    audience: 'caller',
    message: message(error.message, ...waysOut(error.buttons)),
    ...(form ? { form } : {}),
    ...(error.option === undefined ? {} : { option: error.option }),
  }
  const answer = withLastingTimes(refused, run)
  try {
    return await services.store.kysely.transaction().execute((trx) =>
      answerOnce(trx, run, async () => {
        await recordAudit(trx, auditEntry(run, 'refused'))
        return answer
      }),
    )
  } catch (cause) {
    return fail(run, cause)
  }
}

/** Answers a fault of ours, by which nothing was changed, with a reference under which the log has the cause. */
export async function fail(run: Run, error: unknown): Promise<Answer> {
  const { invocation, trace } = run
  const { store, log } = run.services
  const diskFull = isDiskFull(error)
  const { reference, sentence } = diskFull ? diskFullFault() : newFault({ untouched: true })
  const { platform } = invocation.caller
  const about = { reference, command: trace.command, platform, personId: trace.caller?.personId }
  // A stack would only distract from the disk.
  if (diskFull) log.error(about, 'an invocation failed: the disk that the store is on is full')
  else log.error({ err: error, ...about }, 'an invocation failed')
  const recorded = await store.kysely
    .transaction()
    .execute((trx) => recordAudit(trx, auditEntry(run, 'failed', reference)))
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
