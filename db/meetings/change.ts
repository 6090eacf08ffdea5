import { sql } from 'kysely'

import type { Meetings } from '../schema.ts'
import type { Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { begunWhenMoved } from './room/begunWhenMoved.ts'

export interface NewMeeting
  extends Readonly<
    Pick<Meetings, 'title' | 'kind' | 'startsAt' | 'minutes' | 'zone' | 'place' | 'link' | 'organizerId'>
  > {
  /** Those that meet, the one that leads first. */
  readonly groupIds: readonly number[]
}

/** Returns its number. */
export async function createMeeting(trx: Trx, meeting: NewMeeting, now: Date): Promise<number> {
  const [groupId = null, ...jointWith] = meeting.groupIds
  const [created] = await create(trx, { ...meeting, groupId, jointWith, now })
  if (!created) throw new Error('the meeting was not created')
  return created.id
}

const create = statement(
  (
    db,
    given: Params<Omit<NewMeeting, 'groupIds'> & Pick<Meetings, 'groupId' | 'jointWith'> & { now: Date }>,
  ) =>
    db
      .insertInto('meetings')
      .values({
        groupId: given.groupId,
        jointWith: sql<number[]>`${given.jointWith}::int[]`,
        title: given.title,
        kind: given.kind,
        startsAt: given.startsAt,
        minutes: given.minutes,
        zone: given.zone,
        place: given.place,
        link: given.link,
        status: 'scheduled',
        organizerId: given.organizerId,
        createdAt: given.now,
        changedAt: given.now,
      })
      .returning('id'),
)

/** What an organizer sets of a meeting that was scheduled before. */
export type Plan = Readonly<
  Pick<Meetings, 'title' | 'kind' | 'startsAt' | 'minutes' | 'zone' | 'place' | 'link'>
>

export async function changeMeeting(trx: Trx, id: number, plan: Plan, now: Date): Promise<void> {
  await change(trx, { ...plan, id, now })
}

const change = statement((db, given: Params<Plan & { id: number; now: Date }>) =>
  db
    .updateTable('meetings')
    .set((eb) => ({
      ...begunWhenMoved(
        {
          startsAt: eb.ref('startsAt'),
          begunAt: eb.ref('begunAt'),
          closedAt: eb.ref('closedAt'),
          putOffFrom: eb.ref('putOffFrom'),
          putOffBegunAt: eb.ref('putOffBegunAt'),
          putOffClosedAt: eb.ref('putOffClosedAt'),
        },
        given.startsAt,
      ),
      title: given.title,
      kind: given.kind,
      startsAt: given.startsAt,
      minutes: given.minutes,
      zone: given.zone,
      place: given.place,
      link: given.link,
      changedAt: given.now,
      sequence: eb('sequence', '+', 1),
    }))
    .where('id', '=', given.id),
)

/** Cancels it; `restoreMeeting` brings it back. */
export async function cancelMeeting(trx: Trx, id: number, reason: string | null, now: Date): Promise<void> {
  await setStatus(trx, { id, status: 'cancelled', reason, now })
}

export async function restoreMeeting(trx: Trx, id: number, now: Date): Promise<void> {
  await setStatus(trx, { id, status: 'scheduled', reason: null, now })
}

interface Decided {
  readonly id: number
  readonly status: Meetings['status']
  readonly reason: string | null
  readonly now: Date
}

const setStatus = statement((db, given: Params<Decided>) =>
  db
    .updateTable('meetings')
    .set((eb) => ({
      status: given.status,
      cancelledReason: given.reason,
      cancelledWith: null,
      changedAt: given.now,
      sequence: eb('sequence', '+', 1),
    }))
    .where('id', '=', given.id),
)

/** Puts a meeting on record as held, of which nothing more is known yet. */
export async function recordHeld(trx: Trx, id: number, now: Date): Promise<void> {
  await setHeld(trx, { id, now })
}

const setHeld = statement((db, given: Params<{ id: number; now: Date }>) =>
  db
    .updateTable('meetings')
    .set({ status: 'held', heldAt: given.now, changedAt: given.now })
    .where('id', '=', given.id),
)

/** Puts a meeting that was taken off the record on it again; false for one that was never on it. */
export async function recordAgain(trx: Trx, id: number, now: Date): Promise<boolean> {
  return (await setHeldAgain(trx, { id, now })).length > 0
}

const setHeldAgain = statement((db, given: Params<{ id: number; now: Date }>) =>
  db
    .updateTable('meetings')
    .set((eb) => ({
      status: 'held',
      cancelledReason: null,
      changedAt: given.now,
      sequence: eb('sequence', '+', 1),
    }))
    .where('id', '=', given.id)
    .where('status', '=', 'cancelled')
    .where('heldAt', 'is not', null)
    .returning('id'),
)
