import { setUpdateStatus } from '../../db/newsletter/changeUpdates.ts'
import { lockUpdate, type Update } from '../../db/newsletter/updates.ts'
import { anyone, secretariat } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { type Context, command, found } from '../define.ts'
import { editButton } from './card.ts'
import { lockOwn } from './edit.ts'
import { which } from './options.ts'

export const withdraw = command({
  name: 'withdraw',
  about: 'Take an update back; it stays on record and can be restored',
  options: { update: which },
  access: anyone,
  changes: true,
  examples: ['/update withdraw U1'],
  async run(context, { update: id }) {
    const update = await lockOwn(context, id)
    if (update.status === 'withdrawn')
      throw new UserError(`U${id} is withdrawn already; nothing was changed.`)
    const decision = await setUpdateStatus(context.db, id, 'withdrawn', null)
    context.about(`update:${id}`)
    if (update.authorId !== context.caller.personId) {
      tellAuthor(
        context,
        update,
        decision,
        'withdrawn',
        message(rich`The secretariat withdrew your update U${id}: ${update.text}`),
      )
    }
    return message(
      rich`Withdrawn U${id}: ${update.text}`,
      block.buttons(button('Undo: restore it', 'update restore', { update: `U${id}` })),
    )
  },
})

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
    await setUpdateStatus(context.db, id, 'proposed', null)
    context.about(`update:${id}`)
    return message(
      rich`Restored U${id}: ${update.text}`,
      block.buttons(button('Undo: withdraw it', 'update withdraw', { update: `U${id}` })),
    )
  },
})

export const accept = command({
  name: 'accept',
  about: 'Accept an update for the newsletter; its author is told',
  options: { update: which },
  access: secretariat,
  changes: true,
  examples: ['/update accept U1'],
  async run(context, { update: id }) {
    const update = await lockForTriage(context, id, 'accepted')
    const decision = await setUpdateStatus(context.db, id, 'accepted', null)
    tellAuthor(
      context,
      update,
      decision,
      'accepted',
      message(rich`Your update U${id} was accepted for the newsletter: ${update.text}`),
    )
    return message(
      rich`Accepted U${id}: ${update.text}`,
      block.buttons(
        button('Undo: return it', 'update return', { update: `U${id}`, comment: 'Accepted by mistake.' }),
      ),
    )
  },
})

export const returnToAuthor = command({
  name: 'return',
  about: 'Give an update back to its author with a comment',
  options: {
    update: which,
    comment: required(option.text({ about: 'What the author should change', max: 1000, multiline: true })),
  },
  access: secretariat,
  changes: true,
  examples: ['/update return U1 comment:"Which days was it?"'],
  async run(context, { update: id, comment }) {
    const update = await lockForTriage(context, id, 'returned')
    const decision = await setUpdateStatus(context.db, id, 'returned', comment)
    tellAuthor(
      context,
      update,
      decision,
      'returned',
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
      // Only an acceptance can be put back; what was proposed waits for a decision.
      update.status === 'accepted'
        ? block.buttons(button('Undo: accept it', 'update accept', { update: `U${id}` }))
        : undefined,
    )
  },
})

async function lockForTriage(context: Context, id: number, to: 'accepted' | 'returned'): Promise<Update> {
  const update = found(await lockUpdate(context.db, id), `update U${id}`)
  if (update.status === to) throw new UserError(`U${id} is ${to} already; nothing was changed.`)
  if (update.status === 'withdrawn') throw new UserError(`U${id} was withdrawn; nothing was changed.`)
  context.about(`update:${id}`)
  return update
}

function tellAuthor(
  { notify }: Context,
  update: Update,
  decision: number,
  kind: 'accepted' | 'returned' | 'withdrawn',
  said: Message,
): void {
  const key = `decision:${update.id}:${decision}`
  notify([{ key, personId: update.authorId, kind, subject: `update:${update.id}`, message: said }])
}
