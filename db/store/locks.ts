import { sql } from 'kysely'

import type { Database } from '../schema.ts'
import type { Trx } from './db.ts'
import { type Params, statement } from './statement.ts'

/** Locks whole tables until the transaction ends; others may still read them. */
export async function lockTables(
  trx: Trx,
  tables: readonly (keyof Database)[],
  mode: 'exclusive' | 'share row exclusive',
): Promise<void> {
  const names = tables.map((table) => sql.table(table))
  await sql`lock table ${sql.join(names)} in ${sql.raw(mode)} mode`.execute(trx)
}

/**
 * Makes others who name the same words wait until the transaction ends, so that what is counted afterwards stays right
 * until it is acted on.
 */
export async function lockWords(trx: Trx, words: string): Promise<void> {
  await lock(trx, { words })
}

const lock = statement((db, given: Params<{ words: string }>) =>
  db.selectNoFrom(
    sql<unknown>`pg_advisory_xact_lock(hashtextextended(${given.words}::text, 0))::text`.as('locked'),
  ),
)
