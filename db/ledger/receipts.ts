import { sql, type Transaction } from 'kysely'

import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

/** One event as its platform delivered it. */
export interface Receipt {
  readonly platform: string
  readonly tenant: string
  readonly deliveryId: string
}

/**
 * Enters a delivery in the caller's transaction. A second delivery of the same event waits here until the
 * first has ended, and then gets its answer.
 */
export async function takeReceipt(
  trx: Transaction<Database>,
  { platform, tenant, deliveryId }: Receipt,
  now: Date,
): Promise<{ readonly kind: 'new' } | { readonly kind: 'seen'; readonly answer: unknown }> {
  const entered = await sql<{ one: number }>`
    insert into receipts (platform, tenant, delivery_id, at) values (${platform}, ${tenant}, ${deliveryId}, ${now})
    on conflict do nothing returning 1 as one`.execute(trx)
  if (entered.rows.length > 0) return { kind: 'new' }
  const seen = await sql<{ answer: unknown }>`
    select answer from receipts where platform = ${platform} and tenant = ${tenant} and delivery_id = ${deliveryId}`.execute(
    trx,
  )
  return { kind: 'seen', answer: seen.rows[0]?.answer ?? null }
}

/** Keeps the answer beside the delivery, for its next copy. */
export async function keepAnswer(
  trx: Transaction<Database>,
  { platform, tenant, deliveryId }: Receipt,
  answer: unknown,
): Promise<void> {
  await sql`
    update receipts set answer = ${JSON.stringify(answer)}::jsonb
    where platform = ${platform} and tenant = ${tenant} and delivery_id = ${deliveryId}`.execute(trx)
}

/** Drops receipts older than a moment; platforms repeat an event for minutes, not days. */
export async function sweepReceipts(db: Db, before: Date): Promise<void> {
  await sql`delete from receipts where at < ${before}`.execute(db)
}
