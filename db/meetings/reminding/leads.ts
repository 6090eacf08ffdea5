import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import { zonesByWeek } from '../../../src/core/time/zones/weekend.ts'
import { calmMoment, workWeeks } from '../../directory/hours/workWeek.ts'
import { asRecords, records } from '../../store/records.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'

export interface LeadsQuery {
  /** The key of the rule. */
  readonly rule: string
  /** The leads, as records. */
  readonly leads: string
  readonly horizonDays: number
  readonly now: Date
  readonly limit: number
}

/** Whose leads count: those that each person chose for themselves, where they did, or those of the rule for everybody. */
export type LeadSource = 'own' | 'the rule’s'

/** Leads as a statement takes them, with how many days ahead it has to look for them. */
export function spanOf(leads: readonly Lead[]): Pick<LeadsQuery, 'leads' | 'horizonDays'> {
  const horizonDays = 1 + Math.max(...leads.map(({ days, minutes }) => days + Math.ceil(minutes / 1440)))
  return { leads: asRecords(leads), horizonDays }
}

/** What goes out by days is said at night to nobody, unless they set hours of their own; in minutes after midnight. */
const night = { from: 22 * 60, to: 6 * 60 }

/** How far that can bring something forward, in a night in which the clocks go back, too. */
export const nightMinutes = 1440 - night.from + night.to + 2 * 60

/**
 * Of each meeting ahead and each person invited who has not declined, with the leads that count, and when each is
 * said: on one of their days, outside their quiet hours, and while it is of use.
 */
export function leadsOfPeople(
  db: QueryBuilder,
  given: Params<Omit<LeadsQuery, 'rule' | 'limit'>>,
  whose: LeadSource = 'own',
) {
  return db
    .selectFrom(momentsOfPeople(db, given, whose).as('d'))
    .select(['d.id', 'd.personId', 'd.days'])
    .select(({ ref }) => calmOf(ref).as('dueAt'))
}

type MomentOf =
  | 'd.moment'
  | 'd.startsAt'
  | 'd.zone'
  | 'd.quietFrom'
  | 'd.quietTo'
  | 'd.workDays'
  | 'd.calendars'

function calmOf(ref: (name: MomentOf) => Expression<unknown>) {
  return calmMoment(ref('d.moment'), ref('d.startsAt'), {
    ...{ zone: ref('d.zone'), quietFrom: ref('d.quietFrom'), quietTo: ref('d.quietTo') },
    ...{ days: ref('d.workDays'), calendars: ref('d.calendars') },
  })
}

/** As `leadsOfPeople`, whatever the hour and the day, with the hours that each heeds. */
function momentsOfPeople(
  db: QueryBuilder,
  { leads, horizonDays, now }: Params<Omit<LeadsQuery, 'rule' | 'limit'>>,
  whose: LeadSource,
) {
  const given = sql<string>`${leads}::text`
  const longest = db.selectFrom('reminderSettings').select(({ fn }) => fn.max('leadDays').as('days'))
  return db
    .selectFrom('meetings as m')
    .innerJoin('invitations as i', (join) =>
      join.onRef('i.meetingId', '=', 'm.id').on('i.response', 'is distinct from', 'no'),
    )
    .innerJoin('people as p', (join) => join.onRef('p.id', '=', 'i.personId').on('p.retiredOn', 'is', null))
    .leftJoin('reminderSettings as s', 's.personId', 'p.id')
    .leftJoin(workWeeks(db).as('h'), 'h.personId', 'p.id')
    .crossJoin(
      // A function in a join sees what stands before it.
      records<Lead>(whose === 'own' ? sql<string>`coalesce(${sql.ref('s.leads')}::text, ${given})` : given, {
        name: 'text',
        days: 'int',
        minutes: 'int',
        at: 'int',
      }),
    )
    .select(['m.id', 'p.id as personId', 'm.changedAt', 'm.startsAt', 'm.sequence'])
    .select(['n.name', 'n.days', 'n.minutes'])
    .select(({ ref }) => {
      const { zone, quietFrom, quietTo, days, calendars } = hoursOfLead(ref, ref('p.zone'))
      return [
        before(ref('m.startsAt'), ref('m.zone'), ref('n.days'), ref('n.minutes'), ref('n.at')).as('moment'),
        sql<string>`${zone}`.as('zone'),
        sql<number | null>`${quietFrom}`.as('quietFrom'),
        sql<number | null>`${quietTo}`.as('quietTo'),
        sql<number[] | null>`${days}`.as('workDays'),
        sql<string[] | null>`${calendars}`.as('calendars'),
      ]
    })
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', now)
    .where(
      'm.startsAt',
      '<',
      sql<Date>`${now}::timestamptz + make_interval(days => greatest(${horizonDays}::int, coalesce(${longest}, 0) + 1) + ${sql.lit(shiftDays)})`,
    )
    .where(
      ({ ref }) =>
        sql<boolean>`(${ref('h.calendars')} is not null or ${ref('m.startsAt')} < ${now}::timestamptz
          + make_interval(days => greatest(${horizonDays}::int, coalesce(${ref('s.leadDays')}, 0) + 1) + ${sql.lit(weekendDays)}))`,
    )
}

type HoursOf = 'n.days' | 's.quietFrom' | 's.quietTo' | 'h.days' | 'h.calendars'

/** The hours that a lead `n` heeds, of the settings `s` and the week `h`: one of minutes heeds quiet hours alone. */
export function hoursOfLead(ref: (name: HoursOf) => Expression<unknown>, zone: Expression<string>) {
  const byDays = (own: Expression<unknown>) => byDay(ref('n.days'), own)
  const hour = (own: Expression<unknown>, house: number) => sql`coalesce(${own}, ${byDays(sql.lit(house))})`
  return {
    zone,
    quietFrom: hour(ref('s.quietFrom'), night.from),
    quietTo: hour(ref('s.quietTo'), night.to),
    days: byDays(ref('h.days')),
    calendars: byDays(ref('h.calendars')),
  }
}

/** What a lead of days heeds, and one of minutes does not. */
export function byDay(days: Expression<unknown>, own: Expression<unknown>) {
  return sql`case when ${days} > 0 then ${own} end`
}

/** How far days off may bring something forward, for whoever has set hours of work. */
export const shiftDays = 14

/** How far a weekend alone may, for anybody else. */
export const weekendDays = 2

/** Whether it is a Saturday or Sunday anywhere at a moment; whose weekend is another one, `otherWeek` has. */
export function isWeekend(moment: Expression<unknown>): RawBuilder<boolean> {
  const dayAt = (hours: number) =>
    sql`extract(isodow from (${moment} at time zone 'UTC') + make_interval(hours => ${sql.lit(hours)}))`
  return sql<boolean>`(${dayAt(-12)} in (6, 7) or ${dayAt(14)} in (6, 7))`
}

/** Those in whose zone other days are free than Saturday and Sunday. */
export function otherWeek(db: QueryBuilder) {
  return db
    .selectFrom('people')
    .select('id')
    .where(
      'zone',
      'in',
      zonesByWeek().flatMap(({ zones }) => zones.map((zone) => sql.lit(zone))),
    )
}

/** What is late by more than this was missed, and is left to the next lead, where that one comes within minutes. */
const lateMinutes = 5
const soonMinutes = 15

/** Whether a lead comes so long after its time that it was missed, as in an outage. */
export function isLate(now: Expression<Date>, dueAt: Expression<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${dueAt} < ${now}::timestamptz - make_interval(mins => ${sql.lit(lateMinutes)}))`
}

/** Whether a lead comes within minutes. */
export function isSoon(now: Expression<Date>, dueAt: Expression<unknown>): RawBuilder<boolean> {
  const end = sql`${now}::timestamptz + make_interval(mins => ${sql.lit(soonMinutes)})`
  return sql<boolean>`(${dueAt} > ${now}::timestamptz and ${dueAt} <= ${end})`
}

/** Days are counted on the wall clock of the subject’s zone, minutes as they pass. */
export function before(
  start: Expression<Date>,
  zone: Expression<string>,
  days: Expression<number>,
  minutes: Expression<number>,
  at: Expression<number | undefined>,
) {
  // The wall clock is asked for days alone: it shows one hour twice when the clocks go back.
  const earlier = sql`case when ${at} is not null
      then ((${start} at time zone ${zone})::date - ${days} + make_interval(mins => ${at})) at time zone ${zone}
    when ${days} = 0 then ${start}
    else ((${start} at time zone ${zone}) - make_interval(days => ${days})) at time zone ${zone} end`
  return sql<Date>`(${earlier} - make_interval(mins => ${minutes}))`
}
