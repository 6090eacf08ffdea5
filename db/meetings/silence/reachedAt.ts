import { type Expression, sql } from 'kysely'

import type { Notices } from '../../schema.ts'

/** When a notice reached its reader; null where it did not, also where it was given up. */
export function reachedAt(state: Expression<Notices['state']>, sentAt: Expression<Date | null>) {
  return sql<Date | null>`case when ${state} in ('sent', 'ambiguous') then ${sentAt} end`
}
