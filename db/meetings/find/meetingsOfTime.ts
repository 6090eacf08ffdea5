import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { fold, holdsWords } from '../../store/expressions.ts'
import { type Params, statement, variants } from '../../store/statement.ts'
import { overlaps } from '../joint/groups.ts'
import { type Meeting, meetingRows } from '../rows.ts'

interface TimeQuery {
  /** Words of the title or a group's acronym; empty for any. */
  readonly words: string
  /** The meetings that begin from this instant on, and before the other. */
  readonly from: Date
  readonly before: Date
  /** Only those to which this person is invited, and of the past those of their groups too; null for all. */
  readonly personId: number | null
  readonly limit: number
}

/** Meetings that begin within a time and are not cancelled, the earliest first or the latest first. */
export async function meetingsOfTime(
  db: Db,
  wanted: TimeQuery,
  order: 'asc' | 'desc' = 'asc',
): Promise<readonly Meeting[]> {
  return within({ order })(db, wanted)
}

const within = variants(({ order }: { readonly order: 'asc' | 'desc' }) =>
  statement((db, given: Params<TimeQuery>) => {
    const word = sql<string>`(select ${fold(given.words)})`
    const group = db
      .selectFrom('workingGroups as w')
      .where(({ ref }) => sql<boolean>`${fold(ref('w.acronym'))} = ${word}`)
      .select('w.id')
    const own = db
      .selectFrom('roles as r')
      .innerJoin('people as p', (join) =>
        join.on(({ eb, or, ref }) =>
          or([eb('r.personId', '=', ref('p.id')), eb('r.entityId', '=', ref('p.entityId'))]),
        ),
      )
      .where('p.id', '=', given.personId)
      .select('r.groupId')
    return meetingRows(db)
      .where('m.status', '<>', 'cancelled')
      .where('m.startsAt', '>=', given.from)
      .where('m.startsAt', '<', given.before)
      .where(({ or, ref }) =>
        or([holdsWords(ref('m.title'), given.words), overlaps(ref('m.groups'), sql`array(${group})`)]),
      )
      .where(({ or, exists, ref, selectFrom }) =>
        or([
          sql<boolean>`${given.personId}::int is null`,
          exists(
            selectFrom('invitations as i')
              .select('i.meetingId')
              .whereRef('i.meetingId', '=', 'm.id')
              .where('i.personId', '=', given.personId),
          ),
          // What was recorded afterwards had no invitations.
          ...(order === 'desc' ? [overlaps(ref('m.groups'), sql`array(${own})`)] : []),
        ]),
      )
      .orderBy('m.startsAt', order)
      .orderBy('m.id', order)
      .limit(given.limit)
  }),
)
