import type { Meetings } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** The mark by which calendars tell a meeting from another one of its number; undefined where there is no such meeting. */
export async function meetingMark(db: Db, id: number): Promise<Meetings['calendarMark'] | undefined> {
  const [row] = await mark(db, { id })
  return row?.calendarMark
}

const mark = statement((db, given: Params<{ id: number }>) =>
  db.selectFrom('meetings').select('calendarMark').where('id', '=', given.id),
)
