import { sql } from 'kysely'

import { leadingRoles } from '../directory/roleOrder.ts'
import type { Db, Trx } from '../store/db.ts'
import { fold, utcDay } from '../store/expressions.ts'
import { lockWords } from '../store/locks.ts'
import { type Given, statement } from '../store/statement.ts'
import { guests } from './guests.ts'
import { isOneOf, listed, overlaps } from './joint/groups.ts'
import { type Meeting, meetingRows } from './rows.ts'

export interface Planned {
  readonly groupIds: readonly number[]
  readonly startsAt: Date
  readonly minutes: number
  readonly place: string | null
  /** The meeting itself, where it is planned anew. */
  readonly except: number | null
}

/** A meeting at the same time, with what it shares. */
export interface Clash extends Meeting {
  /** Whether a group meets in both. */
  readonly sameGroup: boolean
  readonly samePlace: boolean
  /** Whether an entity leads both groups. */
  readonly sameLeaders: boolean
  /** How many entities have members in both. */
  readonly entities: number
}

/**
 * Makes others who plan a meeting wait until the transaction ends, or two who take one hour at once would not see each
 * other. To be called before any meeting is locked, since what moves a series locks several.
 */
export function lockTimes(trx: Trx): Promise<void> {
  return lockWords(trx, 'the times of meetings')
}

/**
 * Meetings not cancelled that overlap a planned one, and are of the same group, at the same place, of a group that is
 * led by an entity that leads this one too, or with members of this one; those that share most come first.
 */
export async function clashes(db: Db, planned: Planned): Promise<readonly Clash[]> {
  return overlapping(db, planned)
}

const overlapping = statement((db, given: Given<Planned>) => {
  const start = sql<Date>`${given.startsAt}::timestamptz`
  const on = utcDay(given.startsAt)
  const groups = listed(given.groupIds)
  return db
    .with('own', (query) => guests(query, groups, on))
    .with('found', () =>
      meetingRows(db)
        .select(({ exists, ref, selectFrom }) => [
          overlaps(ref('m.groups'), groups).as('sameGroup'),
          sql<boolean>`coalesce(trim(${fold(ref('m.place'))}) = trim(${fold(sql<string | null>`${given.place}::text`)}), false)`.as(
            'samePlace',
          ),
          sql<boolean>`${exists(
            selectFrom('roles as a')
              .innerJoin('roles as b', 'b.entityId', 'a.entityId')
              .select('a.id')
              .where(({ ref: of }) => isOneOf(of('a.groupId'), of('m.groups')))
              .where(({ ref: of }) => isOneOf(of('b.groupId'), groups))
              .where('a.role', 'in', leadingRoles)
              .where('b.role', 'in', leadingRoles)
              .where('a.during', '@>', on)
              .where('b.during', '@>', on),
          )}`.as('sameLeaders'),
          sql<number>`(${db
            .selectFrom('invitations as i')
            .innerJoin(sql<{ personId: number; as: string }>`own`.as('o'), 'o.personId', 'i.personId')
            .innerJoin('people as p', 'p.id', 'i.personId')
            .where('i.meetingId', '=', ref('m.id'))
            .where('i.response', 'is distinct from', 'no')
            .where('i.as', '<>', 'observer')
            .where('o.as', '<>', 'observer')
            .select(({ ref: of }) =>
              sql<number>`count(distinct coalesce(${of('p.entityId')}, -${of('p.id')}))::int`.as('count'),
            )})`.as('entities'),
        ])
        .where('m.status', '=', 'scheduled')
        .where('m.id', 'is distinct from', sql<number>`${given.except}::int`)
        // No meeting lasts longer than fourteen days.
        .where('m.startsAt', '>', sql<Date>`${start} - interval '14 days'`)
        .where('m.startsAt', '<', sql<Date>`${start} + make_interval(mins => ${given.minutes}::int)`)
        .where(
          ({ ref }) =>
            sql<boolean>`${ref('m.startsAt')} + make_interval(mins => ${ref('m.minutes')}) > ${start}`,
        ),
    )
    .selectFrom('found as f')
    .selectAll('f')
    .where((eb) =>
      eb.or([
        eb('f.sameGroup', 'is', true),
        eb('f.samePlace', 'is', true),
        eb('f.sameLeaders', '=', true),
        eb('f.entities', '>', 0),
      ]),
    )
    .orderBy('f.sameGroup', 'desc')
    .orderBy('f.samePlace', 'desc')
    .orderBy('f.entities', 'desc')
    .orderBy('f.startsAt')
    .limit(5)
})
