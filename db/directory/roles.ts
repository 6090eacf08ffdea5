import { sql } from 'kysely'

import { UserError } from '../../src/core/errors.ts'
import type { Role } from '../../src/core/feature/caller.ts'
import { addDays, type Day, formatDay } from '../../src/core/time/day.ts'
import type { Trx } from '../store/db.ts'
import { day, firstDay } from '../store/expressions.ts'
import { type Compose, type Given, statement } from '../store/statement.ts'
import { stamp } from './edit/stamp.ts'

export interface Appointment {
  readonly groupId: number
  readonly role: Role
  readonly entityId: number
  readonly personId?: number
  readonly from: Day
  /** Last day; open without one. */
  readonly to?: Day
  readonly createdBy: number | null
  /** A nomination letter, a meeting's decision. */
  readonly source?: string
}

export interface ClosedTerm {
  readonly entity: string
  readonly role: Role
}

/**
 * Gives a role from a day on. A new chair ends the term of the chair in office the day before, as does a member
 * who becomes an observer. Raises `UserError` if the role is held already or a later term stands in the way.
 */
export async function appointRole(
  trx: Trx,
  { groupId, role, entityId, personId, from, to, createdBy, source }: Appointment,
  now: Date,
): Promise<{ readonly closed: readonly ClosedTerm[] }> {
  if (to !== undefined && to < from) {
    throw new UserError(`The last day, ${formatDay(to)}, is before the first, ${formatDay(from)}.`, {
      option: 'to',
    })
  }
  await lockGroup(trx, { groupId })
  await stamp(trx, { by: createdBy, now, ...(source ? { source } : {}) })
  const other = otherSeat[role]
  const term = { groupId, role, entityId, personId: personId ?? null, from }
  const closed =
    role === 'chair' ? await closeChairs(trx, term) : other ? await closeSeat(trx, { ...term, other }) : []
  const until = to === undefined ? null : addDays(to, 1)
  try {
    await addTerm(trx, { ...term, until, createdBy, now })
  } catch (error) {
    throw overlap(error, role)
  }
  return { closed }
}

/** An entity is either member or observer of a group. */
const otherSeat: Readonly<Partial<Record<Role, Role>>> = { member: 'observer', observer: 'member' }

/** Changes to one group's roles follow each other. */
const lockGroup = statement((db, given: Given<{ groupId: number }>) =>
  db.selectFrom('workingGroups').select('id').where('id', '=', given.groupId).forUpdate(),
)

interface Start {
  readonly groupId: number
  readonly entityId: number
  readonly from: Day
}

const closeChairs = statement((db, given: Given<Start & { personId: number | null }>) =>
  endingBefore(db, given)
    .where('r.role', '=', 'chair')
    .where(
      ({ ref }) => sql<boolean>`(${ref('r.entityId')}, ${ref('r.personId')}) is distinct from
        (${given.entityId}::int, ${given.personId}::int)`,
    ),
)

const closeSeat = statement((db, given: Given<Start & { other: Role }>) =>
  endingBefore(db, given).where('r.role', '=', given.other).where('r.entityId', '=', given.entityId),
)

/** Terms of the group that hold on the first day and began before it: they end the day before. */
function endingBefore(db: Compose, { groupId, from }: Given<Start>) {
  return db
    .updateTable('roles as r')
    .from('entities as e')
    .set(({ ref }) => ({ during: sql<string>`daterange(${firstDay(ref('r.during'))}, ${day(from)})` }))
    .whereRef('e.id', '=', 'r.entityId')
    .where('r.groupId', '=', groupId)
    .where('r.during', '@>', day(from))
    .where(({ eb, ref }) => {
      const first = firstDay(ref('r.during'))
      return eb.or([eb(first, 'is', null), eb(first, '<', day(from))])
    })
    .returning(['e.acronym as entity', 'r.role'])
}

const addTerm = statement(
  (
    db,
    given: Given<
      Start & {
        role: Role
        personId: number | null
        until: Day | null
        createdBy: number | null
        now: Date
      }
    >,
  ) =>
    db.insertInto('roles').values({
      groupId: given.groupId,
      role: given.role,
      entityId: given.entityId,
      personId: given.personId,
      during: sql<string>`daterange(${day(given.from)}, ${day(given.until)})`,
      createdBy: given.createdBy,
      createdAt: given.now,
    }),
)

function overlap(error: unknown, role: Role): unknown {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined
  if (constraint === 'roles_no_twin') {
    return new UserError(`That entity is already ${role} on these days. Nothing was changed.`)
  }
  if (constraint === 'roles_one_chair') {
    return new UserError(
      'Another chair is in office on some of these days; /wg history shows the terms. Nothing was changed.',
    )
  }
  if (constraint === 'roles_member_or_observer') {
    return new UserError(
      'An entity is either a member or an observer of a group, and on some of these days it is the other. Nothing was changed.',
    )
  }
  return error
}
