import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type ActionItem, actionRows } from './actionRows.ts'

/** The action of a number as it stands, unlocked; undefined where it was removed. */
export async function actionById(db: Db, id: number): Promise<ActionItem | undefined> {
  const [row] = await numbered(db, { id })
  return row?.status === 'removed' ? undefined : row
}

const numbered = statement((db, given: Params<{ id: number }>) => actionRows(db).where('a.id', '=', given.id))
