import { coordinatorsOf, secretariatPeople } from '../../../db/directory/people.ts'
import type { Context } from '../../define.ts'

/**
 * Whoever can mend what is on record of an entity's people: its coordinators, or the secretariat where there is none
 * but the one who asks.
 */
export async function correctorsOf(
  { db, caller }: Context,
  entityId: number | null,
): Promise<readonly number[]> {
  const coordinators = entityId === null ? [] : await coordinatorsOf(db, entityId)
  const others = coordinators.filter((id) => id !== caller.personId)
  return others.length > 0 ? others : secretariatPeople(db)
}
