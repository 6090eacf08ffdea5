import { rolesOf } from '../../../db/directory/terms/rolesOf.ts'
import { type Block, type Button, block, button } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import type { Context } from '../../define.ts'

/** How many roles get a button of their own. */
const mostOffered = 3

/** Says which roles somebody who represents another entity from now on keeps for the former one, since they hold them by name. */
export async function heldForFormer(
  { db, caller, today }: Context,
  person: { readonly id: number; readonly name: string },
): Promise<{ readonly said: Block | undefined; readonly buttons: readonly Button[] }> {
  const kept = (await rolesOf(db, person.id, today)).flatMap(({ role, acronym: wg, heldFor }) =>
    heldFor === null ? [] : [{ role, wg, entity: heldFor }],
  )
  if (kept.length === 0) return { said: undefined, buttons: [] }
  const roles = kept.map(({ role, wg, entity }) => `${role} of ${wg} for ${entity}`)
  return {
    said: block.text(`${person.name} stays ${list(roles, 'and')}, a role held by name.`),
    buttons: caller.isSecretariat
      ? kept
          .slice(0, mostOffered)
          .map((one) =>
            button(`End ${one.role} of ${one.wg}`, 'wg release', { ...one, person: `P${person.id}` }),
          )
      : [],
  }
}
