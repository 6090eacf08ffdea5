import { closerOf, lockAction, ownersOf, setDone } from '../../../db/meetings/record/actions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { command, found } from '../../define.ts'
import { actionLine } from '../agenda/card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { refuseStranger } from './owner.ts'
import { tellOfAction } from './tellOfAction.ts'

export const doneAction = command({
  group: 'action',
  name: 'done',
  about: 'Mark an action as done',
  options: {
    action: required(option.record({ about: 'A3', prefix: 'A' })),
    reopen: option.flag({ about: 'It is not done after all' }),
    note: option.text({ about: 'A word on how it ended', max: 300 }),
  },
  access: anyone,
  onlyFor: 'the owner, members of the group, and the secretariat',
  audience: 'room',
  changes: true,
  examples: ['/meeting action done A1'],
  async run(context, { action: id, reopen = false, note }) {
    const { db, caller, now } = context
    const action = found(await lockAction(db, id), `action A${id}`)
    refuseStranger(context, action)
    const after = reopen ? 'open' : 'done'
    if (action.status === after) {
      const by = reopen ? undefined : await closerOf(db, id)
      throw new UserError(
        `A${id} is ${after} already${by === undefined ? '' : `: ${by} marked it as done`}. Nothing was changed.`,
      )
    }
    await setDone(db, id, reopen ? null : caller.personId, now)
    const told = tellOfAction(
      context,
      { ...action, turns: action.turns + 1 },
      {
        owners: await ownersOf(db, id, now),
        news: reopen ? { kind: 'reopened' } : { kind: 'done', note },
      },
    )
    context.about(`meeting:${action.meetingId}`)
    await noteInHistory(
      context,
      action.meetingId,
      reopen
        ? rich`Reopened the action A${id} ${action.what}.`
        : rich`The action A${id} ${action.what} is done${note === undefined ? '' : `: ${note}`}.`,
    )
    const values = { action: `A${id}` }
    return message(
      reopen ? rich`Open again: ${actionLine(action)}.` : rich`Done: A${id} ${action.what}.`,
      note === undefined ? undefined : block.text(rich`In the history of the meeting: ${note}`),
      told,
      block.buttons(
        reopen
          ? button('Done', 'meeting action done', values)
          : button('Undo: open again', 'meeting action done', { ...values, reopen: 'yes' }),
      ),
    )
  },
})
