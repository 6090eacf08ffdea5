import { type Expression, sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import type { DueQuery } from '../../../src/core/feature/rule.ts'
import type { Db } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { expectedInviteesQuery } from '../expectedInvitees.ts'
import { isOneOf } from '../joint/groups.ts'
import type { ComingReminder } from './coming.ts'
import { type DueReminder, toInvited } from './due.ts'
import { type LeadsQuery, leadsOfPeople, spanOf } from './leads.ts'

/** Nobody is asked any more this long after the moment, for instance when a room was unbound in the meantime. */
const lateDays = 2

/**
 * Calls for agenda items due to those who may add some, where a group that meets has no room in which they are called
 * for and none of their own groups that meet has one; their keys begin with `rule`. The leads are the rule's: what
 * somebody chose is for reminders.
 */
export async function dueAgendaCalls(
  db: Db,
  rule: string,
  { now, moments, limit }: DueQuery,
): Promise<readonly DueReminder[]> {
  return due(db, { rule, ...spanOf(moments), now, limit })
}

const due = statement((db, given: Params<LeadsQuery>) =>
  toInvited(db, given, { whose: 'the rule’s', lateDays, among: (groups) => lacksRoom(db, groups) })
    .where('i.as', '<>', 'observer')
    .where('i.guest', '=', false)
    .where(
      'due.dueAt',
      '>',
      sql<Date>`${given.now}::timestamptz - make_interval(days => ${sql.lit(lateDays)})`,
    )
    .where(({ ref }) =>
      isAskedInPerson(db, { groups: ref('m.groups'), startsAt: ref('m.startsAt'), personId: ref('p.id') }),
    )
    .orderBy('due.startsAt')
    .orderBy('due.personId')
    .limit(given.limit),
)

/** What is still to come of these, soonest first, for one person or for everybody. */
export async function comingAgendaCalls(
  db: Db,
  leads: readonly Lead[],
  { now, limit, personId }: { readonly now: Date; readonly limit: number; readonly personId: number | null },
): Promise<readonly Omit<ComingReminder, 'groupAcronym' | 'punctual'>[]> {
  const { leads: records, horizonDays } = spanOf(leads)
  return coming(db, { leads: records, horizonDays: horizonDays + 60, now, limit, personId })
}

const coming = statement((db, given: Params<Omit<LeadsQuery, 'rule'> & { personId: number | null }>) =>
  db
    .selectFrom(leadsOfPeople(db, given, 'the rule’s').as('d'))
    .innerJoin('meetings as m', 'm.id', 'd.id')
    .innerJoin('people as p', 'p.id', 'd.personId')
    .innerJoin('invitations as i', (join) =>
      join.onRef('i.meetingId', '=', 'm.id').onRef('i.personId', '=', 'p.id'),
    )
    .select([
      'd.dueAt as at',
      'm.id as meetingId',
      'm.title',
      'm.startsAt',
      'i.as',
      'p.id as personId',
      'p.zone',
    ])
    .where('d.dueAt', '>', given.now)
    .where('i.as', '<>', 'observer')
    .where('i.guest', '=', false)
    .where(({ ref }) =>
      isAskedInPerson(db, { groups: ref('m.groups'), startsAt: ref('m.startsAt'), personId: ref('p.id') }),
    )
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('p.id', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .orderBy('d.dueAt')
    .orderBy('m.id')
    .orderBy('p.id')
    .limit(given.limit),
)

interface AskedOf {
  readonly groups: Expression<number[]>
  readonly startsAt: Expression<Date>
  readonly personId: Expression<number>
}

/** Whether one of the groups has no room, and the person is a member of none that has one and asks them there. */
function isAskedInPerson(db: QueryBuilder, { groups, startsAt, personId }: AskedOf) {
  const withRoom = db
    .selectFrom('rooms as b')
    .select(({ ref: of }) => sql<number[] | null>`array_agg(${of('b.groupId')})`.as('groups'))
    .where(({ ref: of }) => isOneOf(of('b.groupId'), groups))
    .where('b.fault', 'is', null)
  const asked = db
    .selectFrom(expectedInviteesQuery(db, withRoom.$asScalar(), utcDay(startsAt)).as('a'))
    .select('a.personId')
    .where('a.personId', '=', personId)
    .where('a.as', '<>', 'observer')
  // Who belongs to which group is looked up for a joint meeting alone.
  return sql<boolean>`case when not ${lacksRoom(db, groups)} then false
    when cardinality(${groups}) < 2 then true
    else not exists ${asked} end`
}

/** Whether one of the groups has no room that can be reached. */
function lacksRoom(db: QueryBuilder, groups: Expression<number[] | null>) {
  const without = db
    .selectFrom('workingGroups as w')
    .select('w.id')
    .where(({ ref }) => isOneOf(ref('w.id'), groups))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('rooms as r')
            .select('r.groupId')
            .whereRef('r.groupId', '=', 'w.id')
            .where('r.fault', 'is', null),
        ),
      ),
    )
  return sql<boolean>`exists ${without}`
}
