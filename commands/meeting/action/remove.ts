import { lockAction, ownersOf, removeAction } from '../../../db/meetings/record/actions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { command, found } from '../../define.ts'
import { actionLine } from '../agenda/card.ts'
import { noteIt } from '../outcome/noteIt.ts'
import { ownerText, refuseStranger } from './owner.ts'

export const removeActionItem = command({
  group: 'action',
  name: 'remove',
  about: 'Remove an action that was recorded by mistake; its owner is told',
  options: { action: required(option.record({ about: 'A3', prefix: 'A' })) },
  access: anyone,
  audience: 'room',
  changes: true,
  examples: ['/meeting action remove A1'],
  async run(context, { action: id }) {
    const { db, now, caller } = context
    const action = found(await lockAction(db, id), `action A${id}`)
    refuseStranger(context, action)
    if (action.status === 'done')
      throw new UserError(`A${id} is done and belongs to the record; reopen it first.`)
    const people = (await ownersOf(db, id, now)).filter((personId) => personId !== caller.personId)
    await removeAction(db, id)
    context.about(`meeting:${action.meetingId}`)
    await noteIt(context, action.meetingId, rich`Removed the action ${actionLine(action)}.`)
    context.notify(
      people.map((personId) => ({
        key: `action-removed:${id}:${personId}`,
        personId,
        kind: 'action',
        subject: `meeting:${action.meetingId}`,
        message: message(
          rich`${caller.name} removed the action A${id} ${action.what}: nothing is left to do.`,
        ),
      })),
    )
    return message(
      rich`Removed: ${actionLine(action)}.`,
      people.length > 0 ? block.text('Its owner is told.') : undefined,
      block.buttons(
        button('Undo: record it again', 'meeting action add', {
          meeting: `M${action.meetingId}`,
          what: action.what,
          owner: ownerText(action),
          ...(action.dueOn === null || action.dueOn < context.today ? {} : { due: action.dueOn }),
        }),
      ),
    )
  },
})
