import { sql } from 'kysely'

import type { Trx } from '../db.ts'

/** Does something and takes all of it back, whatever comes of it: to tell what it would do. */
export async function tryOut<T>(trx: Trx, act: () => Promise<T>): Promise<T> {
  await sql`savepoint tried_out`.execute(trx)
  try {
    return await act()
  } finally {
    await sql`rollback to savepoint tried_out`.execute(trx)
  }
}
