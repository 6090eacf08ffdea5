import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Recorder } from './changes.ts'

/** Tells the database for this transaction who records what is written next, when, and on what grounds. */
export async function stamp(
  trx: Trx,
  { by, now, source }: Omit<Recorder, 'by' | 'reverts'> & { readonly by: number | null },
): Promise<void> {
  await set(trx, { by: by === null ? '' : String(by), at: now.toISOString(), source: source ?? '' })
}

const set = statement((db, given: Params<{ by: string; at: string; source: string }>) =>
  db.selectNoFrom([
    sql<string>`set_config('rapporteur.by', ${given.by}, true)`.as('by'),
    sql<string>`set_config('rapporteur.at', ${given.at}, true)`.as('at'),
    sql<string>`set_config('rapporteur.source', ${given.source}, true)`.as('source'),
  ]),
)
