import { type Expression, sql } from 'kysely'

import { leadingRoles } from '../directory/roleOrder.ts'
import type { Db, Trx } from '../store/db.ts'
import { fold, utcDay } from '../store/expressions.ts'
import { lockWords } from '../store/locks.ts'
import { asRecords, records } from '../store/records.ts'
import { type Params, statement } from '../store/statement.ts'
import { expectedInviteesQuery } from './expectedInvitees.ts'
import { isOneOf, listed, overlaps } from './joint/groups.ts'
import { type Meeting, meetingRows } from './rows.ts'

export interface PlannedTimes {
  readonly groupIds: readonly number[]
  /** When it begins, each time of a series. */
  readonly starts: readonly Date[]
  readonly minutes: number
  readonly place: string | null
  /** The meetings themselves, where they are planned anew. */
  readonly except: readonly number[]
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
 * Meetings not cancelled that overlap a planned one or one of its series, and are of the same group, at the same place, of a group that is
 * led by an entity that leads this one too, or with members of this one; those that share most come first.
 */
export async function clashes(
  db: Db,
  { groupIds, starts, minutes, place, except }: PlannedTimes,
): Promise<readonly Clash[]> {
  const times = starts.map((at) => at.toISOString()).sort()
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return []
  const rows = asRecords(times.map((at) => ({ at })))
  return overlapping(db, {
    groupIds,
    minutes,
    place,
    except,
    rows,
    first: new Date(first),
    last: new Date(last),
  })
}

interface Times extends Omit<PlannedTimes, 'starts'> {
  /** Every start. */
  readonly rows: string
  readonly first: Date
  readonly last: Date
}

const overlapping = statement((db, given: Params<Times>) => {
  const on = utcDay(given.first)
  const groups = listed(given.groupIds)
  return db
    .with('own', (query) => expectedInviteesQuery(query, groups, on))
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
              .where('a.during', '@>', utcDay(ref('m.startsAt')))
              .where('b.during', '@>', utcDay(ref('m.startsAt'))),
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
        .where('m.id', '<>', sql<number>`all (${given.except}::int[])`)
        // No meeting lasts longer than fourteen days.
        .where('m.startsAt', '>', sql<Date>`${given.first}::timestamptz - interval '14 days'`)
        .where('m.startsAt', '<', laterBy(given.last, given.minutes))
        .where(({ exists, ref }) =>
          exists(
            db
              .selectFrom(records<{ at: Date }>(given.rows, { at: 'timestamptz' }))
              .select('n.at')
              .where('n.at', '<', laterBy(ref('m.startsAt'), ref('m.minutes')))
              .where(
                ({ ref: of }) => sql<boolean>`${ref('m.startsAt')} < ${laterBy(of('n.at'), given.minutes)}`,
              ),
          ),
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

function laterBy(start: Expression<Date>, minutes: Expression<number>) {
  return sql<Date>`(${start}::timestamptz + make_interval(mins => ${minutes}::int))`
}
