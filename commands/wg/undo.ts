import { changeOf } from '../../db/directory/edit/changes.ts'
import { altersTerms, revertTerms } from '../../db/directory/terms/groupTerms.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { leads } from '../../src/core/feature/caller.ts'
import { type Button, block, button, message } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { command, found } from '../define.ts'

export const undo = command({
  name: 'undo',
  about: 'Undo an appointment, a release, a join or a leave, exactly',
  options: {
    change: required(option.record({ about: 'The number of the change, such as D12', prefix: 'D' })),
  },
  access: anyone,
  audience: 'room',
  changes: true,
  examples: ['/wg undo D1'],
  async run(context, { change: number }) {
    const { db, caller, now } = context
    const change = found(await changeOf(db, number), `change D${number}`)
    if (!altersTerms(change))
      throw new UserError(`D${number} is not a change of roles; /directory revert D${number} takes it back.`)
    const seats = rolesIn(change.before).concat(rolesIn(change.after))
    const mayChair = seats.every((role) => role === 'member' || role === 'observer')
    if (!caller.isSecretariat && !(mayChair && leads(caller, change.recordId)))
      throw new UserError(
        mayChair
          ? 'Only the chairs of the group and the secretariat change who sits in it.'
          : 'Only the secretariat changes who leads a group.',
      )
    const made = await revertTerms(db, change, { by: caller.personId, now })
    context.about(`group:${change.recordId}`)
    return message(`Took D${number} back: the terms are as they were before.`, block.buttons(undoTerms(made)))
  },
})

/** The button that takes a change of a group's terms back. */
export function undoTerms(change: number): Button {
  return button('Undo', 'wg undo', { change: `D${change}` }, 'danger')
}

function rolesIn(columns: Readonly<Record<string, unknown>> | null): string[] {
  const roles = columns?.['roles']
  return Array.isArray(roles) ? roles.map(({ role }: { readonly role: string }) => role) : []
}
