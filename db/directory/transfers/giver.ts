import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import { type HeldTerm, newTermDays } from './held.ts'
import type { Successor } from './transferTerms.ts'

/** Who hands a role over. */
export interface HandoverGiver {
  /** Null where an entity holds the role. */
  readonly from: number | null
  readonly holder: HeldTerm
  /** Whether the term is the successor's already, so that only what is in hand moves. */
  readonly isTheirs: boolean
}

/** Who of these terms in a role hands it over on a day. Raises `UserError` where that is nobody, or several. */
export function giverOf(terms: readonly HeldTerm[], role: Role, to: Successor, on: Day): HandoverGiver {
  const holder = holderOf(terms, on)
  // Whoever was appointed ahead takes over from the chair before: what is in hand, the term being theirs.
  const before = holder.entityId === to.entityId ? predecessor(terms, role, holder, on) : undefined
  const isTheirs = before !== undefined && (holder.personId ?? to.id) === to.id
  return { from: isTheirs ? before.personId : holder.personId, holder, isTheirs }
}

function holderOf(terms: readonly HeldTerm[], on: Day): HeldTerm {
  // A term that begins on that very day changes hands as it is.
  const then = terms.filter(({ first, end, ahead }) => (end === null || end > on) && (!ahead || first === on))
  // Where nobody has the role on that day, whoever holds it until then hands it over.
  const [holder, ...others] = then.length > 0 ? then : terms.filter(({ end }) => end === on)
  if (!holder)
    throw new UserError(
      'Nobody holds that role on that day. /wg history shows the terms. Nothing was changed.',
    )
  if (others.length > 0) {
    throw new UserError(
      `Several hold that role: ${[holder, ...others].map(({ entity }) => entity).join(', ')}. Name the person who hands over. Nothing was changed.`,
    )
  }
  return holder
}

/** Who chaired until a term began that is still new on a day. */
function predecessor(
  terms: readonly HeldTerm[],
  role: Role,
  { first }: HeldTerm,
  on: Day,
): HeldTerm | undefined {
  if (first === null || role !== 'chair' || addDays(first, newTermDays) < on) return undefined
  return terms.find(({ end }) => end === first)
}
