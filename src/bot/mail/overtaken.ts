import { lastLetter } from '../../../db/meetings/calendar/lastLetter.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Letter } from '../../core/feature/notice.ts'
import { calendarLetterOf } from '../../delivery/letterId.ts'

/**
 * Whether a calendar letter that waited for its mail server is of no use any more: a later one says how the meeting
 * stands, its reader was forgotten, or the meeting has begun.
 */
export async function isOvertaken(db: Db, { id = '', to }: Letter, now: Date): Promise<boolean> {
  const letter = calendarLetterOf(id)
  if (!letter) return false
  const last = await lastLetter(db, { meetingId: letter.meetingId, email: to, now })
  if (!last || last.hasBegun) return true
  // A cancellation is the last that somebody gets who is forgotten, and nothing is noted of it then.
  if (last.sequence === null) return letter.method === 'REQUEST'
  return last.sequence !== letter.sequence || last.method !== letter.method
}
