import type { GroupPauses } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

type Pause = Readonly<Pick<GroupPauses, 'groupId' | 'firstDay' | 'lastDay' | 'reason' | 'decidedBy'>>

/** Records that a group does not meet in a period; false where that is on record already. */
export async function pauseGroup(trx: Trx, pause: Pause, now: Date): Promise<boolean> {
  const rows = await add(trx, { ...pause, now })
  return rows.length > 0
}

const add = statement((db, given: Params<Pause & { now: Date }>) =>
  db
    .insertInto('groupPauses')
    .values({
      groupId: given.groupId,
      firstDay: given.firstDay,
      lastDay: given.lastDay,
      reason: given.reason,
      decidedBy: given.decidedBy,
      decidedAt: given.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
)

/** Takes back that a group does not meet in a period; false where nothing of that is on record. */
export async function resumeGroup(
  trx: Trx,
  pause: Pick<Pause, 'groupId' | 'firstDay' | 'lastDay'>,
  now: Date,
): Promise<boolean> {
  const rows = await withdraw(trx, { ...pause, now })
  return rows.length > 0
}

const withdraw = statement(
  (db, given: Params<Pick<Pause, 'groupId' | 'firstDay' | 'lastDay'> & { now: Date }>) =>
    db
      .updateTable('groupPauses')
      .set({ withdrawnAt: given.now })
      .where('groupId', '=', given.groupId)
      .where('firstDay', '=', given.firstDay)
      .where('lastDay', '=', given.lastDay)
      .where('withdrawnAt', 'is', null)
      .returning('id'),
)
