import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { called } from '../called.ts'
import { statusOf } from '../card.ts'

/** Raises `UserError` for a meeting that does not take place, with the button that restores it. */
export function refuseCancelled(meeting: Meeting): void {
  if (meeting.status !== 'cancelled') return
  throw new UserError(`${called(meeting)} is ${statusOf(meeting)}; nothing was changed.`, {
    buttons: [button('Restore it', 'meeting restore', { meeting: `M${meeting.id}` })],
  })
}
