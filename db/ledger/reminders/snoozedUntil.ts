import { type Expression, sql } from 'kysely'

/** How long before a meeting “just before it” is, in minutes. */
export const minutesBefore = 15

/** When the snooze `s` of the notice `n` is over: one until just before a meeting goes by when that begins now. */
export function snoozedUntil(
  ref: (name: 's.until' | 's.beforeMeeting' | 'n.subject') => Expression<unknown>,
) {
  return sql<Date>`case when ${ref('s.beforeMeeting')} then (
    select m.starts_at - make_interval(mins => ${sql.lit(minutesBefore)}) from meetings m
    where m.id = nullif(split_part(${ref('n.subject')}, ':', 2), '')::int) else ${ref('s.until')} end`
}
