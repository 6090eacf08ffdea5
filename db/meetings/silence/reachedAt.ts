import { type Expression, expressionBuilder, sql } from 'kysely'

import type { Database, Notices } from '../../schema.ts'

/** When a notice reached its reader; null where it did not, also where it was given up. */
export function reachedAt(
  id: Expression<number>,
  state: Expression<Notices['state']>,
  sentAt: Expression<Date | null>,
) {
  const noted = expressionBuilder<Database>()
    .selectFrom('sent as t')
    .select('t.at')
    .where('t.noticeId', '=', id)
  return sql<Date | null>`coalesce(${noted}, case when ${state} in ('sent', 'ambiguous') then ${sentAt} end)`
}
