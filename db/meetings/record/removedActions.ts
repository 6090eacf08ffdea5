import type { ActionItems } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { ActionItem } from './actionRows.ts'
import { lockAnyAction } from './actions.ts'

/** A removed action, locked until the transaction ends; undefined of any other. */
export async function lockRemovedAction(trx: Trx, id: number): Promise<ActionItem | undefined> {
  const action = await lockAnyAction(trx, id)
  return action?.status === 'removed' ? action : undefined
}

/**
 * Removes an open action, or with null puts a removed one back just as it was; the meeting's history tells of it.
 * Returns who set it.
 */
export async function setActionRemoved(
  trx: Trx,
  id: number,
  by: number | null,
  now: Date,
): Promise<number | undefined> {
  const [row] = await remove(trx, {
    id,
    status: by === null ? 'open' : 'removed',
    by,
    at: by === null ? null : now,
  })
  return row?.createdBy
}

const remove = statement(
  (db, given: Params<Pick<ActionItems, 'id' | 'status'> & { by: number | null; at: Date | null }>) =>
    db
      .updateTable('actionItems')
      .set({ status: given.status, closedBy: given.by, closedAt: given.at })
      .where('id', '=', given.id)
      .returning('createdBy'),
)
