import { sql } from 'kysely'

import type { Message } from '../../../src/core/message.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What a rule said to somebody, or will once it has waited. */
export interface RecentNotice {
  readonly personId: number
  readonly subject: string
  readonly summary: Message['summary']
}

/** What a rule has said to these people since a moment. */
export async function recentNotices(
  db: Db,
  rule: string,
  people: readonly number[],
  since: Date,
): Promise<readonly RecentNotice[]> {
  if (people.length === 0) return []
  const rows = await recent(db, { rule, people: [...new Set(people)], since })
  return rows.flatMap(({ personId, ...row }) => (personId === null ? [] : [{ ...row, personId }]))
}

const recent = statement((db, given: Params<{ rule: string; people: number[]; since: Date }>) =>
  db
    .selectFrom('notices')
    .select(['personId', 'subject'])
    .select(({ ref }) => sql<Message['summary']>`${ref('body')} -> 'summary'`.as('summary'))
    .where('personId', '=', sql<number>`any(${given.people}::int[])`)
    .where('rule', '=', given.rule)
    .where('createdAt', '>', given.since)
    .where('state', 'in', ['queued', 'sending', 'sent', 'ambiguous', 'folded']),
)
