import { changeOf } from '../../db/directory/edit/changes.ts'
import { altersTerms, lastTermChange, revertTerms } from '../../db/directory/terms/groupTerms.ts'
import { groupAcronym } from '../../db/directory/visibility/groupAcronym.ts'
import { anyone } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { leads } from '../../src/core/feature/caller.ts'
import { type Button, block, button, message } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { command, found } from '../define.ts'
import { asksFirst } from '../records/askWhereMany.ts'
import { changeTerms } from './told/changeTerms.ts'

export const undo = command({
  name: 'undo',
  about: 'Undo an appointment, a release, a join or a leave, exactly',
  options: {
    change: option.record({
      about: 'The number of the change, such as D12; your last one by default',
      prefix: 'D',
    }),
  },
  access: anyone,
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/wg undo D1'],
  async run(context, { change: given }) {
    const { db, caller, now } = context
    const number = given ?? (await lastTermChange(db, caller.personId))
    if (number === undefined) {
      throw new UserError(
        'You have changed no terms of a group that could be taken back. Give the number of a change, such as /wg undo D12; /directory audit lists them. Nothing was changed.',
        { option: 'change' },
      )
    }
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
    const group = await groupAcronym(db, change.recordId)
    const made = await changeTerms(context, { id: change.recordId, acronym: group }, async () => ({
      change: await revertTerms(db, change, { by: caller.personId, now }),
    }))
    if (asksFirst(made)) return { ...made, values: { change: `D${number}` } }
    context.about(`group:${change.recordId}`)
    return message(
      `Took D${number} back, a change of the terms of ${group}: they are as they were before.`,
      made.told,
      block.buttons(undoTerms(made.change), button('Show the terms', 'wg history', { wg: group })),
    )
  },
})

/** The button that takes a change of a group's terms back. */
export function undoTerms(change: number): Button {
  return button('Undo', 'wg undo', { change: `D${change}` })
}

function rolesIn(columns: Readonly<Record<string, unknown>> | null): string[] {
  const roles = columns?.['roles']
  return Array.isArray(roles) ? roles.map(({ role }: { readonly role: string }) => role) : []
}
