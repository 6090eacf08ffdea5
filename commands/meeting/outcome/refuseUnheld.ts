import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, button } from '../../../src/core/message.ts'
import { called } from '../called.ts'
import { hasBegun, statusOf } from '../card.ts'

/** Raises `UserError` for a meeting that cannot have been held. */
export function refuseUnheld(meeting: Meeting, now: Date): void {
  if (meeting.status === 'cancelled')
    throw new UserError(
      `${called(meeting)} was ${statusOf(meeting)}, so it cannot have been held. Restore it first where it took place all the same.`,
      { buttons: [button('Restore it', 'meeting restore', { meeting: `M${meeting.id}` })] },
    )
  if (!hasBegun(meeting, now))
    throw new UserError(
      `${called(meeting)} has not begun yet; nothing was changed. One that took place unannounced is put on record by scheduling it on its past day.`,
      { buttons: [recordAnother(meeting)] },
    )
}

/** Opens the form that puts another meeting of the same groups on record. */
function recordAnother({ groupAcronym }: Meeting): Button {
  return {
    ...button('Record another', 'meeting schedule', groupAcronym === null ? {} : { wg: groupAcronym }),
    ask: true,
  }
}
