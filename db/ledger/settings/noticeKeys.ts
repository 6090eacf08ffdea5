import { sql } from 'kysely'

import type { Notices } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** The keys of all that a rule has said of these subjects, or will once it has waited. */
export async function noticeKeysOf(
  db: Db,
  rule: string,
  subjects: readonly string[],
): Promise<readonly Notices['key'][]> {
  if (subjects.length === 0) return []
  const rows = await noticeKeys(db, { rule, subjects: [...new Set(subjects)] })
  return rows.map(({ key }) => key)
}

const noticeKeys = statement((db, given: Params<{ rule: string; subjects: string[] }>) =>
  db
    .selectFrom('notices')
    .select('key')
    .where('rule', '=', given.rule)
    .where('subject', '=', sql<string>`any(${given.subjects}::text[])`)
    .where('state', 'in', ['queued', 'sending', 'sent', 'ambiguous', 'folded']),
)
