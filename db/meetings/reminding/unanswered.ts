import { keyPart, keysIn } from '../../ledger/keyPart.ts'
import type { Db } from '../../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { meetingsOfKeys } from './meetingsOfKeys.ts'

/** Of reminders by their ledger keys, those whose meeting stands as it did then, and whose reader has not answered. */
export async function unansweredReminders(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await unanswered(db, { keys: [...keys], now })
  return keysIn(rows)
}

const unanswered = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  withoutAnswer(db, given.keys)
    .select('k.key')
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', given.now),
)

/** Of reminders by their ledger keys, when their meeting began that their reader has not answered. */
export async function begunUnanswered(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await begun(db, { keys: [...keys], now })
  return new Map(rows.map(({ key, startsAt }) => [key, startsAt]))
}

const begun = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  withoutAnswer(db, given.keys)
    .select(['k.key', 'm.startsAt'])
    .where('m.status', '<>', 'cancelled')
    .where('m.startsAt', '<=', given.now),
)

/** Of reminders by their ledger keys, those in rooms too, the ones whose meeting is still ahead as it stood then. */
export async function aheadReminders(
  db: Db,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await ahead(db, { keys: [...keys], now })
  return keysIn(rows)
}

const ahead = statement((db, given: Params<{ keys: string[]; now: Date }>) =>
  meetingsOfKeys(db, given.keys)
    .select('k.key')
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', given.now),
)

/** Each key beside the meeting, whose reader has not answered. */
function withoutAnswer(db: QueryBuilder, keys: Params<{ keys: string[] }>['keys']) {
  return meetingsOfKeys(db, keys).innerJoin('invitations as i', (join) =>
    join
      .onRef('i.meetingId', '=', 'm.id')
      .on((eb) => eb('i.personId', '=', keyPart(eb.ref('k.key'), 5)))
      .on('i.response', 'is', null),
  )
}
