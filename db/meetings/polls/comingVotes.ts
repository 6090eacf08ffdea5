import { sql } from 'kysely'
import type { Lead } from '../../../src/core/feature/lead.ts'
import type { UpcomingQuery } from '../../../src/core/feature/upcomingNotice.ts'
import type { Polls, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { asRecords } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import { pollLeads } from './pollLeads.ts'
import { type ResultReader, resultReaders } from './resultReaders.ts'

/** The next reminder of an open poll to somebody. */
export interface ComingVote extends Readonly<Pick<Polls, 'title' | 'zone'>> {
  readonly at: Date
  readonly pollId: Polls['id']
  readonly personId: number
  readonly closesAt: Date
  readonly groupAcronym: WorkingGroups['acronym']
  /** Minutes before the end at which it comes, on any day. */
  readonly punctual: boolean
}

type ComingVotesQuery = Omit<UpcomingQuery, 'moments'>

/** What will be said to those who have not voted, soonest first and the next of each poll alone. */
export async function comingVotes(
  db: Db,
  leads: readonly Lead[],
  { now, limit, personId }: ComingVotesQuery,
): Promise<readonly ComingVote[]> {
  return votes(db, { leads: asRecords(leads), now, limit, personId })
}

const votes = statement((db, given: Params<ComingVotesQuery & { leads: string }>) => {
  const next = db
    .selectFrom(pollLeads(db, given).as('d'))
    .distinctOn(['d.pollId', 'd.personId'])
    .select(['d.pollId', 'd.personId', 'd.dueAt as at', 'd.days'])
    .where('d.dueAt', '>', given.now)
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('d.personId', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .orderBy('d.pollId')
    .orderBy('d.personId')
    .orderBy('d.dueAt')
  return db
    .selectFrom(next.as('c'))
    .innerJoin('polls as p', 'p.id', 'c.pollId')
    .innerJoin('workingGroups as w', 'w.id', 'p.groupId')
    .select(['c.pollId', 'c.personId', 'c.at', 'p.title', 'p.closesAt', 'p.zone'])
    .select(({ eb, ref }) => [
      sql<string>`${groupNames(db, ref('p.groups'), ref('w.acronym'))}`.as('groupAcronym'),
      eb('c.days', '=', 0).$castTo<boolean>().as('punctual'),
    ])
    .orderBy('c.at')
    .orderBy('c.pollId')
    .orderBy('c.personId')
    .limit(given.limit)
})

/** The end of an open poll, as somebody will be told of it who is to settle it. */
export interface ComingResult extends ComingVote {
  readonly as: ResultReader
}

/** The ends of open polls, to those who would settle them today. */
export async function comingResults(db: Db, asked: ComingVotesQuery): Promise<readonly ComingResult[]> {
  return results(db, asked)
}

const results = statement((db, given: Params<ComingVotesQuery>) =>
  db
    .selectFrom('polls as p')
    .innerJoin('workingGroups as w', 'w.id', 'p.groupId')
    .innerJoin(resultReaders(db, given.now).as('q'), 'q.pollId', 'p.id')
    .select(['p.id as pollId', 'p.title', 'p.closesAt', 'p.closesAt as at', 'p.zone', 'q.personId', 'q.as'])
    .select(sql<boolean>`false`.as('punctual'))
    .select(({ ref }) => sql<string>`${groupNames(db, ref('p.groups'), ref('w.acronym'))}`.as('groupAcronym'))
    .where('p.status', '=', 'open')
    .where('p.closesAt', '>', given.now)
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('q.personId', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .orderBy('p.closesAt')
    .orderBy('p.id')
    .orderBy('q.personId')
    .limit(given.limit),
)
