import { sql } from 'kysely'

import type { Polls } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** The numbers of the groups that vote on a time now. */
export async function groupsVoting(db: Db, now: Date): Promise<ReadonlySet<number>> {
  const rows = await voting(db, { now })
  return new Set(rows.flatMap(({ groups }: Pick<Polls, 'groups'>) => groups))
}

const voting = statement((db, given: Params<{ now: Date }>) =>
  db
    .selectFrom('polls')
    .select('groups')
    .where('status', '=', 'open')
    .where(({ ref }) => sql<boolean>`${ref('closesAt')} > ${given.now}::timestamptz`),
)
