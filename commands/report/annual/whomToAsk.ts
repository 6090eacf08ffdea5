import type { ReportingGroup } from '../../../db/report/groupsOfYear.ts'
import type { Lead } from '../../../src/core/feature/lead.ts'

/**
 * Whom a lead speaks to: the chairs before the day; the first lead after it to those who stand in for them, the last to
 * the secretariat, and those between to the coordinators of the entities in the chair. The first goes to the next who
 * are there.
 */
export function whomToAsk(
  { leaders, coordinators }: ReportingGroup,
  { days }: Lead,
  { first, last }: { readonly first: number; readonly last: number },
  secretariat: readonly number[],
): readonly number[] {
  const idsOf = (people: typeof leaders) => [...new Set(people.map(({ personId }) => personId))]
  const chairs = idsOf(leaders.filter(({ role }) => role === 'chair'))
  const others = idsOf(leaders.filter(({ role }) => role !== 'chair'))
  const above = coordinators.filter((id) => !chairs.includes(id))
  if (days >= 0) return [chairs, others, secretariat].find((step) => step.length > 0) ?? []
  if (days === last) return secretariat
  // Where nobody stands in, the coordinators were asked with the first.
  if (days !== first) return others.length > 0 ? above : []
  return [others, above, secretariat].find((step) => step.length > 0) ?? []
}

/** What somebody who is asked for a report is, to complete “you are …”. */
export function officeOf({ leaders, coordinators, acronym }: ReportingGroup, personId: number): string {
  const roles = leaders.filter((one) => one.personId === personId).map(({ role }) => role)
  if (roles.includes('chair')) return `a chair of ${acronym}`
  if (roles.length > 0) return `one of those who stand in for the chair of ${acronym}`
  return coordinators.includes(personId)
    ? `a coordinator of the entity that chairs ${acronym}`
    : 'of the secretariat, which is asked last'
}
