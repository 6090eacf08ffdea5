import { type ExpressionBuilder, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { standIn } from '../../directory/hours/standIn.ts'
import { workWeeks } from '../../directory/hours/workWeek.ts'
import type { Database, ReminderSettings } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, jsonList } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'

/** How much of their attention a person gives to reminders, and how much of it was asked this week. */
export interface Attention
  extends Readonly<Pick<ReminderSettings, 'quietFrom' | 'quietTo' | 'digestAt' | 'weekly'>> {
  readonly personId: number
  /** IANA zone. */
  readonly zone: string
  readonly name: string
  /** The days of the week on which they work, 1 for Monday: their own, or those usual where they are; null where they have set no hours. */
  readonly workingDays: readonly number[] | null
  /** The public holidays that they keep, from yesterday on. */
  readonly holidays: readonly Day[]
  /** The last day of their absence; null while they are there. */
  readonly awayTo: Day | null
  /** Who is asked in their place while they are away, and is there. */
  readonly alternateId: number | null
  /** Whether they left the rule. */
  readonly left: boolean
  /** Reminders of this week, since Monday by their clock, that came as messages of their own; 0 where none are counted. */
  readonly sentThisWeek: number
}

/** What is set by these people and concerns a rule; nobody is left out. */
export async function attentionOf(
  db: Db,
  rule: string,
  people: readonly number[],
  now: Date,
): Promise<readonly Attention[]> {
  return found(db, { rule, people: [...people], now })
}

const found = statement((db, given: Params<{ rule: string; people: number[]; now: Date }>) =>
  db
    .selectFrom('people as p')
    .leftJoin('reminderSettings as s', 's.personId', 'p.id')
    .leftJoin('unsubscribed as u', (join) =>
      join.onRef('u.personId', '=', 'p.id').on('u.rule', '=', given.rule),
    )
    .leftJoin(workWeeks(db).as('h'), 'h.personId', 'p.id')
    .leftJoinLateral(
      (eb) => absence(db, eb, given).as('w'),
      (join) => join.onTrue(),
    )
    .select(['p.name', 'w.awayTo', 'w.alternateId'])
    // Nothing is held back over days off for whoever has set no hours: it came on the working day before.
    .select(({ ref }) =>
      sql<number[] | null>`case when ${ref('h.calendars')} is not null then ${ref('h.days')} end`.as(
        'workingDays',
      ),
    )
    .select(({ ref, selectFrom }) =>
      jsonList(
        selectFrom('holidays as y')
          .select(({ fn, ref: of }) => fn.jsonAgg(of('y.day')).as('list'))
          .where('y.calendar', '=', sql<string>`any(${ref('h.calendars')})`)
          .where(({ eb }) => eb('y.day', '>=', sql<Day>`(${given.now}::timestamptz)::date - 1`)),
      ).as('holidays'),
    )
    .select(['p.id as personId', 'p.zone', 's.quietFrom', 's.quietTo', 's.digestAt', 's.weekly'])
    .select(({ eb, ref, selectFrom }) => {
      const zone = ref('p.zone')
      const monday = sql<Date>`date_trunc('week', ${given.now}::timestamptz at time zone ${zone}) at time zone ${zone}`
      const said = selectFrom('notices as n')
        .whereRef('n.personId', '=', 'p.id')
        .where('n.kind', '=', 'reminder')
        .where('n.createdAt', '>=', monday)
        .where('n.state', 'in', ['queued', 'sending', 'sent', 'ambiguous'])
        .where('n.waitsFor', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
      return [
        eb('u.rule', 'is not', null).$castTo<boolean>().as('left'),
        sql<number>`case when ${ref('s.weekly')} is null then 0 else ${said} end`.as('sentThisWeek'),
      ]
    })
    .where('p.id', '=', sql<number>`any(${given.people}::int[])`),
)

type People = Database & { p: Database['people'] }

/** The absence of the person `p` today, and who is asked in their place. */
function absence(
  db: Pick<QueryBuilder, 'selectFrom'>,
  { ref, selectFrom }: ExpressionBuilder<People, 'p'>,
  { now }: Params<{ now: Date }>,
) {
  const today = day(sql<string>`(${now}::timestamptz at time zone ${ref('p.zone')})::date`)
  return selectFrom('personAway as w')
    .select(({ ref: of }) => [
      'w.lastDay as awayTo',
      standIn(db, { alternateId: of('w.alternateId'), entityId: of('p.entityId'), today }).as('alternateId'),
    ])
    .where(({ eb, ref: of }) => eb('w.personId', '=', of('p.id')))
    .where('w.firstDay', '<=', today)
    .where('w.lastDay', '>=', today)
    .orderBy('alternateId', (order) => order.nullsLast())
    .orderBy('w.lastDay', 'desc')
    .limit(1)
}
