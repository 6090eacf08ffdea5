import { sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { day, dayAfter, firstDay, fold, isMissing } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { entitiesOn, groupsOn } from '../names/onDay.ts'
import { openEmail } from '../visibility/audience.ts'

/** Who holds a role on a day. */
export interface RoleHolder {
  readonly role: Role
  readonly group: string
  readonly groupName: string
  readonly entity: string
  /** The person's name, or the name that the role is held under; null where only the entity is known. */
  readonly name: string | null
  /** Null for a name without a record of its own. */
  readonly email: string | null
  readonly from: Day | null
  /** The first day after it; null while it lasts. */
  readonly until: Day | null
}

/**
 * The holders of a role on a day, or on any day from it to a last one, of one group or one entity where it is named; at
 * most so many, by group and day.
 */
export async function holdersOf(
  db: Db,
  asked: {
    readonly role: Role
    readonly groupId?: number
    readonly entityId?: number
    readonly on: Day
    readonly to?: Day
    readonly limit: number
  },
): Promise<readonly RoleHolder[]> {
  return holders(db, {
    ...asked,
    to: asked.to ?? asked.on,
    groupId: asked.groupId ?? null,
    entityId: asked.entityId ?? null,
  })
}

const holders = statement(
  (
    db,
    given: Params<{
      role: Role
      groupId: number | null
      entityId: number | null
      on: Day
      to: Day
      limit: number
    }>,
  ) =>
    db
      .selectFrom('roles as r')
      .innerJoin('entities as e', 'e.id', 'r.entityId')
      .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
      .leftJoin('people as p', 'p.id', 'r.personId')
      .select('r.role')
      .select(({ fn, ref }) => [
        groupsOn(db, day(given.to))('acronym', ref('g.id'), ref('g.acronym')).as('group'),
        groupsOn(db, day(given.to))('name', ref('g.id'), ref('g.name')).as('groupName'),
        entitiesOn(db, day(given.to))('acronym', ref('e.id'), ref('e.acronym')).as('entity'),
        openEmail({ email: ref('p.email'), audience: ref('p.emailFor') }).as('email'),
        fn.coalesce('p.name', 'r.holder').as('name'),
        firstDay(ref('r.during')).as('from'),
        dayAfter(ref('r.during')).as('until'),
      ])
      .where('r.role', '=', given.role)
      .where('r.during', '&&', sql<string>`daterange(${day(given.on)}, ${day(given.to)}, '[]')`)
      .where((eb) => eb.or([isMissing(given.groupId, 'int'), eb('r.groupId', '=', given.groupId)]))
      .where((eb) => eb.or([isMissing(given.entityId, 'int'), eb('r.entityId', '=', given.entityId)]))
      .orderBy('g.number')
      .orderBy(
        ({ ref }) => firstDay(ref('r.during')),
        (order) => order.asc().nullsFirst(),
      )
      .orderBy('e.acronym')
      .limit(given.limit),
)

/** Those who hold a role under this name without a record of their own: the whole name, or words that it begins or ends with. */
export async function namedHolders(db: Db, name: string): Promise<readonly Omit<RoleHolder, 'groupName'>[]> {
  return named(db, { name })
}

const named = statement((db, given: Params<{ name: string }>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .select(['r.role', 'g.acronym as group', 'e.acronym as entity', 'r.holder as name'])
    .select(({ ref }) => [
      sql<string | null>`null`.as('email'),
      firstDay(ref('r.during')).as('from'),
      dayAfter(ref('r.during')).as('until'),
    ])
    .where('r.holder', 'is not', null)
    .where('r.personId', 'is', null)
    .where(({ ref }) => {
      const word = sql<string>`(select ${fold(given.name)})`
      return sql<boolean>`${word} <% ${fold(ref('r.holder'))}
        and (${fold(ref('r.holder'))} = ${word} or right(${fold(ref('r.holder'))}, length(${word}) + 1) = ' ' || ${word}
          or left(${fold(ref('r.holder'))}, length(${word}) + 1) = ${word} || ' ')`
    })
    .orderBy(({ ref }) => firstDay(ref('r.during')), 'desc')
    .limit(5),
)
