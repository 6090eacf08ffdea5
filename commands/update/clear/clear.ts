import {
  type Clearance,
  clearancesOf,
  clearUpdate,
  unclearUpdate,
} from '../../../db/newsletter/clearance/clearances.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { list } from '../../../src/core/text/list.ts'
import { type Context, command } from '../../define.ts'
import { lockOpenUpdate } from '../decide/openUpdate.ts'
import { updateOption } from '../options.ts'
import { nextButton } from '../tell.ts'

export const clear = command({
  name: 'clear',
  about: 'Clear your entity’s update, or your group’s line, for the secretariat',
  options: { update: updateOption, back: option.flag({ about: 'Take your clearance back' }) },
  access: anyone,
  changes: true,
  examples: ['/update clear U1'],
  async run(context, { update: id, back }) {
    const { db, now, caller } = context
    const update = await lockOpenUpdate(context, id)
    const wanted = await clearancesOf(db, [id])
    const mine = wanted.filter((one) => mayClear(context, one))
    if (wanted.length === 0)
      throw new UserError(
        `Nobody asks for clearance of U${id}; it is with the secretariat. /update clearance shows whose updates are cleared.`,
      )
    const [first] = mine
    if (!first)
      throw new UserError(`U${id} is cleared by ${list(wanted.map(whoClears), 'and')}. Nothing was changed.`)
    const open = mine.filter(({ at }) => (back ? at !== null : at === null))
    if (open.length === 0)
      throw new UserError(
        back
          ? `U${id} is not cleared; nothing was changed.`
          : `U${id} was cleared by ${first.by} already; nothing was changed.`,
      )
    for (const { kind } of open) {
      if (back) await unclearUpdate(db, { id, kind })
      else await clearUpdate(db, { id, kind, by: caller.personId }, now)
    }
    const names = list(
      open.map(({ name }) => name),
      'and',
    )
    if (back) return message(rich`Taken back: U${id} waits for clearance by ${names} again.`)
    if (update.authorId !== caller.personId) {
      const notice = message(rich`${caller.name} cleared your update U${id} for ${names}: ${update.text}`)
      // Each version may be cleared again, and is announced again.
      context.notify([
        {
          key: `cleared:${id}:${update.version}:${open.map(({ kind }) => kind).join('+')}`,
          personId: update.authorId,
          kind: 'cleared',
          subject: `update:${id}`,
          message: notice,
        },
      ])
    }
    const left = wanted.filter((one) => one.at === null && !open.includes(one))
    return message(
      rich`Cleared U${id} for ${names}: ${update.text}`,
      left.length > 0 ? block.text(`It still waits for ${list(left.map(whoClears), 'and')}.`) : undefined,
      block.buttons(
        button('Undo', 'update clear', { update: `U${id}`, back: 'yes' }),
        ...(caller.isSecretariat ? [nextButton] : []),
      ),
    )
  },
})

/** Whether the caller may give a clearance. */
export function mayClear({ caller }: Context, { kind, entityId, groupId }: Clearance): boolean {
  if (caller.isSecretariat) return true
  return kind === 'entity'
    ? caller.isCoordinator && entityId !== null && caller.entityId === entityId
    : leads(caller, groupId)
}

/** `the coordinators of CTED`, `the chairs of ETCIP`. */
export function whoClears({ kind, name }: Clearance): string {
  return kind === 'entity' ? `the coordinators of ${name}` : `the chairs of ${name}`
}
