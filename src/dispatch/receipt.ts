import { keepAnswer, takeReceipt } from '../../db/ledger/receipts.ts'
import type { Trx } from '../../db/store/db.ts'
import type { Answer } from '../core/invocation.ts'
import type { Run } from './run.ts'

/**
 * Answers a delivery once: the same one again gets the first answer, and waits for it where the first is still at work.
 * An invocation without a delivery id is answered each time.
 */
export async function answerOnce(
  trx: Trx,
  { invocation: { caller, deliveryId }, now }: Run,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  if (deliveryId === undefined) return answer()
  const receipt = { platform: caller.platform, tenant: caller.tenant, deliveryId }
  const taken = await takeReceipt(trx, receipt, now)
  if (taken.kind === 'seen') return { ...(taken.answer as Answer), repeated: true }
  const given = await answer()
  await keepAnswer(trx, receipt, given)
  return given
}
