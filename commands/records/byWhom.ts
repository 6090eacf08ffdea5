import type { Caller } from '../../src/core/feature/caller.ts'

const leading: readonly string[] = ['chair', 'co-chair', 'vice-chair']

/**
 * Who changed something, and as what, as a notice says it: `INTERPOL focal point (chair of ETCIP)`. Of a record of groups
 * it is their seat there that counts.
 */
export function byWhom(caller: Caller, groupIds: readonly number[] = []): string {
  const as = capacity(caller, groupIds)
  return as === undefined ? caller.name : `${caller.name} (${as})`
}

function capacity(
  { roles, isSecretariat, isCoordinator, entityAcronym }: Caller,
  groupIds: readonly number[],
): string | undefined {
  const here = roles.filter(({ groupId }) => groupIds.includes(groupId))
  const lead = here.find(({ role }) => leading.includes(role))
  if (lead) return `${lead.role} of ${lead.groupAcronym}`
  if (isSecretariat) return 'secretariat'
  if (isCoordinator && groupIds.length === 0 && entityAcronym !== null)
    return `coordinator of ${entityAcronym}`
  return entityAcronym ?? undefined
}
