import { sql } from 'kysely'

import { leadingRoles } from '../directory/roleOrder.ts'
import type { Db } from '../store/db.ts'
import { utcDay } from '../store/expressions.ts'
import { type Given, statement } from '../store/statement.ts'
import { type Meeting, meetingRows } from './rows.ts'

export interface Planned {
  readonly groupId: number
  readonly startsAt: Date
  readonly minutes: number
  /** The meeting itself, where it is planned anew. */
  readonly except: number | null
}

/**
 * Meetings not cancelled that overlap a planned one, and are of the same group or of one that is led by an entity that
 * leads this group too.
 */
export async function clashes(db: Db, planned: Planned): Promise<readonly Meeting[]> {
  return overlapping(db, planned)
}

const overlapping = statement((db, given: Given<Planned>) => {
  const start = sql<Date>`${given.startsAt}::timestamptz`
  const on = utcDay(given.startsAt)
  return (
    meetingRows(db)
      .where('m.status', '=', 'scheduled')
      .where('m.id', 'is distinct from', sql<number>`${given.except}::int`)
      // No meeting lasts longer than fourteen days.
      .where('m.startsAt', '>', sql<Date>`${start} - interval '14 days'`)
      .where('m.startsAt', '<', sql<Date>`${start} + make_interval(mins => ${given.minutes}::int)`)
      .where(
        ({ ref }) =>
          sql<boolean>`${ref('m.startsAt')} + make_interval(mins => ${ref('m.minutes')}) > ${start}`,
      )
      .where(({ eb, exists, or, selectFrom }) =>
        or([
          eb('m.groupId', '=', given.groupId),
          exists(
            selectFrom('roles as a')
              .innerJoin('roles as b', 'b.entityId', 'a.entityId')
              .select('a.id')
              .whereRef('a.groupId', '=', 'm.groupId')
              .where('b.groupId', '=', given.groupId)
              .where('a.role', 'in', leadingRoles)
              .where('b.role', 'in', leadingRoles)
              .where('a.during', '@>', on)
              .where('b.during', '@>', on),
          ),
        ]),
      )
      .orderBy('m.startsAt')
      .limit(5)
  )
})
