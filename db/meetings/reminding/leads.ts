import { type Expression, sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/rule.ts'
import { asRecords, records } from '../../store/records.ts'
import type { Compose, Given } from '../../store/statement.ts'

export interface Asked {
  /** The key of the rule. */
  readonly rule: string
  /** The leads, as records. */
  readonly leads: string
  readonly horizonDays: number
  readonly now: Date
  readonly limit: number
}

export function spanOf(leads: readonly Lead[]): Pick<Asked, 'leads' | 'horizonDays'> {
  const horizonDays = 1 + Math.max(...leads.map(({ days, minutes }) => days + Math.ceil(minutes / 1440)))
  return { leads: asRecords(leads), horizonDays }
}

/** The lead of each meeting ahead that came last, for its rooms. */
export function lastLeads(db: Compose, given: Given<Asked>) {
  return db
    .selectFrom(leadsOfMeetings(db, given).as('d'))
    .distinctOn('d.id')
    .select(['d.id', 'd.name', 'd.days', 'd.minutes', 'd.dueAt'])
    .where('d.dueAt', '<=', given.now)
    .whereRef('d.dueAt', '>=', 'd.changedAt')
    .orderBy('d.id')
    .orderBy('d.dueAt', 'desc')
}

/** The leads of each meeting ahead, and when they come in its rooms. */
export function leadsOfMeetings(
  db: Compose,
  { leads, horizonDays, now }: Given<Omit<Asked, 'rule' | 'limit'>>,
) {
  return db
    .selectFrom('meetings as m')
    .crossJoin(records<Lead>(leads, { name: 'text', days: 'int', minutes: 'int' }))
    .select(['m.id', 'm.changedAt', 'n.name', 'n.days', 'n.minutes'])
    .select(({ ref }) =>
      before(ref('m.startsAt'), ref('m.zone'), ref('n.days'), ref('n.minutes')).as('dueAt'),
    )
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', now)
    .where('m.startsAt', '<', sql<Date>`${now}::timestamptz + make_interval(days => ${horizonDays}::int)`)
}

/** Of each meeting ahead and each person invited who has not declined, the lead that came last. */
export function lastLeadsOfPeople(db: Compose, given: Given<Asked>) {
  return (
    db
      .selectFrom(leadsOfPeople(db, given).as('d'))
      .distinctOn(['d.id', 'd.personId'])
      .select(['d.id', 'd.personId', 'd.name', 'd.days', 'd.minutes', 'd.dueAt'])
      .where('d.dueAt', '<=', given.now)
      .whereRef('d.dueAt', '>=', 'd.changedAt')
      .orderBy('d.id')
      .orderBy('d.personId')
      .orderBy('d.dueAt', 'desc')
      // Of two that come at once, as when both waited for the morning, the shorter one is nearer to the truth.
      .orderBy('d.days')
      .orderBy('d.minutes')
  )
}

/** What goes out by days is said at night to nobody, unless they set hours of their own; in minutes after midnight. */
const night = { from: 22 * 60, to: 6 * 60 }

/**
 * Of each meeting ahead and each person invited who has not declined, their own leads or else the rule's, and when each
 * is said: on one of their days, outside their quiet hours, and while it is of use.
 */
export function leadsOfPeople(
  db: Compose,
  { leads, horizonDays, now }: Given<Omit<Asked, 'rule' | 'limit'>>,
) {
  const longest = db.selectFrom('reminderSettings').select(({ fn }) => fn.max('leadDays').as('days'))
  return db
    .selectFrom('meetings as m')
    .innerJoin('invitations as i', (join) =>
      join.onRef('i.meetingId', '=', 'm.id').on('i.response', 'is distinct from', 'no'),
    )
    .innerJoin('people as p', (join) => join.onRef('p.id', '=', 'i.personId').on('p.retiredOn', 'is', null))
    .leftJoin('reminderSettings as s', 's.personId', 'p.id')
    .leftJoin('personHours as h', 'h.personId', 'p.id')
    .crossJoin(
      // A function in a join sees what stands before it.
      records<Lead>(sql<string>`coalesce(${sql.ref('s.leads')}::text, ${leads}::text)`, {
        name: 'text',
        days: 'int',
        minutes: 'int',
      }),
    )
    .select(['m.id', 'p.id as personId', 'm.changedAt', 'n.name', 'n.days', 'n.minutes'])
    .select(({ ref }) => {
      const due = before(ref('m.startsAt'), ref('m.zone'), ref('n.days'), ref('n.minutes'))
      const hour = (own: Expression<number | null>, house: number) =>
        sql`coalesce(${own}, case when ${ref('n.days')} > 0 then ${sql.lit(house)} end)`
      return sql<Date>`calm_moment(${due}, ${ref('m.startsAt')}, ${ref('p.zone')},
        ${hour(ref('s.quietFrom'), night.from)}, ${hour(ref('s.quietTo'), night.to)},
        case when ${ref('n.days')} > 0 then ${ref('h.workingDays')} end)`.as('dueAt')
    })
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', now)
    .where(
      'm.startsAt',
      '<',
      sql<Date>`${now}::timestamptz + make_interval(days => greatest(${horizonDays}::int, coalesce(${longest}, 0) + 1) + ${sql.lit(shiftDays)})`,
    )
}

/** How far a holiday may bring something forward. */
const shiftDays = 7

/** Days are counted on the wall clock of the meeting, minutes as they pass. */
function before(
  start: Expression<Date>,
  zone: Expression<string>,
  days: Expression<number>,
  minutes: Expression<number>,
) {
  // The wall clock is asked for days alone: it shows one hour twice when the clocks go back.
  const earlier = sql`case when ${days} = 0 then ${start}
    else ((${start} at time zone ${zone}) - make_interval(days => ${days})) at time zone ${zone} end`
  return sql<Date>`(${earlier} - make_interval(mins => ${minutes}))`
}
