import { setUpdateStatus, takeBack } from '../../../db/newsletter/decideUpdates.ts'
import { lockUpdate, type Update } from '../../../db/newsletter/updates.ts'
import { anyone, secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { type Context, command, found } from '../../define.ts'
import { editButton } from '../card.ts'
import { which } from '../options.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { lockOwn } from '../write/edit.ts'
import { refuseMerged } from './live.ts'

export const withdraw = command({
  name: 'withdraw',
  about: 'Withdraw an update; it stays on record and can be restored',
  options: { update: which },
  access: anyone,
  changes: true,
  examples: ['/update withdraw U1'],
  async run(context, { update: id }) {
    const update = await lockOwn(context, id)
    refuseMerged(update)
    if (update.status === 'withdrawn')
      throw new UserError(`U${id} is withdrawn already; nothing was changed.`)
    return withdrawUpdate(context, update)
  },
})

/** Withdraws an update, locked by the caller, and tells whom it concerns. */
export async function withdrawUpdate(context: Context, update: Update): Promise<Message> {
  const { id } = update
  const by = context.caller.personId
  const change = await setUpdateStatus(context.db, { id, status: 'withdrawn', comment: null, by })
  context.about(`update:${id}`)
  const told =
    update.authorId === by ? (update.status === 'accepted' ? update.acceptedBy : null) : update.authorId
  if (told !== null && told !== by) {
    const said =
      told === update.authorId
        ? rich`The secretariat withdrew your update U${id}: ${update.text}`
        : rich`${update.author} withdrew U${id}, which you had accepted: ${update.text}`
    tellPerson(context, update, change, { personId: told, kind: 'withdrawn' }, message(said))
  }
  return message(
    rich`Withdrawn U${id}: ${shorten(update.text, 80)}`,
    update.status === 'accepted' && update.authorId === by
      ? block.text('It was accepted; the secretariat is told.')
      : undefined,
    block.buttons(
      undoButton(id, change, 'Undo: restore it'),
      ...(update.authorId === by ? [] : [nextButton]),
    ),
  )
}

export const restore = command({
  name: 'restore',
  about: 'Bring back an update that was withdrawn',
  options: { update: which },
  access: anyone,
  changes: true,
  examples: ['/update restore U1'],
  async run(context, { update: id }) {
    const update = await lockOwn(context, id)
    if (update.status !== 'withdrawn')
      throw new UserError(`U${id} is ${update.status}, not withdrawn; nothing was changed.`)
    // What was only withdrawn is again what it was, unless the secretariat withdrew it and its author brings it back.
    const { caller, db } = context
    const { former } = update
    const whole = former !== null && (former.by === caller.personId || caller.isSecretariat)
    const status = whole ? former.status : 'proposed'
    const change = whole
      ? await takeBack(db, id, former)
      : await setUpdateStatus(db, { id, status, comment: null, by: caller.personId })
    context.about(`update:${id}`)
    if (
      status === 'accepted' &&
      update.acceptedBy !== null &&
      update.acceptedBy !== context.caller.personId
    ) {
      const said = message(rich`${update.author} restored U${id}, which you had accepted: ${update.text}`)
      tellPerson(context, update, change, { personId: update.acceptedBy, kind: 'restored' }, said)
    }
    return message(
      rich`Restored U${id}, ${status}: ${shorten(update.text, 80)}`,
      block.buttons(button('Undo: withdraw it', 'update withdraw', { update: `U${id}` })),
    )
  },
})

export const returnToAuthor = command({
  name: 'return',
  about: 'Return an update to its author with a comment',
  options: {
    update: which,
    comment: required(option.text({ about: 'What the author should change', max: 1000, multiline: true })),
  },
  access: secretariat,
  changes: true,
  examples: ['/update return U1 comment:"Which days was it?"'],
  async run(context, { update: id, comment }) {
    const update = await lockForReturn(context, id)
    const decision = { id, status: 'returned', comment, by: context.caller.personId } as const
    const change = await setUpdateStatus(context.db, decision)
    tellPerson(
      context,
      update,
      change,
      { personId: update.authorId, kind: 'returned' },
      message(
        rich`The secretariat returned your update U${id}: ${comment}`,
        block.text(rich`You wrote: ${update.originalText}`),
        block.text(`Change it with /update edit U${id} text:"…"; it then goes to the secretariat again.`),
        block.buttons(
          editButton(id, update),
          button('Withdraw it', 'update withdraw', { update: `U${id}` }, 'danger'),
        ),
      ),
    )
    return message(
      rich`Returned U${id} to ${update.author}: ${comment}`,
      block.buttons(undoButton(id, change), nextButton),
    )
  },
})

async function lockForReturn(context: Context, id: number): Promise<Update> {
  const update = found(await lockUpdate(context.db, id), `update U${id}`)
  refuseMerged(update)
  if (update.status === 'returned' || update.status === 'withdrawn')
    throw new UserError(`U${id} is ${update.status} already; nothing was changed.`)
  context.about(`update:${id}`)
  return update
}
