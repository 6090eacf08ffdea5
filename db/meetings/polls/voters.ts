import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Account } from '../../../src/core/address.ts'
import type { PollVotes } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { jsonList, utcDay } from '../../store/expressions.ts'
import { type Given, statement } from '../../store/statement.ts'
import { type Guest, guests } from '../guests.ts'

export interface Voter extends Guest {
  readonly votes: readonly { readonly number: number; readonly vote: PollVotes['vote'] }[]
}

/** Everybody of the poll's group at an instant, by name, with what they said to which slot. */
export async function votersOf(db: Db, pollId: number, now: Date): Promise<readonly Voter[]> {
  return ofPoll(db, { pollId, now })
}

const ofPoll = statement((db, given: Given<{ pollId: number; now: Date }>) =>
  db
    .with('guests', (query) =>
      guests(
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
    .orderBy('p.name'),
)

/** The person of an account; undefined for one that is not linked. */
export async function personOf(db: Db, account: Account): Promise<number | undefined> {
  const [row] = await linked(db, account)
  return row?.personId
}

const linked = statement((db, given: Given<Account>) =>
  db
    .selectFrom('identities')
    .select('personId')
    .where(({ and }) => and({ platform: given.platform, tenant: given.tenant, account: given.account })),
)
