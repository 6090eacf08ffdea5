import { type Expression, sql } from 'kysely'

import { calmMoment, daysIn, ownWeeks } from '../../directory/hours/workWeek.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import { type LeadScope, ownStep, peopleAsked, rowsOf } from './ahead.ts'
import {
  byDay,
  hoursOfLead,
  isLate,
  isSoon,
  isWeekend,
  type LeadsQuery,
  nightMinutes,
  otherWeek,
  shiftDays,
  weekendDays,
} from './leads.ts'

/**
 * Of each meeting ahead and each person invited who has not declined, the lead that came last as `due`, where it is not
 * in the ledger. Whoever was told all that can have come is left out before anything is looked up of them. Each step
 * follows from the one before: beside a long history the planner expects hardly any meetings ahead, so it is left
 * no other order to choose.
 */
export function unsentLeads(db: QueryBuilder, given: Params<LeadsQuery>, narrowed: LeadScope) {
  return peopleAsked(db, given, narrowed)
    .with(
      (cte) => cte('open').materialized(),
      (query) => {
        const sent = query
          .selectFrom('ahead as a')
          .innerJoinLateral(sentOf(db, given, sql.ref('a.id')).as('n'), (join) => join.onTrue())
          .select('n.key')
        return query
          .selectFrom('asked as due')
          .distinctOn(['due.id', 'due.personId'])
          .select(['due.id', 'due.personId', 'due.startsAt', 'due.changedAt', 'due.sequence', 'due.leads'])
          .where(({ ref }) =>
            mayHaveCome(db, given, { moment: ref('due.moment'), days: ref('due.days') }, ref('due.personId')),
          )
          .where(({ ref }) => sql<boolean>`${keyOf(given, ref)} not in ${sent}`)
          .orderBy('due.id')
          .orderBy('due.personId')
      },
    )
    .with('calm', (query) =>
      query
        .selectFrom('open as due')
        .innerJoinLateral(
          ({ ref }) => zoneOf(db, ref('due.personId')).as('p'),
          (join) => join.onTrue(),
        )
        .leftJoinLateral(
          ({ ref }) => quietHoursOf(db, ref('due.personId')).as('s'),
          (join) => join.onTrue(),
        )
        .leftJoinLateral(
          ({ ref }) => ownWeeks(db).where('h.personId', '=', ref('due.personId')).offset(ownStep).as('h'),
          (join) => join.onTrue(),
        )
        .innerJoinLateral(
          ({ ref }) => rowsOf(db, ref('due.leads')),
          (join) => join.onTrue(),
        )
        .select(['due.id', 'due.personId', 'due.startsAt', 'due.changedAt', 'due.sequence', 'due.leads'])
        .select(['n.name', 'n.days', 'n.minutes', 'p.zone', 's.quietFrom', 's.quietTo'])
        .select(({ ref }) =>
          calmMoment(ref('n.moment'), ref('due.startsAt'), {
            ...hoursOfLead(ref, ref('p.zone')),
            days: byDay(ref('n.days'), daysIn(ref('h.days'), ref('p.zone'))),
          }).as('dueAt'),
        )
        .where(({ ref }) =>
          mayHaveCome(db, given, { moment: ref('n.moment'), days: ref('n.days') }, ref('due.personId')),
        )
        .offset(ownStep),
    )
    .with('last', (query) =>
      query
        .selectFrom('calm as due')
        .distinctOn(['due.id', 'due.personId'])
        .selectAll('due')
        .select(({ ref }) => keyOf(given, ref).as('key'))
        .where('due.dueAt', '<=', given.now)
        .whereRef('due.dueAt', '>=', 'due.changedAt')
        .where(
          ({ ref }) =>
            sql<boolean>`not (${isLate(given.now, ref('due.dueAt'))} and exists ${nextSoon(db, given, ref)})`,
        )
        .orderBy('due.id')
        .orderBy('due.personId')
        .orderBy('due.dueAt', 'desc')
        // Of two that come at once, as when both waited for the morning, the shorter one is nearer to the truth.
        .orderBy('due.days')
        .orderBy('due.minutes'),
    )
}

/** The zone of whoever is still there. */
function zoneOf(db: QueryBuilder, personId: Expression<number>) {
  return db
    .selectFrom('people as q')
    .select('q.zone')
    .where('q.id', '=', personId)
    .where('q.retiredOn', 'is', null)
    .offset(ownStep)
}

function quietHoursOf(db: QueryBuilder, personId: Expression<number>) {
  return db
    .selectFrom('reminderSettings as q')
    .select(['q.quietFrom', 'q.quietTo'])
    .where('q.personId', '=', personId)
    .offset(ownStep)
}

/** The lead of minutes that will say the same within minutes. */
function nextSoon(
  db: QueryBuilder,
  { now }: Params<LeadsQuery>,
  ref: (
    name: 'due.leads' | 'due.startsAt' | 'due.zone' | 'due.quietFrom' | 'due.quietTo',
  ) => Expression<unknown>,
) {
  const at = calmMoment(sql.ref('n.moment'), ref('due.startsAt'), {
    ...{ zone: ref('due.zone'), quietFrom: ref('due.quietFrom'), quietTo: ref('due.quietTo') },
    ...{ days: sql`null::int[]`, calendars: sql`null::text[]` },
  })
  return db
    .selectFrom(rowsOf(db, ref('due.leads')))
    .select('n.name')
    .where('n.days', '=', 0)
    .where(isSoon(now, at))
}

/** The keys of what was said of a meeting. */
function sentOf(db: QueryBuilder, { rule }: Params<LeadsQuery>, meetingId: Expression<unknown>) {
  return db
    .selectFrom('notices as n')
    .select('n.key')
    .where('n.subject', '=', sql<string>`concat('meeting:', ${meetingId})`)
    .where('n.rule', '=', sql<string>`${rule}::text`)
    .offset(ownStep)
}

/** Whether a lead may have come to a person, whose hours can bring it forward by as much. */
function mayHaveCome(
  db: QueryBuilder,
  given: Params<LeadsQuery>,
  { moment, days }: Readonly<Record<'moment' | 'days', Expression<unknown>>>,
  personId: Expression<number>,
) {
  const now = sql`${given.now}::timestamptz`
  const quiet = db.selectFrom('reminderSettings').select('personId').where('quietFrom', 'is not', null)
  const working = db.selectFrom('personHours').select('personId')
  return sql<boolean>`(${moment} <= ${now} + case when ${days} > 0 then make_interval(mins => ${sql.lit(nightMinutes)}) else interval '0' end
    or ${moment} <= ${now} + make_interval(days => ${sql.lit(weekendDays)}, mins => ${sql.lit(nightMinutes)}) and ${days} > 0
      and (${isWeekend(moment)} or ${personId} in ${otherWeek(db)})
    or ${moment} <= ${now} + interval '1 day' and ${personId} in ${quiet}
    or ${moment} <= ${now} + make_interval(days => 1 + ${sql.lit(shiftDays)}) and ${days} > 0 and ${personId} in ${working})`
}

function keyOf(
  { rule }: Params<LeadsQuery>,
  ref: (name: 'due.id' | 'due.sequence' | 'due.name' | 'due.personId') => Expression<unknown>,
) {
  return sql<string>`concat_ws(':', ${rule}::text, ${ref('due.id')}, ${ref('due.sequence')}, ${ref('due.name')}, ${ref('due.personId')})`
}
