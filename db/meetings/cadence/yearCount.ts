import { sql } from 'kysely'

import type { Meetings, WorkingGroups } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'

/** How many meetings of one kind a group had in a year. */
export interface YearCount extends Readonly<Pick<Meetings, 'kind'>> {
  /** Null for meetings of no group. */
  readonly group: WorkingGroups['acronym'] | null
  readonly held: number
  /** Neither held on record nor cancelled. */
  readonly scheduled: number
  readonly cancelled: number
  /** How many entities were present at those held, all together. */
  readonly present: number
}

/** Every group's meetings of a year by kind, each in the year of its own zone, in the order of the groups. */
export async function meetingsOfYear(db: Db, year: number): Promise<readonly YearCount[]> {
  return counts(db, { from: new Date(Date.UTC(year, 0, 0)), to: new Date(Date.UTC(year + 1, 0, 2)), year })
}

const counts = statement((db, given: Given<{ from: Date; to: Date; year: number }>) =>
  db
    .selectFrom('meetings as m')
    .leftJoin('workingGroups as g', 'g.id', 'm.groupId')
    .select(['g.acronym as group', 'm.kind'])
    .select(({ fn, ref }) => [
      fn.countAll<number>().filterWhere('m.status', '=', 'held').as('held'),
      fn.countAll<number>().filterWhere('m.status', '=', 'scheduled').as('scheduled'),
      fn.countAll<number>().filterWhere('m.status', '=', 'cancelled').as('cancelled'),
      sql<number>`coalesce(sum(cardinality(${ref('m.attended')})) filter (where ${ref('m.status')} = 'held'), 0)::int`.as(
        'present',
      ),
    ])
    .where('m.startsAt', '>=', given.from)
    .where('m.startsAt', '<', given.to)
    .where(
      ({ ref }) =>
        sql<boolean>`extract(year from ${ref('m.startsAt')} at time zone ${ref('m.zone')}) = ${given.year}::int`,
    )
    .groupBy(['g.number', 'g.acronym', 'm.kind'])
    .orderBy('g.number', (order) => order.asc().nullsLast())
    .orderBy('m.kind'),
)
