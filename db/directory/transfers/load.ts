import type { Role } from '../../../src/core/feature/caller.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { giverOf } from './giver.ts'
import { type HeldRoles, heldBeyond, termsAround } from './held.ts'
import type { Successor } from './transferTerms.ts'
import { type WorkInHand, workInHandOf } from './workInHand.ts'

/** What is handed over: all that a person has in hand, or one role of one group, whoever holds it. */
export type HandoverSubject =
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'role'; readonly groupId: number; readonly role: Role }

export interface HandoverOrder {
  readonly handed: HandoverSubject
  readonly to: Successor
  readonly on: Day
  readonly withReminders: boolean
}

export interface HandoverLoad {
  /** Who hands over; null where an entity holds the role. */
  readonly from: number | null
  readonly held: readonly HeldRoles[]
  readonly things: WorkInHand
}

/** What would move. Raises `UserError` where nobody or several hold the role. */
export async function loadOf(
  db: Db,
  { handed, to, on, withReminders }: HandoverOrder,
  now: Date,
): Promise<HandoverLoad> {
  if (handed.kind === 'role') {
    const [terms = []] = await termsAround(db, [{ ...handed, on }])
    const { from, holder, isTheirs } = giverOf(terms, handed.role, to, on)
    // What somebody alone has in hand for the group goes with the role.
    const things =
      from === null || from === to.id
        ? nothing
        : await workInHandOf(db, { from, to: to.id }, now, false, handed.groupId)
    return { from, held: isTheirs && holder.personId === to.id ? [] : [holder], things }
  }
  const things = await workInHandOf(db, { from: handed.id, to: to.id }, now, false)
  return {
    from: handed.id,
    held: await heldBeyond(db, handed.id, on),
    things: withReminders ? things : { ...things, reminders: [] },
  }
}

const nothing: WorkInHand = {
  actions: [],
  recommendations: [],
  updates: [],
  meetings: [],
  series: [],
  invitations: [],
  reminders: [],
}
