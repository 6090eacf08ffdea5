import { sql } from 'kysely'

import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Handovers } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Change, type Recorder, recordChange } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'
import { type Held, heldBeyond, holdersBeyond, holdersUntil } from './held.ts'
import { type Passed, passTerms, type Successor, unpassTerms } from './passTerms.ts'
import { moveThings, type Things, thingsOf } from './things.ts'

/** What is handed over: all that a person has in hand, or one role of one group, whoever holds it. */
export type Handed =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'role'; readonly groupId: number; readonly role: Role }

export interface Order {
  readonly handed: Handed
  readonly to: Successor
  readonly on: Day
  readonly withReminders: boolean
}

export interface Load {
  /** Who hands over; null where an entity holds the role. */
  readonly from: number | null
  readonly held: readonly Held[]
  readonly things: Things
}

/** What would move. Raises `UserError` where nobody or several hold the role. */
export async function loadOf(db: Db, { handed, to, on, withReminders }: Order, now: Date): Promise<Load> {
  if (handed.kind === 'role') {
    const held = await holdersBeyond(db, handed, on)
    // A term that begins on that very day changes hands as it is.
    const then = held.filter(({ ahead, during }) => !ahead || during.startsWith(`[${on},`))
    // Where nobody has the role on that day, whoever holds it until then hands it over.
    const [holder, ...others] = then.length > 0 ? then : await holdersUntil(db, handed, on)
    if (!holder)
      throw new UserError(
        'Nobody holds that role on that day. /wg history shows the terms. Nothing was changed.',
      )
    if (others.length > 0) {
      throw new UserError(
        `Several hold that role: ${[holder, ...others].map(({ entity }) => entity).join(', ')}. Name the person who hands over. Nothing was changed.`,
      )
    }
    // What somebody alone has in hand for the group goes with the role.
    const things =
      holder.personId === null || holder.personId === to.id
        ? nothing
        : await thingsOf(db, { from: holder.personId, to: to.id }, now, false, handed.groupId)
    return { from: holder.personId, held: [holder], things }
  }
  const things = await thingsOf(db, { from: handed.id, to: to.id }, now, false)
  return {
    from: handed.id,
    held: await heldBeyond(db, handed.id, on),
    things: withReminders ? things : { ...things, reminders: [] },
  }
}

const nothing: Things = {
  actions: [],
  recommendations: [],
  updates: [],
  meetings: [],
  series: [],
  invitations: [],
  reminders: [],
}

/** Moves it all, and records it as one change that can be taken back. */
export async function handOver(
  trx: Trx,
  handover: number,
  order: Order,
  recorder: Recorder,
): Promise<Load & { readonly change: number }> {
  await stamp(trx, recorder)
  const load = await loadOf(trx, order, recorder.now)
  const passed = await passTerms(trx, load.held, order.to, order.on, recorder)
  if (load.from !== null) await moveThings(trx, load.things, { from: load.from, to: order.to.id })
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
  readonly passed: Passed
  readonly things: Things
}

/** Takes a handover back. Raises `UserError` where a role was given to somebody else since. */
export async function revertHandover(
  trx: Trx,
  { id, recordId, before }: Change,
  recorder: Recorder,
): Promise<number> {
  // What stands there was written by `handOver`.
  const done = before as Moved | null
  if (done === null) throw new UserError(`D${id} took a handover back. Hand over anew. Nothing was changed.`)
  const { from, to, passed, things } = done
  await stamp(trx, recorder)
  await unpassTerms(trx, passed, recorder)
  if (from !== null) await moveThings(trx, things, { from: to, to: from })
  return recordChange(
    trx,
    { kind: 'handover', recordId, before: null, after: { from: to, to: from, takenBack: id } },
    recorder,
  )
}

/** Keeps an order, to be carried out now or on its day. */
export async function addHandover(
  trx: Trx,
  { handed, to, on, withReminders }: Order,
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

export type Waiting = Pick<
  Handovers,
  'id' | 'fromPerson' | 'toPerson' | 'groupId' | 'role' | 'onDay' | 'withReminders' | 'askedBy'
> & { readonly toName: string; readonly toEntity: number | null; readonly askedName: string }

/** Orders whose day has come on the clock of whoever gave them, held until the transaction ends. */
export async function dueHandovers(trx: Trx, now: Date, limit: number): Promise<readonly Waiting[]> {
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
