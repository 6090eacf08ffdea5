import { type Expression, sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { dayAfter, firstDay } from '../../store/expressions.ts'
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

/** Those who hold a role of a group on a day or after it. */
export async function holdersBeyond(
  db: Db,
  { groupId, role }: { readonly groupId: number; readonly role: Role },
  on: Day,
): Promise<readonly HeldRoles[]> {
  return rolesBeyond(db, on).where('r.groupId', '=', groupId).where('r.role', '=', role).execute()
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
