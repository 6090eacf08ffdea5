import type { ReportingGroup } from '../../../db/report/groupsOfYear.ts'
import type { Lead } from '../../../src/core/feature/rule.ts'

/** Whom a lead speaks to: a step without anybody is passed on to the next. */
export function asked(
  { leaders }: ReportingGroup,
  { days }: Lead,
  last: number,
  secretariat: readonly number[],
): readonly number[] {
  const chairs = leaders.filter(({ role }) => role === 'chair')
  const others = leaders.filter(({ role }) => role !== 'chair')
  const unique = (people: typeof leaders) => [...new Set(people.map(({ personId }) => personId))]
  if (days >= 0 && chairs.length > 0) return unique(chairs)
  return (days >= 0 || days > last) && others.length > 0 ? unique(others) : secretariat
}

/** What somebody who is asked for a report is, to complete “you are …”. */
export function officeOf({ leaders, acronym }: ReportingGroup, personId: number): string {
  const roles = leaders.filter((one) => one.personId === personId).map(({ role }) => role)
  if (roles.includes('chair')) return `a chair of ${acronym}`
  return roles.length > 0
    ? `one of those who stand in for the chair of ${acronym}`
    : 'of the secretariat, which is asked last'
}
