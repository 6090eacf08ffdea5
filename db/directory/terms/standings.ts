import { sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { expectedInviteesQuery } from '../../meetings/expectedInvitees.ts'
import type { Db } from '../../store/db.ts'
import { day, dayAfter, firstDay, isMissing } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { leadersOf } from './leaders.ts'

/** What one person is in a group from a day on; without a person, that nobody belongs to it from then on. */
export interface Standing {
  readonly day: Day
  readonly groupId: number
  readonly group: string
  readonly personId: number | null
  readonly name: string | null
  /** Whether they lead it, or as what they are invited. */
  readonly as: 'leads' | 'chair' | 'member' | 'observer' | null
  /** The roles that they, or their entity, hold; null where they are invited without one. */
  readonly roles: readonly HeldFor[] | null
}

export interface HeldFor {
  readonly role: Role
  readonly entity: string
  readonly byName: boolean
}

/**
 * Who belongs to a group from a day on: everybody who would be invited and those who lead it, for the day before, for that
 * day and for each later one on which a term of it begins or has ended.
 */
export async function standingsFrom(db: Db, groupId: number, from: Day): Promise<readonly Standing[]> {
  return standings(db, { groupId, from })
}

/** The same of every group, by its number. */
export async function allStandingsFrom(db: Db, from: Day): Promise<ReadonlyMap<number, readonly Standing[]>> {
  return Map.groupBy(await standings(db, { groupId: null, from }), ({ groupId }) => groupId)
}

const standings = statement((db, given: Params<{ groupId: number | null; from: Day }>) =>
  db
    .with('days', (query) => {
      const later = (edge: typeof firstDay) =>
        query
          .selectFrom('roles as t')
          .select(({ ref }) => ['t.groupId', edge(ref('t.during')).as('day')])
          .where(({ eb }) => eb.or([isMissing(given.groupId, 'int'), eb('t.groupId', '=', given.groupId)]))
          .where(({ ref }) => sql<boolean>`${edge(ref('t.during'))} > ${day(given.from)}`)
      const begun = (daysBefore: number) =>
        query
          .selectFrom('workingGroups as o')
          .select(['o.id as groupId', sql<Day | null>`${day(given.from)} - ${daysBefore}::int`.as('day')])
          .where(({ eb }) => eb.or([isMissing(given.groupId, 'int'), eb('o.id', '=', given.groupId)]))
      return begun(1).union(begun(0)).union(later(firstDay)).union(later(dayAfter))
    })
    .selectFrom('days as d')
    .innerJoin('workingGroups as g', 'g.id', 'd.groupId')
    .leftJoinLateral(
      (eb) =>
        db
          .selectFrom(
            expectedInviteesQuery(
              db,
              sql`array[${eb.ref('d.groupId')}::int]`,
              sql<Day>`${eb.ref('d.day')}`,
            ).as('i'),
          )
          .select(({ ref }) => ['i.personId', sql<Standing['as']>`${ref('i.as')}`.as('as')])
          .unionAll(
            leadersOf(db, eb.ref('g.id'), sql<Day>`${eb.ref('d.day')}`).select([
              'p.id as personId',
              sql<Standing['as']>`'leads'`.as('as'),
            ]),
          )
          .as('b'),
      (join) => join.onTrue(),
    )
    .leftJoin('people as w', 'w.id', 'b.personId')
    .select(['g.id as groupId', 'g.acronym as group', 'b.personId', 'w.name', 'b.as'])
    .select(({ ref }) => sql<Day>`${ref('d.day')}`.as('day'))
    .select(({ selectFrom }) =>
      selectFrom('roles as h')
        .innerJoin('entities as e', 'e.id', 'h.entityId')
        .select(({ ref }) =>
          sql<Standing['roles']>`jsonb_agg(distinct jsonb_build_object(
            'role', ${ref('h.role')}, 'entity', ${ref('e.acronym')}, 'byName', coalesce(${ref('h.personId')} = ${ref('w.id')}, false)))`.as(
            'roles',
          ),
        )
        .whereRef('h.groupId', '=', 'g.id')
        .where(({ ref }) => sql<boolean>`${ref('h.during')} @> ${ref('d.day')}`)
        .where(({ or, eb, ref }) =>
          or([
            eb('h.personId', '=', ref('w.id')),
            // Whoever is invited for an entity hears of its offices too, which a colleague of theirs holds by name.
            eb('h.entityId', '=', ref('w.entityId')),
          ]),
        )
        .as('roles'),
    )
    .orderBy('d.day')
    .orderBy('w.name'),
)
