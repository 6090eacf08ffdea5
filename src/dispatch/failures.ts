import { recordAudit } from '../../db/ledger/audit.ts'
import { keepAnswer, takeReceipt } from '../../db/ledger/receipts.ts'
import { diskFullFault, isDiskFull, newFault, type UserError } from '../core/errors.ts'
import { formOf } from '../core/form.ts'
import type { Answer, Invocation } from '../core/invocation.ts'
import { message } from '../core/message.ts'
import { waysOut } from './answers/waysOut.ts'
import { auditEntry } from './audit.ts'
import { receiptOf } from './receipt.ts'
import type { Services } from './services.ts'
import type { InvocationTrace } from './trace.ts'

/** Records, after the rollback, that somebody tried; the same event is refused in the same way. */
export async function refuse(
  services: Services,
  invocation: Invocation,
  trace: InvocationTrace,
  error: UserError,
  now: Date,
): Promise<Answer> {
  const filled = trace.fields && formOf(services.features, trace.command, trace.fields)
  const form = filled && { ...filled, present: trace.present }
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

/** Leaves nothing behind, and says so with a reference that stands in the log. */
export async function fail(
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
