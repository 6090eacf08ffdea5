import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { keeping } from './decideUpdates.ts'
import type { Update } from './updates.ts'
import { updateRows } from './updates.ts'

interface Merge {
  readonly id: number
  readonly into: number
  readonly by: number
}

/** Sets an update aside as told by another one; returns the running number of the change. */
export async function mergeUpdate(trx: Trx, merge: Merge): Promise<number> {
  const [merged] = await setMerged(trx, merge)
  return merged?.decisions ?? 0
}

const setMerged = statement((db, given: Params<Merge>) =>
  db
    .updateTable('updates')
    .set((eb) => ({
      status: 'merged',
      mergedInto: given.into,
      comment: null,
      ...keeping(eb, given.by),
    }))
    .where('id', '=', given.id)
    .returning('decisions'),
)

/** What was merged into an update, the oldest first. */
export async function mergedInto(db: Db, id: number): Promise<readonly Update[]> {
  return merged(db, { id })
}

const merged = statement((db, given: Params<{ id: number }>) =>
  updateRows(db).where('u.mergedInto', '=', given.id).orderBy('u.id').limit(50),
)

interface HoldOver {
  readonly id: number
  /** The issue that takes it; null for the next one that is opened. */
  readonly newsletterId: number | null
  readonly by: number
}

/** Moves an update to a later issue as it stands; returns the running number of the change. */
export async function holdUpdateOver(trx: Trx, held: HoldOver): Promise<number> {
  const [row] = await hold(trx, held)
  return row?.decisions ?? 0
}

const hold = statement((db, given: Params<HoldOver>) =>
  db
    .updateTable('updates')
    .set((eb) => ({
      newsletterId: given.newsletterId,
      heldOver: true,
      ...keeping(eb, given.by, { newsletterId: given.newsletterId, heldOver: true }),
    }))
    .where('id', '=', given.id)
    .returning('decisions'),
)
