import type { TermFields } from '../../../../db/directory/import/terms.ts'
import type { Role } from '../../../../src/core/feature/caller.ts'
import { addDays, type Day, formatDay } from '../../../../src/core/time/day.ts'
import type { StandingTerm } from './chairs.ts'

/** What the store forbids: two chairs at once, one seat twice, a member who is an observer too. */
export function overlaps(one: TermFields, other: TermFields): boolean {
  if (one.groupId !== other.groupId || !shareADay(one, other)) return false
  if (one.role === 'chair' && other.role === 'chair') return true
  const holder = one.entityId === other.entityId && one.personId === other.personId
  return holder && (one.role === other.role || (isSeat(one.role) && isSeat(other.role)))
}

/** Whether two terms share a day. */
export function shareADay(one: Days, other: Days): boolean {
  return (
    (one.until === null || other.from === null || other.from < one.until) &&
    (other.until === null || one.from === null || one.from < other.until)
  )
}

type Days = Pick<TermFields, 'from' | 'until'>

function isSeat(role: Role): boolean {
  return role === 'member' || role === 'observer'
}

export function clashWords({ role, from, until }: TermFields, entity: string): string {
  const since = from === null ? '' : ` from ${formatDay(from)}`
  const to = until === null ? ' without a last day' : ` to ${formatDay(addDays(until, -1))}`
  return `${entity} is ${role} on some of these days:${since}${to}. End that term first, or give other days.`
}

/** The same seat from the same day; without a day in the file, the one that lasts, else any of the seat. */
export function isSame(one: StandingTerm, term: TermFields, anyDay: boolean, today: Day): boolean {
  const seat =
    one.groupId === term.groupId &&
    one.role === term.role &&
    one.entityId === term.entityId &&
    // The role's holder need not be mentioned again.
    (term.personId === null || one.personId === term.personId)
  if (!seat) return false
  if (one.from === term.from) return true
  return anyDay && (one.from ?? '') <= today && (one.until === null || one.until > today)
}

/** `FAO as chair of DATA`, for terms on record that a list leaves out. */
export function termNames(
  terms: readonly TermFields[],
  entities: ReadonlyMap<number, string>,
  groups: readonly { readonly id: number; readonly acronym: string }[],
): readonly string[] {
  const acronyms = new Map(groups.map(({ id, acronym }) => [id, acronym]))
  return terms.map(
    ({ entityId, role, groupId }) =>
      `${entities.get(entityId) ?? ''} as ${role} of ${acronyms.get(groupId) ?? ''}`,
  )
}
