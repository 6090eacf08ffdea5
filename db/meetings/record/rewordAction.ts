import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Lets an action say what is to be done in other words; whoever was reminded of it is not reminded again. Returns who set it. */
export async function rewordAction(
  trx: Trx,
  id: number,
  what: string,
  now: Date,
): Promise<number | undefined> {
  const [row] = await reword(trx, { id, what, now })
  return row?.createdBy
}

const reword = statement((db, given: Params<{ id: number; what: string; now: Date }>) =>
  db
    .updateTable('actionItems')
    .set({ what: given.what, changedAt: given.now })
    .where('id', '=', given.id)
    .returning('createdBy'),
)
