import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Compose } from '../../store/statement.ts'

/**
 * What those who have set hours of work keep, by `personId`: their days of the week, or those usual in their country,
 * and the calendars of their public holidays. Staff of the United Nations keep its holidays too.
 */
export function workWeeks(db: Pick<Compose, 'selectFrom'>) {
  return db
    .selectFrom('personHours as h')
    .innerJoin('people as worker', 'worker.id', 'h.personId')
    .leftJoin('entities as employer', 'employer.id', 'worker.entityId')
    .leftJoin('workCalendars as c', (join) =>
      join.on(({ eb, fn, ref }) => eb('c.calendar', '=', fn.coalesce('h.country', ref('worker.zone')))),
    )
    .select(({ fn, ref }) => [
      'h.personId',
      fn.coalesce('h.workingDays', 'c.workingDays').as('days'),
      sql<string[]>`array_remove(array[coalesce(${ref('h.country')}, ${ref('worker.zone')}),
        case when ${ref('employer.type')} = 'un' then 'UN' end], null)`.as('calendars'),
    ])
}

/** When what is due at a moment is said to somebody, as `calm_moment` of the store has it. */
export function calmMoment(
  due: Expression<unknown>,
  ends: Expression<unknown>,
  {
    zone,
    quietFrom,
    quietTo,
    days,
    calendars,
  }: Readonly<Record<'zone' | 'quietFrom' | 'quietTo' | 'days' | 'calendars', Expression<unknown>>>,
): RawBuilder<Date> {
  const clock = sql`(${due} at time zone ${zone})::time`
  const at = (minutes: Expression<unknown>) => sql`time '00:00' + make_interval(mins => ${minutes})`
  // Nearly all is due by day to people without hours of their own; the function costs ten times as much.
  return sql<Date>`case when ${days} is null and ${calendars} is null and (${quietFrom} is null
      or ${quietFrom} > ${quietTo} and ${clock} >= ${at(quietTo)} and ${clock} < ${at(quietFrom)})
    then ${due} else calm_moment(${due}, ${ends}, ${zone}, ${quietFrom}, ${quietTo}, ${days}, ${calendars}) end`
}
