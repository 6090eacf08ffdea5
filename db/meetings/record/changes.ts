import type { Rich } from '../../../src/core/message.ts'
import type { People } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Given, statement } from '../../store/statement.ts'

export interface MeetingChange {
  readonly meetingId: number
  /** Null for what the house did by itself. */
  readonly personId: number | null
  /** A sentence that needs no other to be understood. */
  readonly what: Rich
}

export async function noteChange(trx: Trx, change: MeetingChange, now: Date): Promise<void> {
  await note(trx, { ...change, what: JSON.stringify(change.what), now })
}

const note = statement(
  (db, given: Given<{ meetingId: number; personId: number | null; what: string; now: Date }>) =>
    db.insertInto('meetingChanges').values({
      meetingId: given.meetingId,
      personId: given.personId,
      what: given.what,
      changedAt: given.now,
    }),
)

/** What was changed in a meeting and by whom, the latest first; `by` is null for the house itself. */
export async function changesOf(
  db: Db,
  meetingId: number,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly { readonly at: Date; readonly by: People['name'] | null; readonly what: Rich }[]> {
  return ofMeeting(db, { meetingId, limit, offset })
}

const ofMeeting = statement((db, given: Given<{ meetingId: number; limit: number; offset: number }>) =>
  db
    .selectFrom('meetingChanges as c')
    .leftJoin('people as p', 'p.id', 'c.personId')
    .select(['c.changedAt as at', 'p.name as by', 'c.what'])
    .where('c.meetingId', '=', given.meetingId)
    .orderBy('c.id', 'desc')
    .limit(given.limit)
    .offset(given.offset),
)
