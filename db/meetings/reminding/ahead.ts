import { type Expression, sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import { records } from '../../store/records.ts'
import type { Params, QueryBuilder } from '../../store/statement.ts'
import {
  before,
  isWeekend,
  type LeadSource,
  type LeadsQuery,
  otherWeek,
  shiftDays,
  weekendDays,
} from './leads.ts'

/** Whose leads are looked up, and of what. */
export interface LeadScope {
  readonly whose: LeadSource
  /** Meetings of other groups are left out. */
  readonly among?: (groups: Expression<number[]>) => Expression<boolean>
  /** What came more days ago is left out. */
  readonly lateDays?: number
}

/** A lead of a meeting, and when it comes where nobody's hours move it. */
type TimedLead = Pick<Lead, 'name' | 'days' | 'minutes'> & { readonly moment: Date }

const timed: Readonly<Record<keyof TimedLead, string>> = {
  name: 'text',
  days: 'int',
  minutes: 'int',
  moment: 'timestamptz',
}

/** Such leads as rows `n`. */
function timedLeads(leads: Expression<unknown>) {
  const columns = Object.entries(timed).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`)
  return sql<TimedLead>`unnest(${leads})`.as<'n'>(sql`n(${sql.join(columns)})`)
}

/** Never more than this is read at once; it keeps a subquery a step of its own. */
export const ownStep = sql.lit(0)

/**
 * Meetings ahead, each with everybody invited who has not declined and with each lead that may have come, as `asked`, and
 * in each of them all leads of that meeting for that person; and the meetings alone as `ahead`.
 */
export function peopleAsked(
  db: QueryBuilder,
  given: Params<LeadsQuery>,
  { whose, among, lateDays }: LeadScope,
) {
  const leadsOf = (leads: Expression<unknown>) => leadsThatMayCome(db, given, leads, lateDays)
  const setOwn = db
    .selectFrom('reminderSettings')
    .select(({ ref }) => sql<number[]>`coalesce(array_agg(${ref('personId')}), '{}')`.as('people'))
    .where('leads', 'is not', null)
  return db
    .with(
      (cte) => cte('ahead').materialized(),
      (query) => meetingsAhead(query, given, among),
    )
    .with(
      (cte) => cte('timed').materialized(),
      (query) =>
        query
          .selectFrom('ahead as a')
          .innerJoinLateral(leadsOf(given.leads), (join) => join.onTrue())
          .select(['a.id', 'a.startsAt', 'a.changedAt', 'a.sequence', 'l.leads']),
    )
    .with(
      (cte) => cte('slots').materialized(),
      (query) =>
        query
          .selectFrom('timed as t')
          .innerJoinLateral(
            ({ ref }) => rowsOf(db, ref('t.leads')),
            (join) => join.onTrue(),
          )
          .selectAll('t')
          .select(['n.name', 'n.days', 'n.moment']),
    )
    .with('asked', (query) => {
      const slots = query.selectFrom('slots as t').selectAll('t')
      if (whose !== 'own') {
        return slots
          .innerJoinLateral(invitedTo(db, 't.id').as('i'), (join) => join.onTrue())
          .select('i.personId')
      }
      return slots
        .innerJoinLateral(
          invitedTo(db, 't.id').where('i.personId', '<>', sql<number>`all (${setOwn}::int[])`).as('i'),
          (join) => join.onTrue(),
        )
        .select('i.personId')
        .unionAll(
          query
            .selectFrom('ahead as a')
            .innerJoinLateral(
              invitedTo(db, 'a.id').where('i.personId', '=', sql<number>`any (${setOwn}::int[])`).as('i'),
              (join) => join.onTrue(),
            )
            .innerJoin('reminderSettings as s', 's.personId', 'i.personId')
            .innerJoinLateral(leadsOf(sql.ref('s.leads')), (join) => join.onTrue())
            .innerJoinLateral(
              ({ ref }) => rowsOf(db, ref('l.leads')),
              (join) => join.onTrue(),
            )
            .select(['a.id', 'a.startsAt', 'a.changedAt', 'a.sequence', 'l.leads'])
            .select(['n.name', 'n.days', 'n.moment', 'i.personId']),
        )
    })
}

/** As far ahead as a lead may look: the rule’s or one of a person’s own. */
function meetingsAhead(
  db: Pick<QueryBuilder, 'selectFrom'>,
  given: Params<LeadsQuery>,
  among: LeadScope['among'],
) {
  const longest = db.selectFrom('reminderSettings').select(({ fn }) => fn.max('leadDays').as('days'))
  const span = sql<number>`greatest(${given.horizonDays}::int, coalesce(${longest}, 0) + 1) + ${shiftOf(db)}`
  return db
    .selectFrom('meetings as m')
    .select(['m.id', 'm.startsAt', 'm.zone', 'm.changedAt', 'm.sequence'])
    .where('m.status', '=', 'scheduled')
    .where('m.startsAt', '>', inDays(given))
    .where('m.startsAt', '<', inDays(given, span))
    .where(({ ref }) => among?.(ref('m.groups')) ?? sql.lit(true))
}

/** The leads that may have come of the meeting `a`, as one array in a subquery `l`; no row where there is none. */
function leadsThatMayCome(
  db: QueryBuilder,
  given: Params<LeadsQuery>,
  leads: Expression<unknown>,
  lateDays: number | undefined,
) {
  const moments = db
    .selectFrom(records<Lead>(sql`${leads}::text`, { name: 'text', days: 'int', minutes: 'int', at: 'int' }))
    .select(['n.name', 'n.days', 'n.minutes'])
    .select(({ ref }) =>
      before(sql.ref('a.startsAt'), sql.ref('a.zone'), ref('n.days'), ref('n.minutes'), ref('n.at')).as(
        'moment',
      ),
    )
    .offset(ownStep)
  return db
    .selectFrom(moments.as('d'))
    .select(sql`array_agg(${sql.ref('d')})`.as('leads'))
    .where('d.moment', '<=', inDays(given, sql`1 + ${shiftOf(db)}`))
    .where(
      ({ ref }) =>
        sql<boolean>`(${ref('d.moment')} <= ${inDays(given, sql`1`)} or exists ${anyHours(db)} or exists ${otherWeek(db)}
          or ${isWeekend(ref('d.moment'))})`,
    )
    .$if(lateDays !== undefined, (some) =>
      // By quiet hours they come a day later at most.
      some.where('d.moment', '>', inDays(given, sql.lit(-2 - (lateDays ?? 0)))),
    )
    .having(sql`count(*)`, '>', 0)
    .as('l')
}

/** Who has not declined the meeting that the column names, as rows `i`. */
function invitedTo(db: QueryBuilder, meetingId: string) {
  return db
    .selectFrom('invitations as i')
    .select('i.personId')
    .where('i.meetingId', '=', sql.ref<number>(meetingId))
    .where('i.response', 'is distinct from', 'no')
    .offset(ownStep)
}

/** So many days from now. */
function inDays({ now }: Params<LeadsQuery>, days?: Expression<number>) {
  const moment = sql<Date>`${now}::timestamptz`
  return days ? sql<Date>`${moment} + make_interval(days => ${days})` : moment
}

/** By how many days hours of work may bring a lead forward. */
function shiftOf(db: Pick<QueryBuilder, 'selectFrom'>) {
  return sql<number>`case when exists ${anyHours(db)} then ${sql.lit(shiftDays)} else ${sql.lit(weekendDays)} end`
}

function anyHours(db: Pick<QueryBuilder, 'selectFrom'>) {
  return db.selectFrom('personHours').select('personId')
}

/** Such leads, as a subquery `n`. */
export function rowsOf(db: QueryBuilder, leads: Expression<unknown>) {
  return db.selectFrom(timedLeads(leads)).selectAll('n').as('n')
}
