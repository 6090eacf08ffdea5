import { entityById } from '../../db/directory/visibility/entityById.ts'
import type { LibraryItem } from '../../db/library/items.ts'
import { UserError } from '../../src/core/errors.ts'
import { belongs, type Caller } from '../../src/core/feature/caller.ts'
import type { GroupRef } from '../../src/core/option.ts'
import type { Context } from '../define.ts'

/** Lets members through: of the group, where one is named, else of any group or of a member entity. Raises `UserError`. */
export async function refuseNonMember(
  { db, caller }: Context,
  group: GroupRef | undefined,
  what: string,
): Promise<void> {
  if (group) {
    if (belongs(caller, group.id)) return
    throw new UserError(
      `Only the members of ${group.acronym} and the secretariat may ${what} for it. Leave out wg: to do it for your entity.`,
      { option: 'wg' },
    )
  }
  if (await isMember({ db, caller })) return
  throw new UserError(`Only members may ${what}; you observe. Ask the secretariat to do it for you.`)
}

/** Whether somebody is of the secretariat, holds a role other than observer in a group, or belongs to a member entity. */
export async function isMember({ db, caller }: Pick<Context, 'db' | 'caller'>): Promise<boolean> {
  if (caller.isSecretariat || caller.roles.some(({ role }) => role !== 'observer')) return true
  const entity = caller.entityId === null ? undefined : await entityById(db, caller.entityId)
  return entity?.kind === 'member'
}

/**
 * Whether somebody may change an item: whoever added it, people of the entity that issued it, or whose colleague added
 * it, the members of its group, and the secretariat.
 */
export function mayChangeItem(caller: Caller, item: LibraryItem): boolean {
  if (caller.isSecretariat || item.addedBy === caller.personId) return true
  if (item.groupId !== null && belongs(caller, item.groupId)) return true
  return caller.entityId !== null && [item.entityId, item.adderEntityId].includes(caller.entityId)
}

export function refuseStranger(caller: Caller, item: LibraryItem): void {
  if (mayChangeItem(caller, item)) return
  const group = item.group === null ? '' : `, the members of ${item.group}`
  throw new UserError(
    `LIB${item.id} was added by somebody of another entity; only they${group} and the secretariat may change it.`,
  )
}
