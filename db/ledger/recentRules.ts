import type { Db } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** The keys of the rules by which somebody was told something since a moment. */
export async function recentRules(db: Db, personId: number, since: Date): Promise<ReadonlySet<string>> {
  const rows = await recent(db, { personId, since })
  return new Set(rows.flatMap(({ rule }) => rule ?? []))
}

const recent = statement((db, given: Params<{ personId: number; since: Date }>) =>
  db
    .selectFrom('notices')
    .select('rule')
    .distinct()
    .where('personId', '=', given.personId)
    .where('createdAt', '>', given.since)
    .where('rule', 'is not', null)
    .where('state', 'in', ['queued', 'sending', 'sent', 'ambiguous', 'folded']),
)
