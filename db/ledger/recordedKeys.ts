import { sql } from 'kysely'

import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { keysIn } from './keyPart.ts'

/** Of these keys, those of which a notice stands in the ledger. */
export async function recordedKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await recorded(db, { keys: [...keys] })
  return keysIn(rows)
}

const recorded = statement((db, given: Params<{ keys: string[] }>) =>
  db.selectFrom('notices').select('key').where('key', '=', sql<string>`any(${given.keys}::text[])`),
)
