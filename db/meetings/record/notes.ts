import type { MeetingNotes } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type Note = Readonly<Pick<MeetingNotes, 'id' | 'itemId' | 'body' | 'audience'>>

/** What was noted in a meeting, in order. */
export async function notesOf(db: Db, meetingId: number): Promise<readonly Note[]> {
  return ofMeeting(db, { meetingId })
}

const ofMeeting = statement((db, given: Params<{ meetingId: number }>) =>
  db
    .selectFrom('meetingNotes')
    .select(['id', 'itemId', 'body', 'audience'])
    .where('meetingId', '=', given.meetingId)
    .where('removedAt', 'is', null)
    .orderBy('id'),
)

export interface NewNote extends Omit<Note, 'id'> {
  readonly meetingId: number
  readonly writtenBy: number
}

/** Returns its number. */
export async function addNote(trx: Trx, note: NewNote, now: Date): Promise<number> {
  const [row] = await add(trx, { ...note, now })
  if (!row) throw new Error('the note was not kept')
  return row.id
}

const add = statement((db, given: Params<NewNote & { now: Date }>) =>
  db
    .insertInto('meetingNotes')
    .values({
      meetingId: given.meetingId,
      itemId: given.itemId,
      body: given.body,
      audience: given.audience,
      writtenBy: given.writtenBy,
      writtenAt: given.now,
    })
    .returning('id'),
)

/** Takes a note of one's own out; undefined where there is none such. */
export async function removeNote(
  trx: Trx,
  note: { readonly id: number; readonly meetingId: number; readonly writtenBy: number },
  now: Date,
): Promise<Pick<Note, 'body'> | undefined> {
  const [row] = await remove(trx, { ...note, now })
  return row
}

const remove = statement(
  (db, given: Params<{ id: number; meetingId: number; writtenBy: number; now: Date }>) =>
    db
      .updateTable('meetingNotes')
      .set({ removedAt: given.now })
      .where('id', '=', given.id)
      .where('meetingId', '=', given.meetingId)
      .where('writtenBy', '=', given.writtenBy)
      .where('removedAt', 'is', null)
      .returning('body'),
)
