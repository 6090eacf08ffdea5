import type { Role } from '../../../src/core/feature/caller.ts'

/** A term of a naive model: days are numbers, `until` is the first day after it, `Infinity` while it lasts. */
export interface ModelTerm {
  readonly role: Role
  readonly entityId: number
  readonly from: number
  readonly until: number
}

/** The terms after an appointment; undefined where it is refused. */
export function appointed(terms: readonly ModelTerm[], term: ModelTerm): readonly ModelTerm[] | undefined {
  if (term.until <= term.from) return undefined
  if (term.role === 'chair' && term.until === Infinity) {
    const ahead = terms.filter(({ role, from }) => role === 'chair' && from > term.from)
    return place(terms, { ...term, until: Math.min(Infinity, ...ahead.map(({ from }) => from)) })
  }
  return place(terms, term)
}

function place(terms: readonly ModelTerm[], term: ModelTerm): readonly ModelTerm[] | undefined {
  const after = terms.map((one) => {
    const inOffice = one.from < term.from && term.from < one.until
    return inOffice && givesWay(one, term) ? { ...one, until: term.from } : one
  })
  return after.some((one) => mayNotStandTogether(one, term)) ? undefined : [...after, term]
}

/** The terms after a role ends on the day `from`; undefined where nothing could end then. */
export function released(
  terms: readonly ModelTerm[],
  { role, entityId, from: day, today }: Omit<ModelTerm, 'until'> & { readonly today: number },
): readonly ModelTerm[] | undefined {
  const mine = terms.filter((one) => one.role === role && one.entityId === entityId)
  const gone = mine.filter(({ from }) => from === day && from >= today)
  const ended = mine.filter(({ from, until }) => from < day && day < until && until > today)
  if (gone.length + ended.length === 0) return undefined
  return terms
    .filter((one) => !gone.includes(one))
    .map((one) => (ended.includes(one) ? { ...one, until: day } : one))
}

/** A group has one chair a day; an entity holds a role once, and is either member or observer. */
export function mayNotStandTogether(one: ModelTerm, other: ModelTerm): boolean {
  if (one.until <= other.from || other.until <= one.from) return false
  if (one.role === 'chair' && other.role === 'chair') return true
  if (one.entityId !== other.entityId) return false
  return one.role === other.role || (isSeat(one.role) && isSeat(other.role))
}

function givesWay(one: ModelTerm, to: ModelTerm): boolean {
  if (to.role === 'chair') return one.role === 'chair' && one.entityId !== to.entityId
  return one.entityId === to.entityId && one.role !== to.role && isSeat(one.role) && isSeat(to.role)
}

function isSeat(role: Role): boolean {
  return role === 'member' || role === 'observer'
}
