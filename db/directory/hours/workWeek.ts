import { type Expression, type RawBuilder, sql } from 'kysely'

import { lazily } from '../../../src/core/time/lazily.ts'
import { usualDays, zonesByWeek } from '../../../src/core/time/zones/weekend.ts'
import type { QueryBuilder } from '../../store/statement.ts'

/**
 * What people keep, by `personId`: the days of the week that they set, or those usual in their country or zone, and, for
 * those who have set hours of work, the calendars of their public holidays.
 */
export function workWeeks(db: Pick<QueryBuilder, 'selectFrom'>) {
  return db
    .selectFrom('people as q')
    .leftJoin(ownWeeks(db).as('own'), 'own.personId', 'q.id')
    .select(['q.id as personId', 'own.calendars'])
    .select(({ ref }) => daysIn(ref('own.days'), ref('q.zone')).as('days'))
}

/** The same of those alone who have set hours of work. Staff of the United Nations keep its holidays too. */
export function ownWeeks(db: Pick<QueryBuilder, 'selectFrom'>) {
  return db
    .selectFrom('personHours as h')
    .innerJoin('people as worker', 'worker.id', 'h.personId')
    .leftJoin('entities as employer', 'employer.id', 'worker.entityId')
    .leftJoin('workCalendars as c', 'c.calendar', 'h.country')
    .select(({ fn, ref }) => [
      'h.personId',
      fn.coalesce('h.workingDays', 'c.workingDays').as('days'),
      sql<string[]>`array_remove(array[coalesce(${ref('h.country')}, ${ref('worker.zone')}),
        case when ${ref('employer.type')} = 'un' then 'UN' end], null)`.as('calendars'),
    ])
}

/** Somebody's own days, or those usual in their zone. */
export function daysIn(own: Expression<unknown>, zone: Expression<string>): RawBuilder<number[]> {
  return sql`coalesce(${own}, ${usualIn(zone)})`
}

/** The days on which people of a zone work unless they say otherwise; no calendar need be known for it. */
function usualIn(zone: Expression<string>): RawBuilder<number[]> {
  return sql`case ${sql.join(
    otherWeeks().map(({ zones, days }) => sql`when ${zone} in (${sql.join(zones)}) then ${days}`),
    sql` `,
  )}
    else ${days(usualDays(''))} end`
}

const days = (list: readonly number[]) => sql.raw(`'{${list.join()}}'::int[]`)

/** Fixed in the text of a statement, so that each is planned once. */
const otherWeeks = lazily(() =>
  zonesByWeek().map((one) => ({ zones: one.zones.map((zone) => sql.lit(zone)), days: days(one.days) })),
)

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
  const weekday = sql`extract(isodow from ${due} at time zone ${zone})::int`
  // Nearly all is due by day to people without hours of their own; the function costs ten times as much.
  return sql<Date>`case when ${calendars} is null and (${days} is null or ${weekday} = any(${days})) and (${quietFrom} is null
      or ${quietFrom} > ${quietTo} and ${clock} >= ${at(quietTo)} and ${clock} < ${at(quietFrom)})
    then ${due} else calm_moment(${due}, ${ends}, ${zone}, ${quietFrom}, ${quietTo}, ${days}, ${calendars}) end`
}
