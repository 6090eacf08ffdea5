import { type Expression, sql } from 'kysely'

import type { Meetings } from '../../schema.ts'

type Columns = 'startsAt' | 'begunAt' | 'closedAt' | 'putOffFrom' | 'putOffBegunAt' | 'putOffClosedAt'

/**
 * What had begun at another hour has not begun at the new one, and is again as it was once it is moved back there.
 */
export function begunWhenMoved(
  m: { readonly [Column in Columns]: Expression<Meetings[Column]> },
  to: Expression<Date>,
) {
  const moved = (own: Expression<Date | null>, before: Expression<Date | null>) =>
    sql<Date | null>`case when ${m.startsAt} = ${to} then ${own} when ${m.putOffFrom} = ${to} then ${before} end`
  const kept = (own: Expression<Date | null>, before: Expression<Date | null>) =>
    sql<Date | null>`case when ${m.startsAt} = ${to} then ${before} when ${m.begunAt} is not null then ${own}
      when ${m.startsAt} = ${m.putOffFrom} then null else ${before} end`
  return {
    begunAt: moved(m.begunAt, m.putOffBegunAt),
    closedAt: moved(m.closedAt, m.putOffClosedAt),
    putOffFrom: kept(sql<Date | null>`${m.startsAt}`, m.putOffFrom),
    putOffBegunAt: kept(m.begunAt, m.putOffBegunAt),
    putOffClosedAt: kept(m.closedAt, m.putOffClosedAt),
  }
}
