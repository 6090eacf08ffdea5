import type { Receipts } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** One event as its platform delivered it. */
export type Receipt = Readonly<Pick<Receipts, 'platform' | 'tenant' | 'deliveryId'>>

function receiptOf({ platform, tenant, deliveryId }: Params<Receipt>) {
  return { platform, tenant, deliveryId }
}

/**
 * Enters a delivery in the caller's transaction. A second delivery of the same event waits here until the first has
 * ended, and then gets its answer.
 */
export async function takeReceipt(
  trx: Trx,
  receipt: Receipt,
  now: Date,
): Promise<{ readonly kind: 'new' } | { readonly kind: 'seen'; readonly answer: unknown }> {
  const entered = await enter(trx, { ...receipt, now })
  if (entered.length > 0) return { kind: 'new' }
  const [seen] = await answered(trx, receipt)
  return { kind: 'seen', answer: seen?.answer ?? null }
}

const enter = statement((db, given: Params<Receipt & { now: Date }>) =>
  db
    .insertInto('receipts')
    .values({ ...receiptOf(given), at: given.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('deliveryId'),
)

const answered = statement((db, given: Params<Receipt>) =>
  db
    .selectFrom('receipts')
    .select('answer')
    .where(({ and }) => and(receiptOf(given))),
)

/** Stores the answer with the delivery, for its next copy. */
export async function keepAnswer(trx: Trx, receipt: Receipt, answer: unknown): Promise<void> {
  await storeAnswer(trx, { ...receipt, answer: JSON.stringify(answer) })
}

const storeAnswer = statement((db, given: Params<Receipt & { answer: string }>) =>
  db
    .updateTable('receipts')
    .set({ answer: given.answer })
    .where(({ and }) => and(receiptOf(given))),
)

/** Drops receipts older than a moment; platforms repeat an event for minutes, not days. */
export async function sweepReceipts(db: Db, before: Date): Promise<void> {
  await sweep(db, { before })
}

const sweep = statement((db, given: Params<{ before: Date }>) =>
  db.deleteFrom('receipts').where('at', '<', given.before),
)
