import { sql } from 'kysely'

import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { day, dayAfter, firstDay } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type Appointment, type AppointmentOutcome, appointRole } from '../roles.ts'

interface Handover {
  readonly groupId: number
  /** The first day of a new chair. */
  readonly from: Day
}

/** A membership that begins as a chair ends. */
export interface KeptMembership {
  readonly acronym: string
  readonly from: Day
  /** The term; one that was to begin later has the range that it had before, as Postgres writes it. */
  readonly id: number
  readonly before: string | null
}

/** An appointment, with what it does to the terms of others. */
export interface Succession extends AppointmentOutcome {
  /** Memberships of those who chaired until then. */
  readonly kept: readonly KeptMembership[]
}

/** Gives a role; around the term of a chair, those who chaired until then stay members. */
export async function appointInTurn(trx: Trx, appointment: Appointment, now: Date): Promise<Succession> {
  const { groupId, role, from, createdBy } = appointment
  const appointed = await appointRole(trx, appointment, now)
  const kept: KeptMembership[] = []
  if (role === 'chair') {
    for (const day of [from, appointed.until]) {
      if (day !== null)
        kept.push(...(await keepFormerChairs(trx, { groupId, from: day }, { createdBy, now })))
    }
  }
  return { ...appointed, kept }
}

/**
 * Keeps a group's former chair in it where another chair follows: an entity that holds no role on that day is a member
 * from then on, until a later seat of its own. Whichever chair was appointed first, the terms are the same in the end.
 */
export async function keepFormerChairs(
  trx: Trx,
  { groupId, from }: Handover,
  { createdBy, now }: { readonly createdBy: number | null; readonly now: Date },
): Promise<readonly KeptMembership[]> {
  const kept: KeptMembership[] = []
  for (const { entityId, acronym, seatId, seat, during } of await followed(trx, { groupId, from })) {
    if (seat === 'member' && seatId !== null && during !== null) {
      await beginEarlier(trx, { id: seatId, from })
      kept.push({ acronym, from, id: seatId, before: during })
      continue
    }
    const [added] = await addMember(trx, { groupId, entityId, from, during, createdBy, now })
    if (added) kept.push({ acronym, from, id: added.id, before: null })
  }
  return kept
}

/** Groups that are open to all have no members by name. */
const followed = statement((db, given: Params<Handover>) =>
  db
    .selectFrom('roles as r')
    .innerJoin('entities as e', 'e.id', 'r.entityId')
    .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
    .leftJoinLateral(
      (later) =>
        later
          .selectFrom('roles as s')
          .select(({ ref }) => [
            's.id as seatId',
            sql<Role | null>`${ref('s.role')}`.as('seat'),
            sql<string | null>`${ref('s.during')}::text`.as('during'),
          ])
          .whereRef('s.groupId', '=', 'r.groupId')
          .whereRef('s.entityId', '=', 'r.entityId')
          .where('s.role', 'in', ['member', 'observer'])
          .where(({ ref }) => sql<boolean>`${firstDay(ref('s.during'))} > ${day(given.from)}`)
          .orderBy(({ ref }) => firstDay(ref('s.during')))
          .limit(1)
          .as('next'),
      (join) => join.onTrue(),
    )
    .select(['r.entityId', 'e.acronym', 'next.seatId', 'next.seat', 'next.during'])
    .distinct()
    .where('r.groupId', '=', given.groupId)
    .where('r.role', '=', 'chair')
    .where('g.openToAll', '=', false)
    .where(({ ref }) => sql<boolean>`${dayAfter(ref('r.during'))} = ${day(given.from)}`)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('roles as c')
          .select('c.id')
          .whereRef('c.groupId', '=', 'r.groupId')
          .where('c.role', '=', 'chair')
          .where('c.during', '@>', day(given.from)),
      ),
    )
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('roles as o')
            .select('o.id')
            .whereRef('o.groupId', '=', 'r.groupId')
            .whereRef('o.entityId', '=', 'r.entityId')
            .where('o.during', '@>', day(given.from)),
        ),
      ),
    ),
)

const beginEarlier = statement((db, given: Params<{ readonly id: number; readonly from: Day }>) =>
  db
    .updateTable('roles')
    .set(({ ref }) => ({ during: sql<string>`daterange(${day(given.from)}, ${dayAfter(ref('during'))})` }))
    .where('id', '=', given.id),
)

interface Member extends Handover {
  readonly entityId: number
  /** Of the seat that ends the membership, where one is ahead. */
  readonly during: string | null
  readonly createdBy: number | null
  readonly now: Date
}

const addMember = statement((db, given: Params<Member>) =>
  db
    .insertInto('roles')
    .values({
      groupId: given.groupId,
      role: sql<Role>`'member'`,
      entityId: given.entityId,
      during: sql<string>`daterange(${day(given.from)}, lower(${given.during}::daterange))`,
      createdBy: given.createdBy,
      createdAt: given.now,
    })
    .returning('id'),
)
