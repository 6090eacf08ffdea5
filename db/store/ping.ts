import { sql } from 'kysely'

import type { Db } from './db.ts'
import { statement } from './statement.ts'

/** Asks the store for nothing. Raises what the driver does when it does not answer. */
export async function ping(db: Db): Promise<void> {
  await nothing(db, {})
}

const nothing = statement((db) => db.selectNoFrom(sql<number>`1`.as('one')))
