import type { ActionItem } from '../../../db/meetings/record/actionRows.ts'
import { ownersOf } from '../../../db/meetings/record/actions.ts'
import { type Block, block, button, link, message, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import type { Context } from '../../define.ts'
import { ownerName } from './owner.ts'

/**
 * Tells those who own an action now that it is theirs, the caller apart; where several people have it, as an entity or
 * a role, that one of them is to take it. Returns what the answer says of it; undefined where nobody else is told.
 */
export async function tellOwners(
  context: Context,
  action: ActionItem,
  by: string,
): Promise<Block | undefined> {
  const { db, now, caller } = context
  const owners = await ownersOf(db, action.id, now)
  const people = owners.filter((id) => id !== caller.personId)
  const shared = owners.length > 1
  const due = action.dueOn === null ? '' : `, due ${formatDay(action.dueOn)}`
  const from = action.groupAcronym ? `${action.meetingTitle} (${action.groupAcronym})` : action.meetingTitle
  context.notify(
    people.map((personId) => ({
      key: `action-given:${action.id}:${action.turns}:given:${personId}`,
      personId,
      kind: 'action',
      subject: `meeting:${action.meetingId}`,
      message: message(
        rich`${by} gave ${shared ? ownerName(action) : 'you'} an action of M${action.meetingId} ${from}: A${action.id} ${action.what}${due}.`,
        shared
          ? block.text(`It went to ${counted(owners.length, 'person', 'people')}; one of you is to take it.`)
          : undefined,
        action.sourceLink ? block.text(rich`From: ${link(action.sourceLink, action.sourceLink)}`) : undefined,
        actionButtons(action, shared),
      ),
    })),
  )
  const isOwned = action.ownerPerson !== null || action.ownerEntity !== null || action.ownerRole !== null
  if (owners.length === 0 && isOwned)
    return block.text(
      rich`Nobody is told or reminded: nobody in the directory acts for ${ownerName(action)}, and nobody leads the group. Hand it over to a person, or put one in with /directory add person.`,
    )
  if (people.length === 0) return undefined
  if (!shared) return block.text('Its owner is told, and reminded as the day comes.')
  const taker = people.length === owners.length ? 'them' : 'you'
  return block.text(
    rich`${ownerName(action)} has it: ${counted(people.length, 'person', 'people')} there ${people.length === 1 ? 'is' : 'are'} told, and one of ${taker} is to take it.`,
  )
}

/** The buttons under a notice of an action; where several people have it, one of them takes it by a press. */
export function actionButtons({ id }: Pick<ActionItem, 'id'>, shared: boolean) {
  return block.buttons(
    button('Done', 'meeting action done', { action: `A${id}` }, 'primary'),
    ...(shared ? [button('I take it', 'meeting action hand-over', { action: `A${id}`, owner: 'me' })] : []),
    { ...button('Hand over', 'meeting action hand-over', { action: `A${id}` }), ask: true },
  )
}
