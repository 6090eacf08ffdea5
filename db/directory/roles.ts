import { type Expression, sql } from 'kysely'

import { brokenConstraint, UserError } from '../../src/core/errors.ts'
import type { Role } from '../../src/core/feature/caller.ts'
import { addDays, type Day, dayOf, formatDay } from '../../src/core/time/day.ts'
import type { Trx } from '../store/db.ts'
import { day, firstDay } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import { stamp } from './edit/stamp.ts'
import { inTheWay, nextChair } from './terms/nextChair.ts'

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
  /** It goes on from this day, as it is not known when it began and the other is over by then; it ended before otherwise. */
  readonly from: Day | null
}

export interface AppointmentOutcome {
  readonly closed: readonly ClosedTerm[]
  /** The first day after the new term; null while it lasts. */
  readonly until: Day | null
  /** Who takes the chair over that day, where that is on record. */
  readonly next?: string
}

/**
 * Gives a role from a day on. A new chair ends the term of the chair in office the day before, as does a member
 * who becomes an observer; without a last day it ends as the chair who is on record to follow begins. Raises
 * `UserError` if the role is held already or a later term stands in the way.
 */
export async function appointRole(
  trx: Trx,
  { groupId, role, entityId, personId, from, to, createdBy, source }: Appointment,
  now: Date,
): Promise<AppointmentOutcome> {
  if (to !== undefined && to < from) {
    throw new UserError(`The last day, ${formatDay(to)}, is before the first, ${formatDay(from)}.`, {
      option: 'to',
    })
  }
  await lockGroup(trx, { groupId })
  await stamp(trx, { by: createdBy, now, ...(source ? { source } : {}) })
  const [next] = role === 'chair' ? await nextChair(trx, { groupId, from }) : []
  if (next && (next.from === from || (to !== undefined && to >= next.from))) throw inTheWay(next, from)
  const other = otherSeat[role]
  const until = to === undefined ? (next?.from ?? null) : addDays(to, 1)
  const past = until !== null && until <= dayOf(now, 'UTC') ? until : null
  const term = { groupId, role, entityId, personId: personId ?? null, from }
  const closed =
    role === 'chair'
      ? await closeChairs(trx, { ...term, past })
      : other
        ? await closeSeat(trx, { ...term, other, past: null })
        : []
  try {
    await addTerm(trx, { ...term, until, createdBy, now })
  } catch (error) {
    throw overlap(error, role)
  }
  return { closed, until, ...(next && until === next.from ? { next: next.entity } : {}) }
}

/** An entity is either member or observer of a group. */
const otherSeat: Readonly<Partial<Record<Role, Role>>> = { member: 'observer', observer: 'member' }

/** Changes to one group's roles follow each other. */
const lockGroup = statement((db, given: Params<{ groupId: number }>) =>
  db.selectFrom('workingGroups').select('id').where('id', '=', given.groupId).forUpdate(),
)

interface Start {
  readonly groupId: number
  readonly entityId: number
  readonly from: Day
}

/** A start, and the first day after the new term where that is over. */
interface Span extends Start {
  readonly past: Day | null
}

const closeChairs = statement((db, given: Params<Span & { personId: number | null }>) =>
  endingBefore(db, given)
    .where('r.role', '=', 'chair')
    .where(
      ({ ref }) => sql<boolean>`(${ref('r.entityId')}, ${ref('r.personId')}) is distinct from
        (${given.entityId}::int, ${given.personId}::int)`,
    ),
)

const closeSeat = statement((db, given: Params<Span & { other: Role }>) =>
  endingBefore(db, given).where('r.role', '=', given.other).where('r.entityId', '=', given.entityId),
)

/**
 * Terms of the group that hold on the first day and began before it: they end the day before. One of which nobody knows
 * when it began, and that lasts when the new term is over, begins after it.
 */
function endingBefore(db: QueryBuilder, { groupId, from, past }: Params<Span>) {
  const goesOn = (during: Expression<string>) =>
    sql<boolean>`(lower_inf(${during}) and ${day(past)} < coalesce(upper(${during}), 'infinity'))`
  return (
    db
      .updateTable('roles as r')
      .from('entities as e')
      .set(({ ref }) => ({
        during: sql<string>`case when ${goesOn(ref('r.during'))} then daterange(${day(past)}, upper(${ref('r.during')}))
        else daterange(${firstDay(ref('r.during'))}, ${day(from)}) end`,
      }))
      .whereRef('e.id', '=', 'r.entityId')
      .where('r.groupId', '=', groupId)
      .where('r.during', '@>', day(from))
      .where(({ eb, ref }) => {
        const first = firstDay(ref('r.during'))
        return eb.or([eb(first, 'is', null), eb(first, '<', day(from))])
      })
      .returning(['e.acronym as entity', 'r.role'])
      // What began before the new term keeps its first day, and what goes on after it has a new one.
      .returning(({ ref }) =>
        sql<Day | null>`case when lower(${ref('r.during')}) >= ${day(from)} then ${firstDay(ref('r.during'))} end`.as(
          'from',
        ),
      )
  )
}

const addTerm = statement(
  (
    db,
    given: Params<
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
  const constraint = brokenConstraint(error)
  if (constraint === 'roles_no_twin') {
    return new UserError(
      `That entity is ${role} already on these days, or some of them. To prolong its term, begin with the day after it (from:). Nothing was changed.`,
    )
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
