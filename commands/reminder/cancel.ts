import { lockReminder, type Reminder, setReminderStatus } from '../../db/ledger/reminders/reminders.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { type Caller, leads } from '../../src/core/feature/caller.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { type Context, command } from '../define.ts'
import { timeAfter } from './series.ts'

export const cancel = command({
  name: 'cancel',
  about: 'Cancel one of your reminders, or one of a group that you lead',
  options: { reminder: required(option.record({ about: 'Its number, e.g. R3', prefix: 'R' })) },
  access: anyone,
  changes: true,
  examples: ['/reminder cancel R1'],
  async run(context, { reminder: id }) {
    const found = await ownReminder(context, id)
    if (found.status !== 'waiting')
      throw new UserError(`You have no reminder R${id} ahead. /reminder list shows those you have.`)
    await setReminderStatus(context.db, id, 'cancelled', found.at)
    context.about(`reminder:${id}`)
    return message(
      rich`Cancelled R${id} of ${moment(found.at, context.zone)}: ${found.text}`,
      block.buttons(button('Undo: set it again', 'reminder restore', { reminder: `R${id}` })),
    )
  },
})

export const restore = command({
  name: 'restore',
  about: 'Restore a cancelled reminder, just as it was',
  options: { reminder: required(option.record({ about: 'Its number, e.g. R3', prefix: 'R' })) },
  access: anyone,
  changes: true,
  examples: ['/reminder restore R1'],
  async run(context, { reminder: id }) {
    const { db, now, zone } = context
    const found = await ownReminder(context, id)
    if (found.status === 'waiting') throw new UserError(`R${id} is set: ${found.text}. Nothing was changed.`)
    const at = found.at > now ? found.at : timeAfter(found, now)?.at
    if (found.status === 'sent' || at === undefined) {
      throw new UserError(`The moment of R${id} has passed, so it cannot be set again as it was.`, {
        buttons: [{ ...button('Set it for another time', 'reminder add', { text: found.text }), ask: true }],
      })
    }
    await setReminderStatus(db, id, 'waiting', at)
    context.about(`reminder:${id}`)
    return message(
      rich`R${id} is set again${found.groupId === null ? ': I shall remind you' : ' for the group:'} ${moment(at, zone)}: ${found.text}`,
      block.buttons(button('Undo: cancel it', 'reminder cancel', { reminder: `R${id}` })),
    )
  },
})

/** A reminder that the caller may change, held until this command ends. Raises `UserError`. */
export async function ownReminder(
  { db, caller }: Context,
  id: number,
): Promise<Reminder & { readonly status: string }> {
  const found = await lockReminder(db, id)
  // Whose reminder it is else is nobody's business.
  if (!found || !mayChange(caller, found))
    throw new UserError(`You have no reminder R${id} ahead. /reminder list shows those you have.`)
  return found
}

/** A reminder is changed by whoever set it, one of a group by those who lead it. */
export function mayChange(
  caller: Caller,
  { groupId, personId }: Pick<Reminder, 'groupId' | 'personId'>,
): boolean {
  return groupId === null ? personId === caller.personId : leads(caller, groupId)
}
