import { isOfSecretariat } from '../../../db/directory/people.ts'
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
