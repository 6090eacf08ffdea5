import { sql } from 'kysely'

import type { Trx } from '../db.ts'

/** Does something within a transaction that may fail without the whole: what it wrote is then undone, and its error raised. */
export async function attempt<T>(trx: Trx, act: () => Promise<T>): Promise<T> {
  await sql`savepoint attempt`.execute(trx)
  try {
    const result = await act()
    await sql`release savepoint attempt`.execute(trx)
    return result
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(trx)
    throw error
  }
}
