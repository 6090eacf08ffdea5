import { type Expression, expressionBuilder, sql } from 'kysely'

import type { Database } from '../../schema.ts'

/** How long before a meeting “just before it” is, in minutes. */
export const minutesBefore = 15

/** When the snooze `s` of the notice `n` is over: one until just before a meeting goes by when that begins now. */
export function snoozedUntil(
  ref: (name: 's.until' | 's.beforeMeeting' | 'n.subject') => Expression<unknown>,
) {
  const justBefore = expressionBuilder<Database, never>()
    .selectFrom('meetings as m')
    .select((eb) =>
      sql<Date>`${eb.ref('m.startsAt')} - make_interval(mins => ${sql.lit(minutesBefore)})`.as('moment'),
    )
    .where((eb) => sql<boolean>`${eb.ref('m.id')} = nullif(split_part(${ref('n.subject')}, ':', 2), '')::int`)
  return sql<Date>`case when ${ref('s.beforeMeeting')} then ${justBefore} else ${ref('s.until')} end`
}
