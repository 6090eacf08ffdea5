import type { Caller } from '../../src/core/feature/caller.ts'
import { type Button, button } from '../../src/core/message.ts'

/** A card has a button for the meetings of this many groups at most. */
const mostGroups = 2

/** Leads from the card of an entity, or of one of its people, to the meetings of its groups and to its updates. */
export function leadsOn(
  caller: Caller,
  entity: { readonly id: number | null; readonly acronym: string | null },
  groups: readonly string[],
): readonly Button[] {
  const { id, acronym } = entity
  return [
    ...[...new Set(groups)]
      .slice(0, mostGroups)
      .map((wg) => button(`Meetings of ${wg}`, 'meeting list', { wg })),
    ...(acronym !== null && (caller.isSecretariat || caller.entityId === id)
      ? [button('Updates', 'update list', { entity: acronym })]
      : []),
  ]
}
