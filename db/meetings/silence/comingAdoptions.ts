import { sql } from 'kysely'

import type { UpcomingQuery } from '../../../src/core/feature/upcomingNotice.ts'
import type { Db } from '../../store/db.ts'
import { utcDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type ExpectedInvitee, expectedInviteesQuery } from '../expectedInvitees.ts'
import type { Silence } from './silences.ts'

/** A text under silence that is adopted at its deadline, for one of those who are told then. */
export interface ComingAdoption extends Pick<Silence, 'groupAcronym'> {
  readonly silenceId: number
  readonly personId: number
  /** The role in which they belong to the group. */
  readonly as: ExpectedInvitee['as']
  readonly closesAt: Date
}

type Asked = Pick<UpcomingQuery, 'now' | 'limit' | 'personId'>

/** Texts under silence, the first to end first: to one person, or to anybody. */
export async function comingAdoptions(
  db: Db,
  { now, limit, personId }: Asked,
): Promise<readonly ComingAdoption[]> {
  return coming(db, { now, limit, personId })
}

const coming = statement((db, given: Params<Asked>) =>
  db
    .selectFrom('silenceProcedures as a')
    .innerJoin('workingGroups as g', 'g.id', 'a.groupId')
    .innerJoinLateral(
      (eb) =>
        expectedInviteesQuery(db, sql<number[]>`array[${eb.ref('a.groupId')}]`, utcDay(given.now)).as('p'),
      (join) => join.onTrue(),
    )
    .select(['a.id as silenceId', 'a.closesAt', 'g.acronym as groupAcronym', 'p.personId', 'p.as'])
    .where('a.status', '=', 'open')
    .where('a.closesAt', '>', given.now)
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.personId}::int is null`,
        eb('p.personId', '=', sql<number>`${given.personId}::int`),
      ]),
    )
    .orderBy('a.closesAt')
    .orderBy('a.id')
    .orderBy('p.personId')
    .limit(given.limit),
)
