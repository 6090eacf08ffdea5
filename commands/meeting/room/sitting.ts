import { lockMeeting } from '../../../db/meetings/meetings.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Context, found } from '../../define.ts'
import { called } from '../called.ts'
import { refuseCancelled } from '../outcome/refuseCancelled.ts'
import { isSitting } from './standing.ts'

/** The meeting, locked, if it goes on in the room. Raises `UserError`. */
export async function lockSitting(context: Context, id: number): Promise<Meeting> {
  const meeting = found(await lockMeeting(context.db, id), 'such meeting')
  if (isSitting(meeting)) return meeting
  refuseCancelled(context, meeting)
  throw new UserError(
    meeting.begunAt === null
      ? `${called(meeting)} has not been started; its chair starts it with /meeting start M${id}.`
      : `${called(meeting)} has ended; nothing was changed.`,
  )
}
