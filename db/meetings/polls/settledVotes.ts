import { keyPart, keysIn, ledgerKeys } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Of reminders by their ledger keys, those whose reader has voted. */
export async function votedAmong(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await voted(db, { keys: [...keys] })
  return keysIn(rows)
}

const voted = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('pollVotes as v', (join) =>
      join
        .on((eb) => eb('v.pollId', '=', keyPart(eb.ref('k.key'), 2)))
        .on((eb) => eb('v.personId', '=', keyPart(eb.ref('k.key'), 4))),
    )
    .select('k.key')
    .distinct(),
)

/** Of notices by their ledger keys, those whose poll was closed by hand. */
export async function closedByHand(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await closed(db, { keys: [...keys] })
  return keysIn(rows)
}

const closed = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('polls as p', (join) => join.on((eb) => eb('p.id', '=', keyPart(eb.ref('k.key'), 2))))
    .select('k.key')
    .where('p.status', '=', 'closed'),
)

/** Of reminders by their ledger keys, when their poll closed by itself, in which their reader has not voted. */
export async function closedUnvoted(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await unvoted(db, { keys: [...keys], now })
  return new Map(rows.map(({ key, closesAt }) => [key, closesAt]))
}

const unvoted = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('polls as p', (join) => join.on((eb) => eb('p.id', '=', keyPart(eb.ref('k.key'), 2))))
    .leftJoin('pollVotes as v', (join) =>
      join.onRef('v.pollId', '=', 'p.id').on((eb) => eb('v.personId', '=', keyPart(eb.ref('k.key'), 4))),
    )
    .select(['k.key', 'p.closesAt'])
    .where('p.closesAt', '<=', given.now)
    .where('v.pollId', 'is', null),
)

/** The numbers of the polls that were settled on a meeting. */
export async function pollsSettledOn(db: Db, meetingId: number): Promise<readonly number[]> {
  const rows = await settledOn(db, { meetingId })
  return rows.map(({ id }) => id)
}

const settledOn = statement((db, given: Params<{ meetingId: number }>) =>
  db.selectFrom('polls').select('id').where('meetingId', '=', given.meetingId),
)
