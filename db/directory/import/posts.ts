import { sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { dayAfter } from '../../store/expressions.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** For whom somebody would stand, and from which day on. */
export interface PostWanted {
  readonly personId: number
  readonly entityId: number
  readonly from: Day | null
  /** The first day of the post that they have with that entity now; null where none is on record. */
  readonly was: Day | null
  /** Whether they stand for that entity now: that post moves. */
  readonly moves: boolean
}

/** Of these people, those who stood for that entity before, until after the new first day; with the day after it. */
export async function postsReached(
  db: Db,
  wanted: readonly PostWanted[],
): Promise<ReadonlyMap<number, Day | null>> {
  if (wanted.length === 0) return new Map()
  const rows = await reached(db, { rows: asRecords(wanted) })
  return new Map(rows.map(({ personId, until }) => [personId, until]))
}

const reached = statement((db, { rows }: Params<{ rows: string }>) =>
  db
    .selectFrom(
      records<PostWanted>(rows, {
        personId: 'int',
        entityId: 'int',
        from: 'date',
        was: 'date',
        moves: 'boolean',
      }),
    )
    .innerJoin('posts as p', (join) =>
      join.onRef('p.personId', '=', 'n.personId').onRef('p.entityId', '=', 'n.entityId'),
    )
    .select('p.personId')
    .select(({ ref }) => dayAfter(ref('p.during')).as('until'))
    .where(({ ref }) => sql<boolean>`${ref('p.during')} && daterange(${ref('n.from')}, null)`)
    // The post that they have moves; one with the same first day goes on.
    .where(
      ({ ref }) =>
        sql<boolean>`lower(${ref('p.during')}) is distinct from case when ${ref('n.moves')} then ${ref('n.was')} else ${ref('n.from')} end`,
    )
    .orderBy(({ ref }) => sql`upper(${ref('p.during')})`),
)
