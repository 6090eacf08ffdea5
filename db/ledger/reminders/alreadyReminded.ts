import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Of snoozes by number, those whose rule has told the same person of the same thing since a moment. */
export async function alreadyReminded(
  db: Db,
  ids: readonly number[],
  since: Date,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  return new Set((await reminded(db, { ids: [...ids], since })).map(({ id }) => id))
}

const reminded = statement((db, given: Params<{ ids: number[]; since: Date }>) =>
  db
    .selectFrom('snoozes as s')
    .innerJoin('notices as n', 'n.id', 's.noticeId')
    .innerJoin('notices as o', (join) =>
      join
        .onRef('o.personId', '=', 's.personId')
        .onRef('o.rule', '=', 'n.rule')
        .onRef('o.subject', '=', 'n.subject')
        .onRef('o.id', '<>', 'n.id'),
    )
    .select('s.id')
    .where('s.id', '=', sql<number>`any(${given.ids}::int[])`)
    .where('o.createdAt', '>', given.since)
    .where('o.state', 'in', ['queued', 'sending', 'sent', 'ambiguous']),
)
