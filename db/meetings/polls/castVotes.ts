import { sql } from 'kysely'

import type { PollVotes } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

export interface CastVote {
  readonly number: number
  readonly vote: PollVotes['vote']
}

/** Sets somebody's votes on some slots; those on other slots stay. */
export async function castVotes(
  trx: Trx,
  pollId: number,
  personId: number,
  votes: readonly CastVote[],
  now: Date,
): Promise<void> {
  await cast(trx, { pollId, personId, votes: asRecords(votes), now })
}

const cast = statement((db, given: Params<{ pollId: number; personId: number; votes: string; now: Date }>) =>
  db
    .insertInto('pollVotes')
    .columns(['pollId', 'number', 'personId', 'vote', 'votedAt'])
    .expression((from) =>
      from
        .selectFrom(records<CastVote>(given.votes, { number: 'int', vote: 'text' }))
        .select([
          sql<number>`${given.pollId}::int`.as('pollId'),
          'n.number',
          sql<number>`${given.personId}::int`.as('personId'),
          'n.vote',
          sql<Date>`${given.now}::timestamptz`.as('votedAt'),
        ]),
    )
    .onConflict((conflict) =>
      conflict.columns(['pollId', 'number', 'personId']).doUpdateSet(({ ref }) => ({
        vote: ref('excluded.vote'),
        votedAt: ref('excluded.votedAt'),
      })),
    ),
)
