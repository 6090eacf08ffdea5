import { type Expression, sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Period } from '../../../src/core/time/period.ts'
import type { Db } from '../../store/db.ts'
import { day, dayAfter, isMissing } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { entitiesOn } from '../names/onDay.ts'

/** What ended within some days: a role in a group, or the record of an entity or a person. */
export interface Leaving {
  readonly kind: 'role' | 'entity' | 'person'
  /** The first day without it. */
  readonly until: Day
  readonly entity: string | null
  /** The person who left or held the role, where one is named. */
  readonly person: string | null
  readonly group: string | null
  readonly role: Role | null
}

/** How many are looked for at the most. */
const most = 200

/**
 * Who left within a period, the first to leave first: roles in groups that ended and were not held on by the same entity, and
 * entities and people who left the directory.
 */
export async function whoLeft(
  db: Db,
  { from, to, groupId }: Period & { readonly groupId: number | undefined },
): Promise<readonly Leaving[]> {
  return leaving(db, { from, to, groupId: groupId ?? null })
}

const leaving = statement((db, given: Params<{ from: Day; to: Day; groupId: number | null }>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .innerJoin('workingGroups as w', 'w.id', 'r.groupId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .select(({ fn, ref }) => [
      sql<Leaving['kind']>`'role'`.as('kind'),
      sql<Day>`${dayAfter(ref('r.during'))}`.as('until'),
      sql<string | null>`${entitiesOn(db, sql<Day | null>`${dayAfter(ref('r.during'))} - 1`)(
        'acronym',
        ref('e.id'),
        ref('e.acronym'),
      )}`.as('entity'),
      fn.coalesce('p.name', 'r.holder').as('person'),
      sql<string | null>`${ref('w.acronym')}`.as('group'),
      sql<Role | null>`${ref('r.role')}`.as('role'),
    ])
    .where(({ ref }) => endsWithin(dayAfter(ref('r.during')), given))
    .where(({ ref }) => sql<boolean>`not upper_inf(${ref('r.during')})`)
    .where((eb) => eb.or([isMissing(given.groupId, 'int'), eb('r.groupId', '=', given.groupId)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('roles as n')
            .select('n.id')
            .whereRef('n.groupId', '=', 'r.groupId')
            .whereRef('n.entityId', '=', 'r.entityId')
            .whereRef('n.role', '=', 'r.role')
            .where(({ ref }) => sql<boolean>`lower(${ref('n.during')}) = ${dayAfter(ref('r.during'))}`),
        ),
      ),
    )
    .unionAll(
      db
        .selectFrom('entities as e')
        .select(({ ref }) => [
          sql<Leaving['kind']>`'entity'`.as('kind'),
          sql<Day>`${ref('e.retired')}`.as('until'),
          sql<string | null>`${ref('e.acronym')}`.as('entity'),
          sql<string | null>`null`.as('person'),
          sql<string | null>`null`.as('group'),
          sql<Role | null>`null`.as('role'),
        ])
        .where(({ ref }) => endsWithin(ref('e.retired'), given))
        .where(isMissing(given.groupId, 'int')),
    )
    .unionAll(
      db
        .selectFrom('people as p')
        .leftJoin('entities as e', 'e.id', 'p.entityId')
        .select(({ ref }) => [
          sql<Leaving['kind']>`'person'`.as('kind'),
          sql<Day>`${ref('p.retiredOn')}`.as('until'),
          'e.acronym as entity',
          sql<string | null>`${ref('p.name')}`.as('person'),
          sql<string | null>`null`.as('group'),
          sql<Role | null>`null`.as('role'),
        ])
        .where(({ ref }) => endsWithin(ref('p.retiredOn'), given))
        // Whoever asked to be forgotten is not named.
        .where('p.email', 'is not', null)
        .where('p.mergedInto', 'is', null)
        .where(isMissing(given.groupId, 'int')),
    )
    .orderBy('until')
    .orderBy('group')
    .orderBy('entity')
    .limit(most + 1),
)

/** Whether the day after the last one lies behind these days, in words that an index on it serves. */
function endsWithin(
  after: Expression<unknown>,
  { from, to }: { readonly from: Expression<Day>; readonly to: Expression<Day> },
) {
  return sql<boolean>`(${after} > ${day(from)} and ${after} <= ${day(to)} + 1)`
}
