import { sql } from 'kysely'

import { UserError } from '../../../src/core/errors.ts'
import type { Handovers } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Change, type Recorder, recordChange } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'
import { type HandoverLoad, type HandoverOrder, loadOf } from './load.ts'
import { type TransferredTerms, transferTerms, undoTransfer } from './transferTerms.ts'
import { moveWork, type WorkInHand } from './workInHand.ts'

/** Moves it all, and records it as one change that can be taken back. */
export async function handOver(
  trx: Trx,
  handover: number,
  order: HandoverOrder,
  recorder: Recorder,
): Promise<HandoverLoad & { readonly change: number }> {
  await stamp(trx, recorder)
  const load = await loadOf(trx, order, recorder.now)
  const passed = await transferTerms(trx, load.held, order.to, order.on, recorder)
  if (load.from !== null) await moveWork(trx, load.things, { from: load.from, to: order.to.id })
  const change = await recordChange(
    trx,
    {
      kind: 'handover',
      recordId: handover,
      before: { from: load.from, to: order.to.id, passed, things: load.things },
      after: { from: load.from, to: order.to.id, on: order.on },
    },
    recorder,
  )
  await trx
    .updateTable('handovers')
    .set({ doneAt: recorder.now, changeId: change })
    .where('id', '=', handover)
    .execute()
  return { ...load, change }
}

interface Moved {
  readonly from: number | null
  readonly to: number
  readonly passed: TransferredTerms
  readonly things: WorkInHand
}

/** The groups in which a handover passed roles on. */
export async function handedGroups(
  db: Db,
  { before }: Pick<Change, 'before'>,
): Promise<readonly { readonly id: number; readonly acronym: string }[]> {
  // What stands there was written by `handOver`.
  const passed = (before as Moved | null)?.passed
  const roles = [...(passed?.added ?? []), ...(passed?.ended ?? []), ...(passed?.changed ?? [])]
  const ids = roles.filter(({ kind }) => kind === 'role').map(({ id }) => id)
  if (ids.length === 0) return []
  return db
    .selectFrom('workingGroups as g')
    .innerJoin('roles as r', 'r.groupId', 'g.id')
    .select(['g.id', 'g.acronym'])
    .distinct()
    .where('r.id', 'in', ids)
    .orderBy('g.id')
    .execute()
}

/** Takes a handover back. Raises `UserError` where a role was given to somebody else since. */
export async function revertHandover(
  trx: Trx,
  { id, recordId, before }: Change,
  recorder: Recorder,
): Promise<number> {
  // What stands there was written by `handOver`.
  const done = before as Moved | null
  if (done === null) throw new UserError(`D${id} took a handover back. Hand over again. Nothing was changed.`)
  const { from, to, passed, things } = done
  await stamp(trx, recorder)
  await undoTransfer(trx, passed, recorder)
  if (from !== null) await moveWork(trx, things, { from: to, to: from })
  return recordChange(
    trx,
    { kind: 'handover', recordId, before: null, after: { from: to, to: from, takenBack: id } },
    recorder,
  )
}

/** Keeps an order, to be carried out now or on its day. */
export async function addHandover(
  trx: Trx,
  { handed, to, on, withReminders }: HandoverOrder,
  asked: { readonly by: number; readonly zone: string; readonly now: Date },
): Promise<number> {
  const { id } = await trx
    .insertInto('handovers')
    .values({
      fromPerson: handed.kind === 'person' ? handed.id : null,
      groupId: handed.kind === 'role' ? handed.groupId : null,
      role: handed.kind === 'role' ? handed.role : null,
      toPerson: to.id,
      onDay: on,
      zone: asked.zone,
      withReminders,
      askedBy: asked.by,
      askedAt: asked.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type PendingHandover = Pick<
  Handovers,
  'id' | 'fromPerson' | 'toPerson' | 'groupId' | 'role' | 'onDay' | 'withReminders' | 'askedBy'
> & { readonly toName: string; readonly toEntity: number | null; readonly askedName: string }

/** Orders whose day has come on the clock of whoever gave them, held until the transaction ends. */
export async function dueHandovers(trx: Trx, now: Date, limit: number): Promise<readonly PendingHandover[]> {
  return trx
    .selectFrom('handovers as h')
    .innerJoin('people as p', 'p.id', 'h.toPerson')
    .innerJoin('people as o', 'o.id', 'h.askedBy')
    .select([
      'h.id',
      'h.fromPerson',
      'h.toPerson',
      'h.groupId',
      'h.role',
      'h.onDay',
      'h.withReminders',
      'h.askedBy',
    ])
    .select(['p.name as toName', 'p.entityId as toEntity', 'o.name as askedName'])
    .where('h.doneAt', 'is', null)
    .where('h.withdrawnAt', 'is', null)
    .where(
      ({ ref }) =>
        sql<boolean>`${ref('h.onDay')} <= (${now}::timestamptz at time zone ${ref('h.zone')})::date`,
    )
    .orderBy('h.id')
    .limit(limit)
    .forUpdate('h')
    .skipLocked()
    .execute()
}

/** Gives an order up, with the reason; it is not tried again. */
export async function failHandover(trx: Trx, id: number, fault: string, now: Date): Promise<void> {
  await trx.updateTable('handovers').set({ withdrawnAt: now, fault }).where('id', '=', id).execute()
}
