import { UserError } from '../../../src/core/errors.ts'
import type { Role } from '../../../src/core/feature/caller.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { type HeldRoles, heldBeyond, holdersBeyond, holdersUntil } from './held.ts'
import type { Successor } from './passTerms.ts'
import { type Things, thingsOf } from './things.ts'

/** What is handed over: all that a person has in hand, or one role of one group, whoever holds it. */
export type Handed =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'role'; readonly groupId: number; readonly role: Role }

export interface Order {
  readonly handed: Handed
  readonly to: Successor
  readonly on: Day
  readonly withReminders: boolean
}

export interface Load {
  /** Who hands over; null where an entity holds the role. */
  readonly from: number | null
  readonly held: readonly HeldRoles[]
  readonly things: Things
}

/** What would move. Raises `UserError` where nobody or several hold the role. */
export async function loadOf(db: Db, { handed, to, on, withReminders }: Order, now: Date): Promise<Load> {
  if (handed.kind === 'role') {
    const holder = await holderOf(db, handed, on)
    // Whoever was appointed ahead takes over from the chair before: what is in hand, the term being theirs.
    const before = holder.entityId === to.entityId ? await predecessor(db, handed, holder, on) : undefined
    const isTheirs = before !== undefined && (holder.personId ?? to.id) === to.id
    const from = isTheirs ? before.personId : holder.personId
    // What somebody alone has in hand for the group goes with the role.
    const things =
      from === null || from === to.id
        ? nothing
        : await thingsOf(db, { from, to: to.id }, now, false, handed.groupId)
    return { from, held: isTheirs && holder.personId === to.id ? [] : [holder], things }
  }
  const things = await thingsOf(db, { from: handed.id, to: to.id }, now, false)
  return {
    from: handed.id,
    held: await heldBeyond(db, handed.id, on),
    things: withReminders ? things : { ...things, reminders: [] },
  }
}

/** Who hands a role over on a day. Raises `UserError` where that is nobody, or several. */
async function holderOf(db: Db, role: Extract<Handed, { kind: 'role' }>, on: Day): Promise<HeldRoles> {
  const held = await holdersBeyond(db, role, on)
  // A term that begins on that very day changes hands as it is.
  const then = held.filter(({ ahead, during }) => !ahead || during.startsWith(`[${on},`))
  // Where nobody has the role on that day, whoever holds it until then hands it over.
  const [holder, ...others] = then.length > 0 ? then : await holdersUntil(db, role, on)
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

/** How many days of a term whoever chaired before may still hand over to the new chair. */
const newTermDays = 60

/** Who chaired until a term began that is still new on a day. */
async function predecessor(
  db: Db,
  { groupId, role }: Extract<Handed, { kind: 'role' }>,
  { during }: HeldRoles,
  on: Day,
): Promise<HeldRoles | undefined> {
  const first = /^\[(\d{4}-\d{2}-\d{2}),/.exec(during)?.[1]
  if (first === undefined || role !== 'chair' || addDays(first, newTermDays) < on) return undefined
  const [before] = await holdersUntil(db, { groupId, role }, first)
  return before
}

const nothing: Things = {
  actions: [],
  recommendations: [],
  updates: [],
  meetings: [],
  series: [],
  invitations: [],
  reminders: [],
}
