import { type Expression, sql } from 'kysely'

import type { Lead } from '../../../src/core/feature/lead.ts'
import type { DueQuery } from '../../../src/core/feature/rule.ts'
import { calmMoment, workWeeks } from '../../directory/hours/workWeek.ts'
import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { groupNames } from '../joint/groups.ts'
import { type ActionItem, actionRows, owners } from './actionRows.ts'

/** One reminder of an open action that is due to one of its owners, in the owner's zone. */
export interface DueAction extends Omit<ActionItem, 'zone'> {
  readonly key: string
  /** `action:12`. */
  readonly subject: string
  readonly personId: number
  /** The day on which the person who owns it left; null while they are here, and where a role or entity owns it. */
  readonly ownerLeftOn: People['retiredOn']
  readonly zone: string
  /** Who recorded the action. */
  readonly setBy: string | null
}

/** What a reminder says of the action `a` of the meeting `m` to its owner `o`. */
export const dueActionColumns = [
  ...(['a.id', 'a.meetingId', 'a.what', 'a.dueOn', 'a.status', 'a.turns', 'a.sourceLink'] as const),
  ...(['a.ownerPerson', 'a.ownerEntity', 'a.ownerRole', 'm.groups as groupIds'] as const),
  ...(['m.title as meetingTitle', 'op.name as personName', 'oe.acronym as entityAcronym'] as const),
  ...(['o.id as personId', 'o.zone', 'op.retiredOn as ownerLeftOn', 'setter.name as setBy'] as const),
] as const

interface DueActionsQuery {
  readonly rule: string
  readonly leads: string
  readonly now: Date
  readonly limit: number
}

/** Actions speak at nine in the morning of their owner's own zone. */
const hour = 9

/** Who is reminded of open actions with a due day at `now`; the lead that came last speaks alone. */
export async function dueActions(
  db: Db,
  rule: string,
  { now, moments, limit }: DueQuery,
): Promise<readonly DueAction[]> {
  return due(db, { rule, leads: asRecords(moments), now, limit })
}

const due = statement((db, given: Params<DueActionsQuery>) =>
  db
    .with('keyed', () => keyed(db, given))
    .selectFrom('keyed as k')
    .selectAll('k')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('notices as n').select('n.id').whereRef('n.key', '=', 'k.key'))),
    )
    .orderBy('k.id')
    .orderBy('k.personId')
    .limit(given.limit),
)

function keyed(db: QueryBuilder, given: Params<DueActionsQuery>) {
  return actionRows(db)
    .clearSelect()
    .innerJoinLateral(
      (eb) => owners(eb, given).as('o'),
      (join) => join.onTrue(),
    )
    .leftJoin('reminderSettings as s', 's.personId', 'o.id')
    .leftJoin(workWeeks(db).as('h'), 'h.personId', 'o.id')
    .crossJoin(records<Lead>(given.leads, { name: 'text', days: 'int', minutes: 'int', at: 'int' }))
    .distinctOn(['a.id', 'o.id'])
    .leftJoin('people as setter', 'setter.id', 'a.createdBy')
    .select(dueActionColumns)
    .select(({ ref }) => [
      groupNames(db, ref('m.groups'), ref('g.acronym')).as('groupAcronym'),
      sql<string>`concat('action:', ${ref('a.id')})`.as('subject'),
      sql<string>`concat_ws(':', ${given.rule}::text, ${ref('a.id')}, ${ref('a.turns')}, ${ref('n.name')},
        ${ref('o.id')})`.as('key'),
    ])
    .where('a.status', '=', 'open')
    .where('a.dueOn', 'is not', null)
    .where(({ ref }) => {
      const dueAt = actionDueAt(ref)
      // What was entered or handed over after a lead had passed is not reminded of by that lead.
      return sql<boolean>`${dueAt} <= ${given.now}::timestamptz and ${dueAt} >= ${ref('a.changedAt')}
        and ${dueAt} > ${given.now}::timestamptz - interval '20 days'`
    })
    .orderBy('a.id')
    .orderBy('o.id')
    .orderBy('n.days')
}

/**
 * When an owner is reminded, the given days before the day of their action: in the morning, or on the last day before on
 * which they work, outside their quiet hours; `s` and `h` are their settings and hours.
 */
export function actionDueAt(
  ref: RefOf<
    'a.dueOn' | 'n.days' | 'n.at' | 'o.zone' | 's.quietFrom' | 's.quietTo' | 'h.days' | 'h.calendars'
  >,
) {
  const morning = sql`((${ref('a.dueOn')} - ${ref('n.days')}) + make_interval(mins => coalesce(${ref('n.at')}, ${sql.lit(hour * 60)})))
    at time zone ${ref('o.zone')}`
  return calmMoment(morning, sql`'infinity'`, {
    zone: ref('o.zone'),
    quietFrom: ref('s.quietFrom'),
    quietTo: ref('s.quietTo'),
    // What has passed is not said before its day: on a day off it waits for the next working one.
    days: sql`case when ${ref('n.days')} >= 0 then ${ref('h.days')} end`,
    calendars: sql`case when ${ref('n.days')} >= 0 then ${ref('h.calendars')} end`,
  })
}

type RefOf<Name> = (name: Name) => Expression<unknown>
