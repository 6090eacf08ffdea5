import type { ActionItem } from '../../../db/meetings/record/actionRows.ts'
import { ownersOf } from '../../../db/meetings/record/actions.ts'
import { block, button, link, message, rich } from '../../../src/core/message.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'

/** Tells those who own an action now that it is theirs, the caller apart. Returns how many are told. */
export async function tellOwners(context: Context, action: ActionItem, by: string): Promise<number> {
  const { db, now, caller } = context
  const people = (await ownersOf(db, action.id, now)).filter((id) => id !== caller.personId)
  const due = action.dueOn === null ? '' : `, due ${formatDay(action.dueOn)}`
  const from = action.groupAcronym ? `${action.meetingTitle} (${action.groupAcronym})` : action.meetingTitle
  context.notify(
    people.map((personId) => ({
      key: `action-given:${action.id}:${action.turns}:given:${personId}`,
      personId,
      kind: 'action',
      subject: `meeting:${action.meetingId}`,
      message: message(
        rich`${by} gave you an action of M${action.meetingId} ${from}: A${action.id} ${action.what}${due}.`,
        action.sourceLink ? block.text(rich`From: ${link(action.sourceLink, action.sourceLink)}`) : undefined,
        actionButtons(action.id),
      ),
    })),
  )
  return people.length
}

export function actionButtons(id: number) {
  return block.buttons(button('Done', 'meeting action done', { action: `A${id}` }, 'primary'), {
    ...button('Hand over', 'meeting action hand-over', { action: `A${id}` }),
    ask: true,
  })
}
