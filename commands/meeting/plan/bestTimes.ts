import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import type { Db } from '../../../db/store/db.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { type Slot, suggestSlots } from '../../../src/meetings/slots/suggest.ts'
import type { Stretch } from '../../../src/meetings/slots/workingHours.ts'
import { type ConsideredAttendee, considered } from './considered.ts'

/**
 * The times of a window that suit most members of the groups, best first, apart from the meetings of other groups that
 * share members; observers come where the members can.
 */
export async function bestTimes(
  db: Db,
  asked: {
    readonly groupIds: readonly number[]
    readonly window: Stretch
    /** IANA zone by whose days the window was given. */
    readonly zone: string
    readonly minutes: number
    readonly limit: number
    readonly now: Date
    /** Avoided where other times remain, such as hours offered to another group. */
    readonly taken?: readonly Stretch[]
  },
): Promise<{ readonly attendees: readonly ConsideredAttendee[]; readonly slots: readonly Slot[] }> {
  const { groupIds, window, zone, minutes, limit, now, taken = [] } = asked
  const everybody = await expectedInvitees(db, groupIds, dayOf(new Date(window.from), zone))
  const guests = everybody.filter(({ as }) => as !== 'observer')
  if (guests.length === 0) return { attendees: [], slots: [] }
  const { attendees, own, others } = await considered(db, { guests, groupIds, window, now })
  const suggested = (...closed: readonly Stretch[]) =>
    suggestSlots({ attendees, window, minutes, closed: [...own, ...closed], limit })
  const isGood = (slots: readonly Slot[]) => slots.some(({ within }) => within > 0)
  const apart = suggested(...others, ...taken)
  if (isGood(apart)) return { attendees, slots: apart }
  // Where beside the meetings of other groups only times are left at which nobody works, one of theirs is better.
  const untaken = taken.length > 0 ? suggested(...taken) : []
  return { attendees, slots: isGood(untaken) ? untaken : suggested() }
}
