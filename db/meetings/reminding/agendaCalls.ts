import { type Expression, sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/rule.ts'
import type { Db } from '../../store/db.ts'
import { type Compose, type Given, statement } from '../../store/statement.ts'
import { isOneOf } from '../joint/groups.ts'
import type { ComingReminder } from './coming.ts'
import { type DueReminder, toInvited } from './due.ts'
import { type LeadsQuery, leadsOfPeople, spanOf } from './leads.ts'

/** Nobody is asked any more this long after the moment, for instance when a room was unbound in the meantime. */
const lateDays = 2

/**
 * Calls for agenda items due to those who may add some, where a group that meets has no room in which they are called
 * for; their keys begin with `rule`. The leads are the rule's: what somebody chose is for reminders.
 */
export async function dueAgendaCalls(
  db: Db,
  rule: string,
  leads: readonly Lead[],
  now: Date,
  limit: number,
): Promise<readonly DueReminder[]> {
  return due(db, { rule, ...spanOf(leads), now, limit })
}

const due = statement((db, given: Given<LeadsQuery>) =>
  toInvited(db, given, 'the rule’s')
    .where('i.as', '<>', 'observer')
    .where('i.guest', '=', false)
    .where(
      'due.dueAt',
      '>',
      sql<Date>`${given.now}::timestamptz - make_interval(days => ${sql.lit(lateDays)})`,
    )
    .where(({ ref }) => lacksRoom(db, ref('m.groups')))
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

const coming = statement((db, given: Given<Omit<LeadsQuery, 'rule'> & { personId: number | null }>) =>
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
    .where(({ ref }) => lacksRoom(db, ref('m.groups')))
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

/** Whether one of the groups has no room that can be reached. */
function lacksRoom(db: Compose, groups: Expression<number[] | null>) {
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
