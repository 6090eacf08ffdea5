import { listActions, type NewAction } from '../../../db/meetings/record/actions.ts'
import { UserError } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import type { Context } from '../../define.ts'
import { actionLine } from '../agenda/card.ts'

/** More open actions than any meeting has. */
const most = 500

/**
 * Raises `UserError` where an open action of the meeting, which is locked, says the same for the same owner and day:
 * whoever sends a line twice gives nobody two actions.
 */
export async function refuseTwin(
  { db, now }: Context,
  wanted: Omit<NewAction, 'sourceLink' | 'createdBy'> & { readonly id?: number },
): Promise<void> {
  const { meetingId } = wanted
  const open = await listActions(db, {
    ...{ groupIds: null, meetingId, personId: null, status: 'open', now },
    ...{ limit: most, offset: 0 },
  })
  const twin = open.find(
    (one) =>
      one.id !== wanted.id &&
      plain(one.what) === plain(wanted.what) &&
      one.ownerPerson === wanted.ownerPerson &&
      one.ownerEntity === wanted.ownerEntity &&
      one.ownerRole === wanted.ownerRole &&
      one.dueOn === wanted.dueOn,
  )
  if (!twin) return
  const action = `A${twin.id}`
  throw new UserError(`${actionLine(twin)} says so already; nothing was changed.`, {
    buttons: [
      { ...button('Hand over', 'meeting action hand-over', { action }), ask: true },
      button('Done', 'meeting action done', { action }),
    ],
  })
}

function plain(words: string): string {
  return fold(words).replace(/\s+/g, ' ').replace(/[.!]$/, '')
}
