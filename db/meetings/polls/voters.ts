import { type Expression, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Account } from '../../../src/core/address.ts'
import type { PollSlots, PollVotes } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { jsonList, utcDay } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { type ExpectedInvitee, expectedInviteesQuery } from '../expectedInvitees.ts'

export interface Voter extends ExpectedInvitee {
  readonly votes: readonly { readonly number: number; readonly vote: PollVotes['vote'] }[]
  /** The slots at which their own calendar says that they are busy. */
  readonly busy: readonly PollSlots['number'][]
}

/** Everybody of the poll's group at an instant, by name, with what they said to which slot. */
export async function votersOf(db: Db, pollId: number, now: Date): Promise<readonly Voter[]> {
  return ofPoll(db, { pollId, now })
}

const ofPoll = statement((db, given: Params<{ pollId: number; now: Date }>) =>
  db
    .with('guests', (query) =>
      expectedInviteesQuery(
        query,
        query.selectFrom('polls').select('groups').where('id', '=', given.pollId).$asScalar(),
        utcDay(given.now),
      ),
    )
    .selectFrom('guests as g')
    .innerJoin('people as p', 'p.id', 'g.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['g.personId', 'g.as', 'p.zone', 'p.name', 'e.acronym as entity'])
    .select(({ selectFrom }) =>
      jsonList(
        selectFrom('pollVotes as v')
          .where('v.pollId', '=', given.pollId)
          .whereRef('v.personId', '=', 'p.id')
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(jsonBuildObject({ number: ref('v.number'), vote: ref('v.vote') }))
              .orderBy('v.number')
              .as('list'),
          ),
      ).as('votes'),
    )
    .select(({ ref }) => jsonList(busySlots(db, given.pollId, ref('p.id'))).as('busy'))
    .orderBy('p.name'),
)

function busySlots(
  db: QueryBuilder,
  pollId: Params<{ pollId: number }>['pollId'],
  personId: Expression<number>,
) {
  return db
    .selectFrom('pollSlots as s')
    .innerJoin('polls as q', 'q.id', 's.pollId')
    .where('s.pollId', '=', pollId)
    .where(({ exists, selectFrom, ref }) =>
      exists(
        selectFrom('busyTimes as b')
          .select('b.personId')
          .where('b.personId', '=', personId)
          .where(
            'b.startsAt',
            '<',
            sql<Date>`${ref('s.startsAt')} + make_interval(mins => ${ref('q.minutes')})`,
          )
          .whereRef('b.endsAt', '>', 's.startsAt'),
      ),
    )
    .select(({ fn, ref }) => fn.jsonAgg(ref('s.number')).orderBy('s.number').as('list'))
}

/** The person of an account; undefined for one that is not linked. */
export async function personOf(db: Db, account: Account): Promise<number | undefined> {
  const [row] = await linked(db, account)
  return row?.personId
}

const linked = statement((db, given: Params<Account>) =>
  db
    .selectFrom('identities')
    .select('personId')
    .where(({ and }) => and({ platform: given.platform, tenant: given.tenant, account: given.account })),
)
