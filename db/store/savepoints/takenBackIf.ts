import { sql } from 'kysely'

import type { Trx } from '../db.ts'

/** Does something, and takes all that it wrote back where its result is one that must not stand. */
export async function takenBackIf<T>(
  trx: Trx,
  act: () => Promise<T>,
  mustNotStand: (result: T) => boolean,
): Promise<T> {
  await sql`savepoint in_doubt`.execute(trx)
  const result = await act()
  await sql
    .raw(mustNotStand(result) ? 'rollback to savepoint in_doubt' : 'release savepoint in_doubt')
    .execute(trx)
  return result
}
