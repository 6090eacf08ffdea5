import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day, isMissing } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { entitiesOn, groupsOn } from '../names/onDay.ts'
import type { Seat } from './seats.ts'

/** A seat in which nobody is named. */
export interface Vacancy {
  readonly group: string
  readonly entity: string
  readonly seat: Seat
  /** How many people the entity has; with none, the seat is empty. */
  readonly people: number
  /** Whether somebody was nominated and waits for the secretariat. */
  readonly nominated: boolean
}

interface VacanciesQuery {
  readonly groupId: number | null
  readonly entityId: number | null
  readonly on: Day
  readonly limit: number
  readonly offset: number
}

/** Seats without a named holder on a day, those of entities without any people first. */
export async function vacancies(db: Db, asked: VacanciesQuery): Promise<readonly Vacancy[]> {
  return vacant(db, asked)
}

const vacant = statement((db, given: Params<VacanciesQuery>) =>
  db
    .with('due', (query) => seatsOfRoles(query, given))
    .with('open', (query) =>
      query
        .selectFrom('due as d')
        .innerJoin('workingGroups as g', 'g.id', 'd.groupId')
        .innerJoin('entities as e', 'e.id', 'd.entityId')
        .select((eb) => [
          groupsOn(db, day(given.on))('acronym', eb.ref('g.id'), eb.ref('g.acronym')).as('group'),
          entitiesOn(db, day(given.on))('acronym', eb.ref('e.id'), eb.ref('e.acronym')).as('entity'),
          'g.number',
          'd.seat',
          sql<number>`(${eb
            .selectFrom('posts as o')
            .select(({ fn }) => fn.countAll().as('count'))
            .whereRef('o.entityId', '=', 'd.entityId')
            .where('o.during', '@>', day(given.on))})::int`.as('people'),
          sql<boolean>`${eb.exists(
            eb
              .selectFrom('nominations as n')
              .select('n.id')
              .whereRef('n.groupId', '=', 'd.groupId')
              .whereRef('n.entityId', '=', 'd.entityId')
              .where('n.decidedAt', 'is', null),
          )}`.as('nominated'),
        ])
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('seats as s')
                .select('s.id')
                .whereRef('s.groupId', '=', 'd.groupId')
                .whereRef('s.entityId', '=', 'd.entityId')
                .whereRef('s.seat', '=', 'd.seat')
                .where('s.during', '@>', day(given.on)),
            ),
          ),
        )
        // Whoever holds the role by name sits there.
        .where(({ exists, not, selectFrom }) =>
          not(
            exists(
              selectFrom('roles as h')
                .select('h.id')
                .whereRef('h.groupId', '=', 'd.groupId')
                .whereRef('h.entityId', '=', 'd.entityId')
                .where('h.personId', 'is not', null)
                .where(
                  ({ ref }) =>
                    sql<boolean>`(${ref('h.role')} = 'observer') = (${ref('d.seat')} = 'observer')`,
                )
                .where('h.during', '@>', day(given.on)),
            ),
          ),
        ),
    )
    .selectFrom('open as o')
    .select(['o.group', 'o.entity', 'o.seat', 'o.people', 'o.nominated'])
    .orderBy((eb) => eb('o.people', '=', 0), 'desc')
    .orderBy('o.number')
    .orderBy('o.entity')
    .limit(given.limit)
    .offset(given.offset),
)

/** The seats that the roles of a day give, whoever sits there. */
function seatsOfRoles(db: Pick<QueryBuilder, 'selectFrom'>, given: Params<VacanciesQuery>) {
  return db
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .select(({ ref }) => [
      'r.groupId',
      'r.entityId',
      sql<Seat>`case when ${ref('r.role')} = 'observer' then 'observer' else 'principal' end`.as('seat'),
    ])
    .where('r.during', '@>', day(given.on))
    .where((eb) => eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', day(given.on))]))
    .where((eb) => eb.or([eb('e.retired', 'is', null), eb('e.retired', '>', day(given.on))]))
    .where((eb) => eb.or([isMissing(given.groupId, 'int'), eb('r.groupId', '=', given.groupId)]))
    .where((eb) => eb.or([isMissing(given.entityId, 'int'), eb('r.entityId', '=', given.entityId)]))
    .distinct()
}
