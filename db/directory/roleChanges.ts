import { sql } from 'kysely'

import type { Role } from '../../src/core/feature/caller.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Db } from '../store/db.ts'
import { day, dayAfter, firstDay } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import { leadingRoles } from './roleOrder.ts'

export interface RoleChange {
  readonly id: number
  /** Whether the role began, or ended with nobody to follow. */
  readonly kind: 'begun' | 'ended'
  readonly role: Role
  readonly entity: string
  readonly holder: string | null
  readonly groupName: string
  readonly groupAcronym: string
  /** The first day of the term, or the first one without it. */
  readonly from: Day
}

/**
 * Terms of chairs, co-chairs and vice-chairs that begin in a period, and those that end in it while nobody takes the
 * role over or goes on leading the group in another one: lines of the newsletter.
 */
export async function roleChanges(db: Db, { from, to }: Period): Promise<readonly RoleChange[]> {
  const [started, over] = [await begun(db, { from, to }), await ended(db, { from, to })]
  return [
    ...started.map((change) => ({ ...change, kind: 'begun' as const })),
    ...over.map((change) => ({ ...change, kind: 'ended' as const })),
  ]
}

const begun = statement((db, given: Params<Period>) =>
  leading(db)
    .select(({ ref }) => firstDay(ref('r.during')).$notNull().as('from'))
    // Somebody who goes on without a break has not begun.
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('roles as b')
            .select('b.id')
            .whereRef('b.groupId', '=', 'r.groupId')
            .whereRef('b.role', '=', 'r.role')
            .whereRef('b.entityId', '=', 'r.entityId')
            .whereRef('b.personId', 'is not distinct from', 'r.personId')
            .where(({ ref }) => sql<boolean>`${dayAfter(ref('b.during'))} = ${firstDay(ref('r.during'))}`),
        ),
      ),
    )
    .where(({ eb, ref }) => eb.between(firstDay(ref('r.during')), day(given.from), day(given.to)))
    .orderBy(({ ref }) => firstDay(ref('r.during')))
    .orderBy('r.id'),
)

const ended = statement((db, given: Params<Period>) =>
  leading(db)
    .select(({ ref }) => dayAfter(ref('r.during')).$notNull().as('from'))
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('roles as b')
            .select('b.id')
            .whereRef('b.groupId', '=', 'r.groupId')
            .where('b.role', 'in', leadingRoles)
            .where(({ eb, or, ref }) =>
              or([eb('b.role', '=', ref('r.role')), eb('b.entityId', '=', ref('r.entityId'))]),
            )
            .where(({ ref }) => sql<boolean>`${ref('b.during')} @> ${dayAfter(ref('r.during'))}`),
        ),
      ),
    )
    // A group that closed has no role to fill.
    .where((eb) =>
      eb.or([eb('g.retired', 'is', null), eb('g.retired', '>', sql<Day>`${dayAfter(eb.ref('r.during'))}`)]),
    )
    .where(({ eb, ref }) => eb.between(dayAfter(ref('r.during')), day(given.from), day(given.to)))
    .orderBy(({ ref }) => dayAfter(ref('r.during')))
    .orderBy('r.id'),
)

/** The terms of those who lead groups, with the names that a line prints. */
function leading(db: QueryBuilder) {
  return db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .leftJoin('people as p', 'p.id', 'r.personId')
    .select(['r.id', 'r.role', 'e.acronym as entity', 'g.name as groupName', 'g.acronym as groupAcronym'])
    .select(({ fn }) => fn.coalesce('p.name', 'r.holder').as('holder'))
    .where('r.role', 'in', leadingRoles)
}
