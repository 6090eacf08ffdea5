import { sql } from 'kysely'

import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import { inOrderOfRank, leadingRoles } from '../directory/roleOrder.ts'
import { heldRoles } from '../directory/terms/heldRoles.ts'
import type { People, WorkingGroups } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { day, dayAfter, firstDay, jsonList, utcDay } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'

export interface ReportingGroup extends Readonly<Pick<WorkingGroups, 'id' | 'acronym' | 'name' | 'pillar'>> {
  /** Who leads it now, each with the role. */
  readonly leaders: readonly {
    readonly personId: number
    readonly name: People['name']
    readonly role: Role
  }[]
  /** The coordinators of the entities that chair it now. */
  readonly coordinators: readonly number[]
  /** Who led it in the year, with the days within it. */
  readonly terms: readonly {
    readonly role: Role
    readonly entity: string
    readonly from: Day
    readonly to: Day
  }[]
}

/** The groups that worked in a year, in their order. */
export async function groupsOfYear(db: Db, year: number, now: Date): Promise<readonly ReportingGroup[]> {
  return groups(db, { first: `${year}-01-01`, last: `${year}-12-31`, now })
}

const groups = statement((db, given: Params<{ first: Day; last: Day; now: Date }>) =>
  db
    .selectFrom('workingGroups as g')
    .select(['g.id', 'g.acronym', 'g.name', 'g.pillar'])
    .select(({ ref, selectFrom }) => [
      jsonList(
        heldRoles(db, ref('g.id'), utcDay(given.now))
          .where('r.role', 'in', leadingRoles)
          .select(({ ref: of }) =>
            sql<ReportingGroup['leaders']>`json_agg(json_build_object('personId', ${of('p.id')},
              'name', ${of('p.name')}, 'role', ${of('r.role')}) order by ${of('p.id')})`.as('list'),
          ),
      ).as('leaders'),
      jsonList(
        selectFrom('roles as r')
          .innerJoin('people as p', 'p.entityId', 'r.entityId')
          .where('r.groupId', '=', ref('g.id'))
          .where('r.role', '=', 'chair')
          .where('r.during', '@>', day(utcDay(given.now)))
          .where('p.isCoordinator', '=', true)
          .where('p.retiredOn', 'is', null)
          .select(({ ref: of }) =>
            sql<readonly number[]>`json_agg(distinct ${of('p.id')} order by ${of('p.id')})`.as('list'),
          ),
      ).as('coordinators'),
      jsonList(
        selectFrom('roles as t')
          .innerJoin('entities as e', 'e.id', 't.entityId')
          .where('t.groupId', '=', ref('g.id'))
          .where('t.role', 'in', leadingRoles)
          .where(
            ({ ref: of }) =>
              sql<boolean>`${of('t.during')} && daterange(${given.first}::date, ${given.last}::date, '[]')`,
          )
          .select(({ ref: of }) =>
            sql<
              ReportingGroup['terms']
            >`json_agg(json_build_object('role', ${of('t.role')}, 'entity', ${of('e.acronym')},
              'from', greatest(coalesce(${firstDay(of('t.during'))}, ${given.first}::date), ${given.first}::date),
              'to', least(coalesce(${dayAfter(of('t.during'))} - 1, ${given.last}::date), ${given.last}::date))
              order by ${inOrderOfRank(of('t.role'))}, ${firstDay(of('t.during'))} nulls first)`.as('list'),
          ),
      ).as('terms'),
    ])
    .where((eb) =>
      eb.or([
        eb('g.retired', 'is', null),
        eb(sql<Day>`${eb.ref('g.retired')}`, '>', sql<Day>`${given.first}::date`),
      ]),
    )
    .orderBy('g.number'),
)
