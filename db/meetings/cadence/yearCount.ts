import { sql } from 'kysely'

import type { Meetings, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { isOneOf } from '../joint/groups.ts'

/** How many meetings of one kind a group had in a year; a joint meeting counts for each of its groups. */
export interface YearCount extends Readonly<Pick<Meetings, 'kind'>> {
  /** Null for meetings of no group. */
  readonly group: WorkingGroups['acronym'] | null
  readonly held: number
  /** Neither held on record nor cancelled. */
  readonly scheduled: number
  readonly cancelled: number
  /** How many entities were present at those held, added up. */
  readonly present: number
}

/** All meetings of a year of one kind, each counted once. */
export type KindCount = Omit<YearCount, 'group'>

/** The meetings of a year, each in the year of its own zone: of every group by kind, in the order of the groups, and of all. */
export async function meetingsOfYear(
  db: Db,
  year: number,
): Promise<{ readonly groups: readonly YearCount[]; readonly all: readonly KindCount[] }> {
  const rows = await counts(db, {
    from: new Date(Date.UTC(year, 0, 0)),
    to: new Date(Date.UTC(year + 1, 0, 2)),
    year,
  })
  return {
    groups: rows.filter(({ total }) => !total).map(({ total: _, ...row }) => row),
    all: rows.filter(({ total }) => total).map(({ total: _, group: __, ...row }) => row),
  }
}

const counts = statement((db, given: Params<{ from: Date; to: Date; year: number }>) =>
  db
    .selectFrom('meetings as m')
    .leftJoin('workingGroups as g', (join) => join.on(({ ref }) => isOneOf(ref('g.id'), ref('m.groups'))))
    .select(['g.acronym as group', 'm.kind'])
    .select(({ fn, ref }) => [
      sql<boolean>`grouping(${ref('g.acronym')}) = 1`.as('total'),
      fn.count<number>('m.id').distinct().filterWhere('m.status', '=', 'held').as('held'),
      fn.count<number>('m.id').distinct().filterWhere('m.status', '=', 'scheduled').as('scheduled'),
      fn.count<number>('m.id').distinct().filterWhere('m.status', '=', 'cancelled').as('cancelled'),
      sql<number>`coalesce(sum(cardinality(${ref('m.attended')})) filter (where ${ref('m.status')} = 'held'), 0)::int`.as(
        'present',
      ),
    ])
    .where('m.startsAt', '>=', given.from)
    .where('m.startsAt', '<', given.to)
    // One that was put on record by mistake was none.
    .where((eb) => eb.not(eb.and([eb('m.status', '=', 'cancelled'), eb('m.heldAt', 'is not', null)])))
    .where(
      ({ ref }) =>
        sql<boolean>`extract(year from ${ref('m.startsAt')} at time zone ${ref('m.zone')}) = ${given.year}::int`,
    )
    .groupBy(
      ({ ref }) =>
        sql`grouping sets ((${ref('g.number')}, ${ref('g.acronym')}, ${ref('m.kind')}), (${ref('m.kind')}))`,
    )
    .orderBy('g.number', (order) => order.asc().nullsLast())
    .orderBy('m.kind'),
)
