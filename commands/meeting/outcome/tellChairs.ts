import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { roomsOf } from '../../../db/meetings/rooms.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, message, type Rich, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { toldLine } from '../../wg/told/toldLine.ts'

/**
 * Tells the chairs what somebody else recorded of a meeting, corrected or took back, where no room of the group reads it;
 * says to the caller who is told.
 */
export async function tellChairsOfOutcome(
  context: Context,
  { id, title, groupIds }: Pick<Meeting, 'id' | 'title' | 'groupIds'>,
  did: 'recorded' | 'corrected' | 'took back',
  outcome: string | null,
): Promise<Block | undefined> {
  const { db, caller, today, notify } = context
  if (groupIds.length === 0 || (await roomsOf(db, groupIds)).length > 0) return undefined
  const people = await expectedInvitees(db, groupIds, today)
  const chairs = people.filter(({ personId, as }) => as === 'chair' && personId !== caller.personId)
  notify(
    chairs.map(({ personId }) => ({
      key: `outcome:${id}:${eachTime}:${personId}`,
      personId,
      kind: 'held',
      subject: `meeting:${id}`,
      message: withReason(
        message(
          said(byWhom(caller, groupIds), did, rich`M${id} ${title}`),
          outcome === null ? undefined : block.text(outcome),
          block.buttons(button('Show it', 'meeting show', { meeting: `M${id}` })),
        ),
        { as: 'among those who chair the group', otherwise: `Is that wrong? Speak to ${caller.name}.` },
        false,
      ),
    })),
  )
  return toldLine(chairs.map(({ name }) => name))
}

function said(by: string, did: 'recorded' | 'corrected' | 'took back', of: Rich): Rich {
  switch (did) {
    case 'recorded':
      return rich`${by} recorded the outcome of ${of}:`
    case 'corrected':
      return rich`${by} corrected the outcome of ${of}. It says now:`
    case 'took back':
      return rich`${by} took back what was recorded of ${of}. It said:`
  }
}
