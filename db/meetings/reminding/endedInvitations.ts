import { sql } from 'kysely'

import { keyPart, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What became of a meeting that somebody was asked to come to. */
export interface EndedInvitation {
  readonly key: string
  /** Null once the meeting has begun as it was called. */
  readonly word: 'Cancelled' | 'Answered' | 'Changed' | null
  readonly startsAt: Date
}

/**
 * Of what asked people whether they come, by its ledger keys, what does not ask any more: the meeting is cancelled, has
 * begun, or was changed, of which they were told anew; or they have answered since.
 */
export async function endedInvitations(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<readonly EndedInvitation[]> {
  return ended(db, { keys: [...keys], now })
}

const ended = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  db
    .with('asked', (query) =>
      query
        .selectFrom(ledgerKeys(given.keys))
        .innerJoin('notices as n', (join) => join.on((eb) => eb('n.key', '=', eb.ref('k.key'))))
        .innerJoin('meetings as m', (join) => join.on((eb) => eb('m.id', '=', keyPart(eb.ref('k.key'), 2))))
        .leftJoin('invitations as i', (join) =>
          join.onRef('i.meetingId', '=', 'm.id').onRef('i.personId', '=', 'n.personId'),
        )
        .select(['k.key', 'm.startsAt'])
        .select(({ ref }) =>
          sql<EndedInvitation['word']>`case
            when ${ref('m.status')} = 'cancelled' then 'Cancelled'
            when ${ref('i.respondedAt')} > ${ref('n.createdAt')} then 'Answered'
            when ${ref('m.sequence')} <> ${keyPart(ref('k.key'), 3)} then 'Changed'
          end`.as('word'),
        )
        // What tells of a series asks for all of it.
        .where(
          ({ ref }) =>
            sql<boolean>`split_part(${ref('k.key')}, ':', 1) in ('invitation', 'moved', 'restored', 'nudge')`,
        ),
    )
    .selectFrom('asked as a')
    .select(['a.key', 'a.word', 'a.startsAt'])
    .where(({ eb, or }) => or([eb('a.word', 'is not', null), eb('a.startsAt', '<=', given.now)])),
)
