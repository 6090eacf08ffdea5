import { isOfSecretariat } from '../../../db/directory/people.ts'
import { rolesOf } from '../../../db/directory/terms/rolesOf.ts'
import { UserError } from '../../../src/core/errors.ts'
import type { Caller } from '../../../src/core/feature/caller.ts'
import type { Context } from '../../define.ts'

/**
 * Raises `UserError` unless the caller may look after people of these entities: the secretariat of all, a coordinator
 * of their own alone. A person who changes entities has two.
 */
export function mayLookAfter(caller: Caller, entities: readonly (number | null)[]): void {
  if (looksAfter(caller, entities)) return
  throw new UserError(
    `You look after the people of ${caller.entityAcronym ?? 'your entity'} alone; the secretariat can do this for others. Nothing was changed.`,
  )
}

export function looksAfter(caller: Caller, entities: readonly (number | null)[]): boolean {
  if (caller.isSecretariat) return true
  const own = caller.entityId
  return caller.isCoordinator && own !== null && entities.every((id) => id === own)
}

/**
 * Raises `UserError` where somebody of the secretariat is another one’s to change: whoever has their address has their
 * rights, and whoever is retired has none.
 */
export async function refuseOfSecretariat(
  { db, caller }: Pick<Context, 'db' | 'caller'>,
  personId: number,
): Promise<void> {
  if (caller.isSecretariat || !(await isOfSecretariat(db, personId))) return
  throw new UserError(
    'They are of the secretariat, which alone changes the e-mail address of its people and retires them: their rights go with it. Nothing was changed.',
  )
}

/**
 * Raises `UserError` where a coordinator would change the address of somebody, retire them or take over what they hold,
 * who has a role in a group that the coordinator has not, as when it is held for another entity, or who is of the secretariat:
 * whoever has the address acts for its owner.
 */
export async function refuseOfHigher(context: Context, personId: number): Promise<void> {
  await refuseOfSecretariat(context, personId)
  const { db, caller, today } = context
  if (caller.isSecretariat || caller.personId === personId) return
  const beyond = (await rolesOf(db, personId, today)).find(
    ({ groupId, role }) => !caller.roles.some((own) => own.groupId === groupId && own.role === role),
  )
  if (!beyond) return
  throw new UserError(
    `They are ${beyond.role} of ${beyond.acronym}, and you are not: the secretariat alone changes their e-mail address, retires them and hands over what they hold, since their rights go with it. Nothing was changed.`,
  )
}
