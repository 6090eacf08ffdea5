import { sql } from 'kysely'

import type { Rich } from '../../../src/core/message.ts'
import type { People } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

export interface MeetingChange {
  readonly meetingId: number
  /** Null for what the house did by itself. */
  readonly personId: number | null
  /** A sentence that needs no other to be understood. */
  readonly what: Rich
  /** For the members alone, as the internal minutes are. */
  readonly internal?: boolean
}

/** Enters changes in the histories of their meetings, all in one statement. */
export async function noteChanges(trx: Trx, changes: readonly MeetingChange[], now: Date): Promise<void> {
  if (changes.length > 0) await note(trx, { changes: asRecords(changes), now })
}

type Row = Omit<MeetingChange, 'what' | 'internal'> & {
  readonly what: string
  readonly internal: boolean | null
}

const note = statement((db, given: Params<{ changes: string; now: Date }>) =>
  db
    .insertInto('meetingChanges')
    .columns(['meetingId', 'personId', 'what', 'internal', 'changedAt'])
    .expression((from) =>
      from
        .selectFrom(
          records<Row>(given.changes, {
            meetingId: 'int',
            personId: 'int',
            what: 'jsonb',
            internal: 'boolean',
          }),
        )
        .select(({ fn, val }) => [
          'n.meetingId',
          'n.personId',
          'n.what',
          fn.coalesce('n.internal', val(false)).as('internal'),
          sql<Date>`${given.now}::timestamptz`.as('changedAt'),
        ]),
    ),
)

/**
 * What was changed in a meeting and by whom, the latest first; `by` is null for the house itself. Without `internal`
 * what is for the members alone is left out.
 */
export async function changesOf(
  db: Db,
  meetingId: number,
  page: { readonly internal: boolean; readonly limit: number; readonly offset: number },
): Promise<readonly { readonly at: Date; readonly by: People['name'] | null; readonly what: Rich }[]> {
  return ofMeeting(db, { meetingId, ...page })
}

const ofMeeting = statement(
  (db, given: Params<{ meetingId: number; internal: boolean; limit: number; offset: number }>) =>
    db
      .selectFrom('meetingChanges as c')
      .leftJoin('people as p', 'p.id', 'c.personId')
      .select(['c.changedAt as at', 'p.name as by', 'c.what'])
      .where('c.meetingId', '=', given.meetingId)
      .where((eb) => eb.or([eb('c.internal', 'is', false), sql<boolean>`${given.internal}::boolean`]))
      .orderBy('c.id', 'desc')
      .limit(given.limit)
      .offset(given.offset),
)

/** The number of the last entry in the history of a meeting; undefined where there is none. */
export async function lastChangeId(db: Db, meetingId: number): Promise<number | undefined> {
  const [row] = await last(db, { meetingId })
  return row?.id
}

const last = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .selectFrom('meetingChanges')
    .select('id')
    .where('meetingId', '=', given.meetingId)
    .orderBy('id', 'desc')
    .limit(1),
)
