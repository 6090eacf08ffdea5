import { UserError } from '../../../src/core/errors.ts'
import type { Caller } from '../../../src/core/feature/caller.ts'

/**
 * Raises `UserError` unless the caller may look after people of these entities: the secretariat of all, a coordinator
 * of their own alone. A person who changes entities has two.
 */
export function mayLookAfter(caller: Caller, entities: readonly (number | null)[]): void {
  if (caller.isSecretariat) return
  const own = caller.entityId
  if (caller.isCoordinator && own !== null && entities.every((id) => id === own)) return
  throw new UserError(
    `You look after the people of ${caller.entityAcronym ?? 'your entity'} alone; the secretariat can do this for others. Nothing was changed.`,
  )
}
