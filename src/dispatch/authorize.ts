import type { Access } from '../core/catalog.ts'
import { UserError } from '../core/errors.ts'
import { belongs, type Caller, leads } from '../core/feature/caller.ts'
import { button } from '../core/message.ts'

/**
 * The caller, if the command is open to such a one at all; null only for what everyone may use. Raises
 * `UserError` that says who may.
 */
export function authorize(access: Access, caller: Caller | null, words: string): Caller | null {
  if (access.who === 'everyone') return caller
  if (!caller) {
    throw new UserError(
      'I do not know you yet: this account is not linked to a person of the directory. Type /profile link followed by your e-mail address; until then only /help and /profile link answer.',
      { buttons: [button('Link my account', 'profile link'), button('Help', 'help')] },
    )
  }
  if (access.who === 'secretariat' && !caller.isSecretariat) {
    throw new UserError(`/${words} is for the secretariat alone.`)
  }
  if (access.who === 'coordinator' && !caller.isSecretariat && !caller.isCoordinator) {
    throw new UserError(`/${words} is for the secretariat, and for coordinators within their own entity.`)
  }
  return caller
}

/** For a command of one group's members or chairs, once the group is known. Raises `UserError`. */
export function authorizeFor(
  access: Access,
  caller: Caller | null,
  values: Readonly<Record<string, unknown>>,
): void {
  if ((access.who !== 'chair' && access.who !== 'member') || !caller) return
  const { groupId, label } = groupOf(values[access.of])
  const may = access.who === 'chair' ? leads(caller, groupId) : belongs(caller, groupId)
  if (may) return
  const who = access.who === 'chair' ? 'the chairs' : 'the members'
  throw new UserError(`Only ${who} of ${label} and the secretariat may do this; you are neither today.`)
}

function groupOf(value: unknown): { groupId: number | null; label: string } {
  if (typeof value !== 'object' || value === null) return { groupId: null, label: 'the group' }
  if ('groupId' in value)
    return { groupId: typeof value.groupId === 'number' ? value.groupId : null, label: 'its working group' }
  const id = 'id' in value && typeof value.id === 'number' ? value.id : null
  return {
    groupId: id,
    label: 'acronym' in value && typeof value.acronym === 'string' ? value.acronym : 'the group',
  }
}
