import { sql } from 'kysely'
import type { Lead } from '../../../src/core/feature/lead.ts'
import type { UpcomingQuery } from '../../../src/core/feature/upcomingNotice.ts'
import { workWeeks } from '../../directory/hours/workWeek.ts'
import type { ActionItems, Entities, Meetings } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import { actionRows, isOwned, owners } from './actionRows.ts'
import { actionDueAt } from './dueActions.ts'

/** The next reminder of an open action to one of its owners. */
export interface ComingAction
  extends Readonly<Pick<ActionItems, 'id' | 'what' | 'dueOn' | 'meetingId' | 'ownerRole'>> {
  readonly at: Date
  readonly personId: number
  readonly meetingTitle: Meetings['title']
  readonly isOwned: boolean
  readonly entityAcronym: Entities['acronym'] | null
}

type ComingActionsQuery = Omit<UpcomingQuery, 'moments'>

/** What will be said of open actions, soonest first and the next of each action alone. */
export async function comingActions(
  db: Db,
  leads: readonly Lead[],
  { now, limit, personId }: ComingActionsQuery,
): Promise<readonly ComingAction[]> {
  return coming(db, { leads: asRecords(leads), now, limit, personId })
}

const coming = statement((db, given: Params<ComingActionsQuery & { leads: string }>) => {
  const next = actionRows(db)
    .clearSelect()
    .innerJoinLateral(
      (eb) => owners(eb, given).as('o'),
      (join) => join.onTrue(),
    )
    .leftJoin('reminderSettings as s', 's.personId', 'o.id')
    .leftJoin(workWeeks(db).as('h'), 'h.personId', 'o.id')
    .crossJoin(records<Lead>(given.leads, { name: 'text', days: 'int', minutes: 'int', at: 'int' }))
    .distinctOn(['a.id', 'o.id'])
    .select(['a.id', 'a.what', 'a.dueOn', 'a.meetingId', 'a.ownerRole', 'o.id as personId'])
    .select(['m.title as meetingTitle', 'oe.acronym as entityAcronym'])
    .select((eb) => [actionDueAt(eb.ref).as('at'), isOwned(eb).$castTo<boolean>().as('isOwned')])
    .where('a.status', '=', 'open')
    .where('a.dueOn', 'is not', null)
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('o.id', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .where(({ eb, ref }) => eb(actionDueAt(ref), '>', given.now))
    .orderBy('a.id')
    .orderBy('o.id')
    .orderBy('n.days', 'desc')
  return db
    .selectFrom(next.as('c'))
    .selectAll('c')
    .orderBy('c.at')
    .orderBy('c.id')
    .orderBy('c.personId')
    .limit(given.limit)
})
