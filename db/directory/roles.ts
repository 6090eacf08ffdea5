import { sql, type Transaction } from 'kysely'
import { UserError } from '../../src/core/errors.ts'
import type { Role } from '../../src/core/feature/caller.ts'
import { addDays, type Day, formatDay } from '../../src/core/time/day.ts'
import type { Period } from '../../src/core/time/period.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

export interface Appointment {
  readonly groupId: number
  readonly role: Role
  readonly entityId: number
  readonly personId?: number
  readonly from: Day
  /** Last day; open without one. */
  readonly to?: Day
  readonly createdBy: number | null
}

export interface ClosedTerm {
  readonly entity: string
  readonly role: Role
}

/**
 * Gives a role from a day on. A new chair ends the term of the one in office the day before, as does a member
 * who becomes an observer. Raises `UserError` where the role is held already or a later term stands in the way.
 */
export async function appointRole(
  trx: Transaction<Database>,
  { groupId, role, entityId, personId, from, to, createdBy }: Appointment,
  now: Date,
): Promise<{ readonly closed: readonly ClosedTerm[] }> {
  if (to !== undefined && to < from) {
    throw new UserError(`The last day, ${formatDay(to)}, is before the first, ${formatDay(from)}.`, {
      option: 'to',
    })
  }
  // Changes to one group's roles follow each other.
  await sql`select 1 from working_groups where id = ${groupId} for update`.execute(trx)
  const ends =
    role === 'chair'
      ? sql`r.role = 'chair' and (r.entity_id, r.person_id) is distinct from (${entityId}::int, ${personId ?? null}::int)`
      : otherSeat(role, entityId)
  const closed = ends
    ? await sql<ClosedTerm>`
        update roles r set during = daterange(lower(r.during), ${from}::date)
        from entities e
        where e.id = r.entity_id and r.group_id = ${groupId} and ${ends}
          and r.during @> ${from}::date and (lower(r.during) is null or lower(r.during) < ${from}::date)
        returning e.acronym as entity, r.role`.execute(trx)
    : { rows: [] }
  const until = to === undefined ? null : addDays(to, 1)
  try {
    await sql`
      insert into roles (group_id, role, entity_id, person_id, during, created_by, created_at)
      values (${groupId}, ${role}, ${entityId}, ${personId ?? null}, daterange(${from}::date, ${until}::date), ${createdBy}, ${now})`.execute(
      trx,
    )
  } catch (error) {
    throw overlap(error, role)
  }
  return { closed: closed.rows }
}

function otherSeat(role: Role, entityId: number) {
  if (role === 'member') return sql`r.role = 'observer' and r.entity_id = ${entityId}`
  return role === 'observer' ? sql`r.role = 'member' and r.entity_id = ${entityId}` : undefined
}

function overlap(error: unknown, role: Role): unknown {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined
  if (constraint === 'roles_no_twin')
    return new UserError(`That entity is ${role} in these days already; nothing was changed.`)
  if (constraint === 'roles_one_chair') {
    return new UserError(
      'Another chair is in office in these days; /wg history shows the terms. Nothing was changed.',
    )
  }
  if (constraint === 'roles_member_or_observer') {
    return new UserError(
      'An entity is either member or observer of a group; in these days it is the other already. Nothing was changed.',
    )
  }
  return error
}

export interface Release {
  readonly groupId: number
  readonly role: Role
  readonly entityId: number
  /** The first day without the role. */
  readonly until: Day
  /** A term that has begun by this day is cut and never deleted. */
  readonly today: Day
}

/** Ends a role; a term that had begun stays on record. Raises `UserError` where the role is not held that day. */
export async function releaseRole(
  trx: Transaction<Database>,
  { groupId, role, entityId, until, today }: Release,
): Promise<void> {
  const held = sql`group_id = ${groupId} and role = ${role} and entity_id = ${entityId}`
  const result = await sql<{ id: number }>`
    with gone as (
      delete from roles where ${held} and lower(during) = ${until}::date and lower(during) >= ${today}::date returning id
    ), ended as (
      update roles set during = daterange(lower(during), ${until}::date)
      where ${held} and during @> ${until}::date and (lower(during) is null or lower(during) < ${until}::date)
        and (upper(during) is null or upper(during) > ${today}::date) returning id
    )
    select id from gone union all select id from ended`.execute(trx)
  if (result.rows.length === 0)
    throw new UserError(
      `That entity holds no term as ${role} of the group that could end on ${formatDay(until)}; what is past stays on record. Nothing was changed.`,
    )
}

export interface RoleChange {
  readonly id: number
  readonly role: Role
  readonly entity: string
  readonly holder: string | null
  readonly groupName: string
  readonly groupAcronym: string
  readonly from: Day
}

/** Terms of chairs, co-chairs and vice-chairs that begin in a period: lines of the newsletter. */
export async function roleChanges(db: Db, period: Period): Promise<readonly RoleChange[]> {
  const result = await sql<RoleChange>`
    select r.id, r.role, e.acronym as entity, coalesce(p.name, r.holder) as holder, g.name as group_name, g.acronym as group_acronym,
      lower(r.during) as "from"
    from roles r join entities e on e.id = r.entity_id join working_groups g on g.id = r.group_id left join people p on p.id = r.person_id
    where r.role in ('chair', 'co-chair', 'vice-chair')
      and not exists (select 1 from roles b where b.group_id = r.group_id and b.role = r.role and b.entity_id = r.entity_id
        and b.person_id is not distinct from r.person_id and upper(b.during) = lower(r.during))
      and lower(r.during) between ${period.from}::date and ${period.to}::date
    order by lower(r.during), r.id`.execute(db)
  return result.rows
}
