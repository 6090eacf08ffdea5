import { actionById } from '../../../db/meetings/record/actionById.ts'
import type { ActionItem } from '../../../db/meetings/record/actionRows.ts'
import { lockAction, ownersOf } from '../../../db/meetings/record/actions.ts'
import { rewordAction } from '../../../db/meetings/record/rewordAction.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { orUserError, UserError } from '../../../src/core/errors.ts'
import { goesOn } from '../../../src/core/language/telling/fragment.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { shorten, stopAfter } from '../../../src/core/text/text.ts'
import { readDay } from '../../../src/core/time/typedDay.ts'
import { type Context, command, found, type Question } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { actionLine } from '../agenda/card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'
import { mayChangeAction, refuseStranger } from './owner.ts'
import { tellConcerned } from './tellConcerned.ts'
import { actionButtons } from './tellOwners.ts'
import { refuseTwin } from './twin.ts'

export const editAction = command({
  group: 'action',
  name: 'edit',
  about: 'Change what an action says',
  options: {
    action: required(option.record({ about: 'A3', prefix: 'A' })),
    what: required(option.text({ about: 'What is to be done', max: 500, multiline: true })),
    undoes: undoesOption,
  },
  access: anyone,
  onlyFor: 'the owner, members of the group, and the secretariat',
  audience: 'room',
  changes: true,
  mayAsk: true,
  asksWhen: 'where the words go on with a sentence, or are but one',
  examples: ['/meeting action edit A1 what:"Circulate the second draft"'],
  async present({ db, caller }, { action: id }) {
    const action = await actionById(db, id)
    return action && mayChangeAction(caller, action) ? { what: action.what } : {}
  },
  async run(context, { action: id, what, undoes }) {
    const { db, now, caller } = context
    const before = found(await lockAction(db, id), `action A${id}`)
    refuseStranger(context, before)
    if (before.status === 'done')
      throw new UserError(`A${id} is done and belongs to the record; reopen it first.`)
    const stands = `A${id} says: ${before.what}${stopAfter(before.what)}`
    refuseOverruled(undoes, before.what, stands)
    const undo = undoesOf(what, before.what, stands)
    if (!context.confirmed && undoes === undefined && goesOn(what.trim().replace(/[.!?]$/, '')))
      return askWhether(context, before, what)
    await refuseTwin(context, { ...before, what })
    const owners = await ownersOf(db, id, now)
    const setter = await rewordAction(db, id, what, now)
    const after = found(await lockAction(db, id), `action A${id}`)
    context.about(`meeting:${after.meetingId}`)
    await noteInHistory(
      context,
      after.meetingId,
      rich`Changed the action ${actionLine(after)}; it said: ${before.what}`,
    )
    return message(
      rich`Changed: ${actionLine(after)}.`,
      block.text(`It said: ${before.what}`),
      tellConcerned(
        context,
        { action: after, owners, setter, news: 'reworded' },
        message(
          rich`${byWhom(caller, after.groupIds)} put the action A${id} in other words: “${what}”. It said “${before.what}”.`,
          block.text(`Is that wrong? Speak to ${caller.name}.`),
          actionButtons(after, owners.length > 1),
        ),
      ),
      block.buttons(
        button('Undo: as before', 'meeting action edit', {
          action: `A${id}`,
          what: before.what,
          undoes: undo,
        }),
        { ...button('Hand over', 'meeting action hand-over', { action: `A${id}` }), ask: true },
      ),
    )
  },
})

/** Asks whether words that may be the rest of a sentence are what is to be done: `to Friday`, `done`, `because it is wrong`. */
function askWhether({ now, zone }: Context, { id }: Pick<ActionItem, 'id'>, what: string): Question {
  const action = `A${id}`
  const due = what.trim().replace(/^(?:to|by|until|till|for|due) /i, '')
  const isDay = !(orUserError(() => readDay(due, { now, zone })) instanceof UserError)
  const meant = [
    ...(isDay
      ? [button(`Due: ${shorten(due, 30)}`, 'meeting action hand-over', { action, owner: 'same', due })]
      : []),
    ...(/^(?:is )?(?:done|finished|completed|ready)$/i.test(what.trim())
      ? [button('It is done', 'meeting action done', { action })]
      : []),
  ]
  return {
    kind: 'question',
    message: message(
      rich`Nothing is changed yet. “${what}” would be all that ${action} says.`,
      meant.length > 0 ? block.buttons(...meant) : undefined,
    ),
    yes: 'That is to be done',
    values: {},
  }
}
