import { meetingById } from '../../../db/meetings/meetings.ts'
import type { ActionItem } from '../../../db/meetings/record/actionRows.ts'
import { lockAction, ownersOf, removeAction } from '../../../db/meetings/record/actions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { belongs } from '../../../src/core/feature/caller.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { type Day, dayOf } from '../../../src/core/time/day.ts'
import { command, found } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { actionLine } from '../agenda/card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { ownerText, refuseStranger } from './owner.ts'

export const removeActionItem = command({
  group: 'action',
  name: 'remove',
  about: 'Remove an action set by mistake; those concerned are told',
  options: { action: required(option.record({ about: 'A3', prefix: 'A' })) },
  access: anyone,
  onlyFor: 'members of the group, and the secretariat',
  audience: 'room',
  changes: true,
  examples: ['/meeting action remove A1'],
  async run(context, { action: id }) {
    const { db, now, caller } = context
    const action = found(await lockAction(db, id), `action A${id}`)
    refuseStranger(context, action)
    if (action.status === 'done')
      throw new UserError(`A${id} is done and belongs to the record; reopen it first.`)
    const owners = await ownersOf(db, id, now)
    const setter = await removeAction(db, id)
    const takesActions = (await meetingById(db, action.meetingId))?.status !== 'cancelled'
    const people = [...new Set(setter === undefined ? owners : [...owners, setter])].filter(
      (personId) => personId !== caller.personId,
    )
    context.about(`meeting:${action.meetingId}`)
    await noteInHistory(context, action.meetingId, rich`Removed the action ${actionLine(action)}.`)
    context.notify(
      people.map((personId) => ({
        key: `action-removed:${id}:${personId}`,
        personId,
        kind: 'action',
        subject: `meeting:${action.meetingId}`,
        message: message(
          rich`${byWhom(caller, action.groupIds)} removed the action A${id} ${action.what}: nothing is left to do.`,
          block.text(`Is that wrong? Speak to ${caller.name}.`),
        ),
      })),
    )
    return message(
      rich`Removed: ${actionLine(action)}.`,
      whoIsTold(people, owners, setter),
      ...(takesActions && belongs(caller, action.groupIds)
        ? recordAgain(action, dayOf(now, action.zone))
        : []),
    )
  },
})

function whoIsTold(people: readonly number[], owners: readonly number[], setter: number | undefined) {
  const owner = people.some((one) => owners.includes(one))
  const other = setter !== undefined && people.includes(setter) && !owners.includes(setter)
  if (owner && other) return block.text('Its owner and whoever set it are told.')
  if (other) return block.text('Whoever set it is told.')
  return owner ? block.text('Its owner is told.') : undefined
}

/** The button that brings an action back, for those who may add one. A due day that has passed is not taken again. */
function recordAgain(action: ActionItem, today: Day): readonly Block[] {
  const past = action.dueOn !== null && action.dueOn < today
  const undo = button('Undo: record it again', 'meeting action add', {
    meeting: `M${action.meetingId}`,
    what: action.what,
    owner: ownerText(action),
    ...(action.dueOn === null || past ? {} : { due: action.dueOn }),
    ...(action.sourceLink === null ? {} : { source: action.sourceLink }),
  })
  return [
    ...(past ? [block.text('Its due day has passed; recorded again, it has none.')] : []),
    block.buttons(undo),
  ]
}
