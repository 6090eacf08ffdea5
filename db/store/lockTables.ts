import { sql } from 'kysely'

import type { Database } from '../schema.ts'
import type { Trx } from './db.ts'

/** Locks whole tables until the transaction ends; others may still read them. */
export async function lockTables(
  trx: Trx,
  tables: readonly (keyof Database)[],
  mode: 'exclusive' | 'share row exclusive',
): Promise<void> {
  const names = tables.map((table) => sql.table(table))
  await sql`lock table ${sql.join(names)} in ${sql.raw(mode)} mode`.execute(trx)
}
