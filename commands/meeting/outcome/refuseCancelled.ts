import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { button } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { called } from '../called.ts'
import { statusOf } from '../card.ts'

/** Raises `UserError` for a meeting that does not take place; whoever may restore it is offered that. */
export function refuseCancelled({ caller }: Pick<Context, 'caller'>, meeting: Meeting): void {
  if (meeting.status !== 'cancelled') return
  throw new UserError(`${called(meeting)} is ${statusOf(meeting)}; nothing was changed.`, {
    buttons: leads(caller, meeting.groupIds)
      ? [button('Restore it', 'meeting restore', { meeting: `M${meeting.id}` })]
      : [],
  })
}
