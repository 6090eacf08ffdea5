import { type Expression, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Day } from '../../../src/core/time/day.ts'
import { leadersOf } from '../../directory/terms/leaders.ts'
import type { GroupPauses, Meetings, People, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, isMissing, jsonList } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { isOneOf } from '../joint/groups.ts'

/** A period of one rhythm. */
export interface RhythmPeriod extends Pick<WorkingGroups, 'rhythm'> {
  readonly from: Day
  readonly to: Day
}

/** How a group stands in the present period of its rhythm. */
export interface CadenceStanding extends Readonly<Pick<WorkingGroups, 'acronym' | 'rhythm'>> {
  readonly groupId: WorkingGroups['id']
  /** Regular meetings of the period, held and ahead, soonest first. */
  readonly meetings: readonly (Pick<Meetings, 'id' | 'status'> & { readonly startsAt: string })[]
  /** The last regular meeting that has begun; null for none. */
  readonly lastAt: Date | null
  /** That it decided not to meet in the period. */
  readonly pause: (Pick<GroupPauses, 'reason' | 'id'> & { readonly by: People['name'] }) | null
  /** Who leads it today: chairs and co-chairs, or whoever stands in for them. */
  readonly leaders: readonly Pick<People, 'id' | 'name' | 'zone'>[]
  /** The acronyms of the entities in the chair. */
  readonly chairs: readonly string[]
}

/**
 * Every group of these rhythms, each in the period of its own, in the order of the groups; or one group alone. A group
 * that keeps no rhythm, or is closed, is left out.
 */
export async function cadenceStandings(
  db: Db,
  periods: readonly RhythmPeriod[],
  {
    now,
    today,
    groupId = null,
  }: { readonly now: Date; readonly today: Day; readonly groupId?: number | null },
): Promise<readonly CadenceStanding[]> {
  return all(db, { periods: asRecords(periods), now, today, groupId })
}

/** Those of them alone that have no regular meeting in the period and have not decided that they need none. */
export async function standingsWithoutDate(
  db: Db,
  periods: readonly RhythmPeriod[],
  { now, today }: { readonly now: Date; readonly today: Day },
): Promise<readonly CadenceStanding[]> {
  const found = await dateless(db, { periods: asRecords(periods), now, today, groupId: null })
  return found.filter(({ pause }) => pause === null)
}

type StandingsQuery = Params<{ periods: string; now: Date; today: Day; groupId: number | null }>

const all = statement(standings)

const dateless = statement((db, given: StandingsQuery) =>
  standings(db, given).where((eb) => {
    // The first that is found is enough; `not exists` would be planned as a join with all.
    const first = inPeriod(db, eb.ref('g.id'), eb.ref('n.from'), eb.ref('n.to')).select('m.id').limit(1)
    return sql<boolean>`${first} is null`
  }),
)

function standings(db: QueryBuilder, given: StandingsQuery) {
  return db
    .selectFrom('workingGroups as g')
    .innerJoin(
      records<RhythmPeriod>(given.periods, { rhythm: 'text', from: 'text', to: 'text' }),
      'n.rhythm',
      'g.rhythm',
    )
    .select(['g.id as groupId', 'g.acronym', 'g.rhythm'])
    .select(({ ref, selectFrom }) => [
      jsonList(
        inPeriod(db, ref('g.id'), ref('n.from'), ref('n.to')).select(({ fn, ref: of }) =>
          fn
            .jsonAgg(
              jsonBuildObject({
                id: of('m.id'),
                status: of('m.status'),
                startsAt: sql<string>`${of('m.startsAt')}`,
              }),
            )
            .orderBy('m.startsAt')
            .as('list'),
        ),
      ).as('meetings'),
      regular(db)
        .where(({ ref: of }) => isOneOf(ref('g.id'), of('m.groups')))
        .where('m.startsAt', '<=', given.now)
        .select('m.startsAt')
        .orderBy('m.startsAt', 'desc')
        .limit(1)
        .$asScalar()
        .as('lastAt'),
      selectFrom('groupPauses as q')
        .innerJoin('people as d', 'd.id', 'q.decidedBy')
        .where('q.groupId', '=', ref('g.id'))
        .where('q.withdrawnAt', 'is', null)
        .where('q.firstDay', '<=', day(ref('n.from')))
        .where('q.lastDay', '>=', day(ref('n.to')))
        .select(({ ref: of }) =>
          jsonBuildObject({ id: of('q.id'), reason: of('q.reason'), by: of('d.name') }).as('pause'),
        )
        .limit(1)
        .$asScalar()
        .as('pause'),
      jsonList(
        leadersOf(db, ref('g.id'), given.today).select(({ ref: of }) =>
          sql<CadenceStanding['leaders']>`json_agg(distinct jsonb_build_object('id', ${of('p.id')}, 'name',
                ${of('p.name')}, 'zone', ${of('p.zone')}))`.as('list'),
        ),
      ).as('leaders'),
      jsonList(
        selectFrom('roles as r')
          .innerJoin('entities as e', 'e.id', 'r.entityId')
          .where('r.groupId', '=', ref('g.id'))
          .where('r.during', '@>', day(given.today))
          .where('r.role', 'in', ['chair', 'co-chair'])
          .select(({ ref: of }) => sql<readonly string[]>`json_agg(distinct ${of('e.acronym')})`.as('list')),
      ).as('chairs'),
    ])
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', day(given.today))]))
    .where((eb) => eb.or([isMissing(given.groupId, 'int'), eb('g.id', '=', given.groupId)]))
    .orderBy('g.number')
}

/** Regular meetings `m` of a group in a period. */
function inPeriod(db: QueryBuilder, groupId: Expression<number>, from: Expression<Day>, to: Expression<Day>) {
  return (
    regular(db)
      .where(({ ref }) => isOneOf(groupId, ref('m.groups')))
      // Bounds for the index; no zone is further from UTC.
      .where(({ ref }) => sql<boolean>`${ref('m.startsAt')} >= ${day(from)} - interval '1 day'`)
      .where(({ ref }) => sql<boolean>`${ref('m.startsAt')} < ${day(to)} + interval '2 days'`)
      .where(({ between, ref }) =>
        between(sql<Day>`(${ref('m.startsAt')} at time zone ${ref('m.zone')})::date`, day(from), day(to)),
      )
  )
}

/** Regular meetings `m` that took place or will. */
function regular(db: QueryBuilder) {
  return db.selectFrom('meetings as m').where('m.kind', '=', 'regular').where('m.status', '<>', 'cancelled')
}
