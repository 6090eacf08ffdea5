import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Whether somebody asked to be forgotten: they are out of the directory, and no address of theirs is left. */
export async function isForgotten(db: Db, personId: number): Promise<boolean> {
  const rows = await forgotten(db, { personId })
  return rows.length > 0
}

const forgotten = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('people')
    .select('id')
    .where('id', '=', given.personId)
    .where('retiredOn', 'is not', null)
    .where('mergedInto', 'is', null)
    .where('email', 'is', null),
)
