import { sql } from 'kysely'

import type { ComingAsked, Lead } from '../../../src/core/feature/rule.ts'
import type { Polls, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Given, statement } from '../../store/statement.ts'
import { guests } from '../guests.ts'
import { groupNames } from '../joint/groups.ts'

/** The next reminder of an open poll to somebody. */
export interface ComingVote extends Readonly<Pick<Polls, 'title'>> {
  readonly at: Date
  readonly pollId: Polls['id']
  readonly personId: number
  readonly closesAt: Date
  readonly groupAcronym: WorkingGroups['acronym']
}

type Asked = Omit<ComingAsked, 'moments'>

/** What will be said to those who have not voted, soonest first and the next of each poll alone. */
export async function comingVotes(
  db: Db,
  leads: readonly Lead[],
  { now, limit, personId }: Asked,
): Promise<readonly ComingVote[]> {
  return votes(db, { leads: asRecords(leads), now, limit, personId })
}

const votes = statement((db, given: Given<Asked & { leads: string }>) => {
  const next = db
    .selectFrom('polls as p')
    .innerJoin('workingGroups as w', 'w.id', 'p.groupId')
    .innerJoinLateral(
      (eb) => guests(db, eb.ref('p.groups'), utcDay(given.now)).as('g'),
      (join) => join.onTrue(),
    )
    .crossJoin(records<Lead>(given.leads, { name: 'text', days: 'int', minutes: 'int' }))
    .distinctOn(['p.id', 'g.personId'])
    .select(['p.id as pollId', 'p.title', 'p.closesAt', 'g.personId'])
    .select(({ ref }) => [
      sql<string>`${groupNames(db, ref('p.groups'), ref('w.acronym'))}`.as('groupAcronym'),
      sql<Date>`${ref('p.closesAt')} - make_interval(days => ${ref('n.days')}, mins => ${ref('n.minutes')})`.as(
        'at',
      ),
    ])
    .where('p.status', '=', 'open')
    .where('p.closesAt', '>', given.now)
    .where(
      ({ ref }) =>
        sql<boolean>`${ref('p.closesAt')} - make_interval(days => ${ref('n.days')}, mins => ${ref('n.minutes')}) > ${given.now}::timestamptz`,
    )
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('g.personId', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pollVotes as v')
            .select('v.pollId')
            .whereRef('v.pollId', '=', 'p.id')
            .whereRef('v.personId', '=', 'g.personId'),
        ),
      ),
    )
    .orderBy('p.id')
    .orderBy('g.personId')
    .orderBy('n.days', 'desc')
    .orderBy('n.minutes', 'desc')
  return db
    .selectFrom(next.as('c'))
    .selectAll('c')
    .orderBy('c.at')
    .orderBy('c.pollId')
    .orderBy('c.personId')
    .limit(given.limit)
})

/** The ends of open polls, to those who opened them. */
export async function comingResults(db: Db, asked: Asked): Promise<readonly ComingVote[]> {
  return results(db, asked)
}

const results = statement((db, given: Given<Asked>) =>
  db
    .selectFrom('polls as p')
    .innerJoin('workingGroups as w', 'w.id', 'p.groupId')
    .select(['p.id as pollId', 'p.title', 'p.closesAt', 'p.openedBy as personId', 'p.closesAt as at'])
    .select(({ ref }) => sql<string>`${groupNames(db, ref('p.groups'), ref('w.acronym'))}`.as('groupAcronym'))
    .where('p.status', '=', 'open')
    .where('p.closesAt', '>', given.now)
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('p.openedBy', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .orderBy('p.closesAt')
    .orderBy('p.id')
    .limit(given.limit),
)
