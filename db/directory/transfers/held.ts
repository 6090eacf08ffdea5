import { type Expression, sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import type { Seat } from '../seats/seats.ts'

/** A role or a seat that somebody holds by name beyond a day. */
export interface HeldRoles {
  readonly id: number
  readonly kind: 'role' | 'seat'
  readonly groupId: number
  readonly entityId: number
  readonly personId: number | null
  readonly group: string
  readonly entity: string
  readonly what: Role | Seat
  /** The range as it is, as Postgres writes it. */
  readonly during: string
  /** Whether it begins on that day or later. */
  readonly ahead: boolean
}

/** How many days of a term whoever chaired before may still hand over to the new chair. */
export const newTermDays = 60

/** What a person holds by name beyond a day, by group. */
export async function heldBeyond(db: Db, personId: number, on: Day): Promise<readonly HeldRoles[]> {
  const held = await rolesBeyond(db, on).where('r.personId', '=', personId).execute()
  const seats = await db
    .selectFrom('seats as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .select(({ ref }) => [
      ...(['r.id', 'r.groupId', 'r.entityId', 'r.personId'] as const),
      ...(['g.acronym as group', 'e.acronym as entity', 'r.seat as what'] as const),
      sql<HeldRoles['kind']>`'seat'`.as('kind'),
      ...range(ref('r.during'), on),
    ])
    .where('r.personId', '=', personId)
    .where(({ ref }) => sql<boolean>`coalesce(${dayAfter(ref('r.during'))} > ${on}::date, true)`)
    .orderBy('g.number')
    .execute()
  return [...held, ...seats]
}

/** Those whose term in a role of a group ends the day before a day. */
export async function holdersUntil(
  db: Db,
  { groupId, role }: { readonly groupId: number; readonly role: Role },
  on: Day,
): Promise<readonly HeldRoles[]> {
  return roles(db, on)
    .where('r.groupId', '=', groupId)
    .where('r.role', '=', role)
    .where(({ ref }) => sql<boolean>`${dayAfter(ref('r.during'))} = ${on}::date`)
    .execute()
}

/** A role of a group, and the day on which it changes hands. */
export interface HandedRole {
  readonly groupId: number
  readonly role: Role
  readonly on: Day
}

/** A term in a role, as seen from the day on which it changes hands. */
export interface HeldTerm extends HeldRoles {
  readonly first: Day | null
  /** The day after its last. */
  readonly end: Day | null
}

/** Of each role the terms that go beyond its day, or ended not long before it, in one statement. */
export async function termsAround(
  db: Db,
  handed: readonly HandedRole[],
): Promise<readonly (readonly HeldTerm[])[]> {
  if (handed.length === 0) return []
  const asked = handed.map(({ groupId, role, on }, at) => ({ at, groupId, role, on }))
  const rows = await db
    .selectFrom(
      records<{ at: number; groupId: number; role: string; on: Day }>(sql`${asRecords(asked)}::text`, {
        at: 'int',
        groupId: 'int',
        role: 'text',
        on: 'date',
      }),
    )
    .innerJoin('roles as r', (join) =>
      join
        .onRef('r.groupId', '=', 'n.groupId')
        .on(({ ref }) => sql<boolean>`${ref('r.role')}::text = ${ref('n.role')}`),
    )
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .select(({ ref }) => [
      ...(['n.at', 'r.id', 'r.groupId', 'r.entityId', 'r.personId'] as const),
      ...(['g.acronym as group', 'e.acronym as entity', 'r.role as what'] as const),
      sql<HeldRoles['kind']>`'role'`.as('kind'),
      sql<string>`${ref('r.during')}::text`.as('during'),
      sql<boolean>`coalesce(${firstDay(ref('r.during'))} >= ${ref('n.on')}, false)`.as('ahead'),
      sql<Day | null>`${firstDay(ref('r.during'))}`.as('first'),
      sql<Day | null>`${dayAfter(ref('r.during'))}`.as('end'),
    ])
    .where(
      ({ ref }) =>
        sql<boolean>`coalesce(${dayAfter(ref('r.during'))} >= ${ref('n.on')} - ${sql.lit(newTermDays)}, true)`,
    )
    .orderBy('r.id')
    .execute()
  const byPlace = Map.groupBy(rows, ({ at }) => at)
  return handed.map((_, at) => (byPlace.get(at) ?? []).map(({ at: _at, ...term }) => term))
}

function rolesBeyond(db: Db, on: Day) {
  return roles(db, on).where(
    ({ ref }) => sql<boolean>`coalesce(${dayAfter(ref('r.during'))} > ${on}::date, true)`,
  )
}

function roles(db: Db, on: Day) {
  return db
    .selectFrom('roles as r')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .select(({ ref }) => [
      ...(['r.id', 'r.groupId', 'r.entityId', 'r.personId'] as const),
      ...(['g.acronym as group', 'e.acronym as entity', 'r.role as what'] as const),
      sql<HeldRoles['kind']>`'role'`.as('kind'),
      ...range(ref('r.during'), on),
    ])
    .orderBy('g.number')
}

function range(during: Expression<string>, on: Day) {
  return [
    sql<string>`${during}::text`.as('during'),
    sql<boolean>`coalesce(${firstDay(during)} >= ${on}::date, false)`.as('ahead'),
  ] as const
}
