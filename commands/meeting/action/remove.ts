import { lockAction, ownersOf } from '../../../db/meetings/record/actions.ts'
import { lockRemovedAction, setActionRemoved } from '../../../db/meetings/record/removedActions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Context, command, found } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { actionLine } from '../agenda/card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { refuseStranger } from './owner.ts'
import { tellConcerned } from './tellConcerned.ts'
import { actionButtons } from './tellOwners.ts'
import { refuseTwin } from './twin.ts'

export const removeActionItem = command({
  group: 'action',
  name: 'remove',
  about: 'Remove an action; those concerned are told',
  options: {
    action: required(option.record({ about: 'A3', prefix: 'A' })),
    restore: option.flag({ onlyPressed: true, about: 'Put it back as it was' }),
  },
  access: anyone,
  onlyFor: 'members of the group, and the secretariat',
  audience: 'room',
  changes: true,
  examples: ['/meeting action remove A1'],
  async run(context, { action: id, restore = false }) {
    if (restore) return putBack(context, id)
    const { db, now, caller } = context
    const action = found(await lockAction(db, id), `action A${id}`)
    refuseStranger(context, action)
    if (action.status === 'done')
      throw new UserError(`A${id} is done and belongs to the record; reopen it first.`)
    const owners = await ownersOf(db, id, now)
    const setter = await setActionRemoved(db, id, caller.personId, now)
    context.about(`meeting:${action.meetingId}`)
    await noteInHistory(context, action.meetingId, rich`Removed the action ${actionLine(action)}.`)
    const told = tellConcerned(
      context,
      { action, owners, setter, news: 'removed' },
      message(
        rich`${byWhom(caller, action.groupIds)} removed the action A${id} ${action.what}: nothing is left to do.`,
        block.text(`Is that wrong? Speak to ${caller.name}.`),
      ),
    )
    return message(
      rich`Removed: ${actionLine(action)}.`,
      told,
      block.buttons(
        button('Undo: put it back', 'meeting action remove', { action: `A${id}`, restore: 'yes' }),
      ),
    )
  },
})

/** Puts a removed action back: the same number, owner and day. */
async function putBack(context: Context, id: number): Promise<Message> {
  const { db, now, caller } = context
  const action = found(await lockRemovedAction(db, id), `removed action A${id}`)
  refuseStranger(context, action)
  await refuseTwin(context, action)
  const owners = await ownersOf(db, id, now)
  const setter = await setActionRemoved(db, id, null, now)
  context.about(`meeting:${action.meetingId}`)
  await noteInHistory(context, action.meetingId, rich`Put the removed action ${actionLine(action)} back.`)
  const due = action.dueOn === null ? '' : `, due ${formatDay(action.dueOn)}`
  const told = tellConcerned(
    context,
    { action, owners, setter, news: 'put-back' },
    message(
      rich`${byWhom(caller, action.groupIds)} put the action A${id} ${action.what} back as it was: it is to be done after all${due}.`,
      actionButtons(action, owners.length > 1),
    ),
  )
  return message(
    rich`Put back: ${actionLine(action)}.`,
    told,
    block.buttons(button('Undo: remove it', 'meeting action remove', { action: `A${id}` })),
  )
}
