import { sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import type { Meetings, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { isOneOf } from '../joint/groups.ts'
import { type LeadsQuery, spanOf } from './leads.ts'
import { leadsOfMeetings } from './roomLeads.ts'

/** The next time that a meeting is named in the rooms of a group. */
export interface ComingInRooms extends Readonly<Pick<Meetings, 'title' | 'startsAt' | 'zone'>> {
  readonly at: Date
  readonly meetingId: Meetings['id']
  readonly group: WorkingGroups['acronym']
}

/** What will be said of meetings ahead in the rooms of their groups, soonest first and the next of each alone. */
export async function comingInRooms(
  db: Db,
  leads: readonly Lead[],
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<readonly ComingInRooms[]> {
  const { leads: records, horizonDays } = spanOf(leads)
  return coming(db, { leads: records, horizonDays: horizonDays + 60, now, limit })
}

const coming = statement((db, given: Params<Omit<LeadsQuery, 'rule'>>) => {
  const next = db
    .selectFrom(leadsOfMeetings(db, given).as('d'))
    .distinctOn('d.id')
    .select(['d.id', 'd.dueAt'])
    .where('d.dueAt', '>', given.now)
    .orderBy('d.id')
    .orderBy('d.dueAt')
  return db
    .selectFrom(next.as('c'))
    .innerJoin('meetings as m', 'm.id', 'c.id')
    .innerJoin('workingGroups as g', (join) => join.on(({ ref }) => isOneOf(ref('g.id'), ref('m.groups'))))
    .select(['c.dueAt as at', 'm.id as meetingId', 'm.title', 'm.startsAt', 'm.zone', 'g.acronym as group'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('rooms as r')
          .select('r.groupId')
          .whereRef('r.groupId', '=', 'g.id')
          .where('r.fault', 'is', null)
          .where(({ ref }) => sql<boolean>`${ref('r.boundAt')} <= ${given.now}::timestamptz`),
      ),
    )
    .orderBy('c.dueAt')
    .orderBy('m.id')
    .orderBy('g.acronym')
    .limit(given.limit)
})
