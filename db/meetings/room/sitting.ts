import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Room } from '../../../src/core/address.ts'
import type { AgendaItems, Meetings, People } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { isOneOf } from '../joint/groups.ts'

/** Opens a meeting in the room, closes it, or with nulls takes that back. */
export async function setSitting(
  trx: Trx,
  id: number,
  times: Readonly<Pick<Meetings, 'begunAt' | 'closedAt'>>,
): Promise<void> {
  await set(trx, { id, ...times })
}

const set = statement((db, given: Params<{ id: number; begunAt: Date | null; closedAt: Date | null }>) =>
  db
    .updateTable('meetings')
    .set({ begunAt: given.begunAt, closedAt: given.closedAt })
    .where('id', '=', given.id),
)

/** An item that takes longer than it was given, in one of its group's rooms. */
export interface OverrunItem extends Readonly<Pick<AgendaItems, 'title' | 'minutes'>> {
  readonly key: string
  /** `meeting:12`. */
  readonly subject: string
  readonly itemId: AgendaItems['id']
  readonly meetingId: number
  readonly room: Room
}

/** Items under discussion whose minutes are over at `now`, that was not said yet. */
export async function overrunItems(db: Db, now: Date, limit: number): Promise<readonly OverrunItem[]> {
  return overrun(db, { now, limit })
}

const overrun = statement((db, given: Params<{ now: Date; limit: number }>) =>
  db
    .with('keyed', () =>
      db
        .selectFrom('agendaItems as a')
        .innerJoin('meetings as m', 'm.id', 'a.meetingId')
        .innerJoin('rooms as r', (join) =>
          join.on(({ ref }) => isOneOf(ref('r.groupId'), ref('m.groups'))).on('r.fault', 'is', null),
        )
        .distinctOn(['a.id', 'r.platform', 'r.tenant', 'r.channel'])
        .select(['a.id as itemId', 'a.title', 'a.minutes', 'm.id as meetingId'])
        .select(({ ref }) => {
          const room = { platform: ref('r.platform'), tenant: ref('r.tenant'), channel: ref('r.channel') }
          return [
            jsonBuildObject(room).as('room'),
            sql<string>`concat('meeting:', ${ref('m.id')})`.as('subject'),
            sql<string>`concat_ws(':', 'item-over', ${ref('a.id')}, ${room.platform}, ${room.tenant}, ${room.channel})`.as(
              'key',
            ),
          ]
        })
        .where('m.begunAt', 'is not', null)
        .where('m.closedAt', 'is', null)
        .where('a.begunAt', 'is not', null)
        .where('a.endedAt', 'is', null)
        .where('a.removedAt', 'is', null)
        .where(
          ({ ref }) =>
            sql<boolean>`${ref('a.begunAt')} + make_interval(mins => ${ref('a.minutes')}) <= ${given.now}::timestamptz`,
        ),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notices as n').select('n.id').whereRef('n.key', '=', 'k.key'))),
    )
    .limit(given.limit),
)

/** A meeting that closed itself, and one of those who are told. */
export interface SelfClosedMeeting extends Readonly<Pick<Meetings, 'title'>> {
  readonly meetingId: number
  readonly personId: People['id']
}

/**
 * Closes the meetings that nobody closed within the given minutes after their end, and returns their chairs, co-chairs
 * and vice-chairs of that day.
 */
export async function closeAbandoned(
  trx: Trx,
  now: Date,
  graceMinutes: number,
): Promise<readonly SelfClosedMeeting[]> {
  return abandoned(trx, { now, graceMinutes })
}

const abandoned = statement((db, given: Params<{ now: Date; graceMinutes: number }>) =>
  db
    .with('shut', (query) =>
      query
        .updateTable('meetings as m')
        .set({ closedAt: given.now })
        .where('m.status', '=', 'scheduled')
        .where('m.begunAt', 'is not', null)
        .where('m.closedAt', 'is', null)
        .where(
          ({ ref }) =>
            sql<boolean>`greatest(${ref('m.startsAt')}, ${ref('m.begunAt')})
              + make_interval(mins => ${ref('m.minutes')} + ${given.graceMinutes}::int) <= ${given.now}::timestamptz`,
        )
        .returning(['m.id', 'm.title', 'm.groups']),
    )
    .selectFrom('shut as s')
    .innerJoin('roles as r', (join) => join.on(({ ref }) => isOneOf(ref('r.groupId'), ref('s.groups'))))
    .innerJoin('people as p', (join) =>
      join.on((eb) =>
        eb.or([eb('r.personId', '=', eb.ref('p.id')), eb('r.entityId', '=', eb.ref('p.entityId'))]),
      ),
    )
    .select(['s.id as meetingId', 's.title', 'p.id as personId'])
    .distinct()
    .where('r.role', 'in', ['chair', 'co-chair', 'vice-chair'])
    .where('r.during', '@>', utcDay(given.now))
    .where('p.retiredOn', 'is', null),
)
