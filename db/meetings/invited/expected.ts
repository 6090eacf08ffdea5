import { dayOf } from '../../../src/core/time/day.ts'
import type { Guest } from '../../../src/meetings/representation.ts'
import type { Db } from '../../store/db.ts'
import { guestsOf } from '../guests.ts'
import { invitees } from '../invitations.ts'
import type { Meeting } from '../rows.ts'

/** Everybody invited; of a meeting that was only put on record, to which nobody was, those who belonged to it that day. */
export async function expectedAt(
  db: Db,
  { id, groupIds, startsAt, zone }: Pick<Meeting, 'id' | 'groupIds' | 'startsAt' | 'zone'>,
): Promise<readonly Guest[]> {
  const invited = await invitees(db, id)
  if (invited.length > 0) return invited
  const belong = await guestsOf(db, groupIds, dayOf(startsAt, zone))
  return belong.map((one) => ({ ...one, response: null, sentBy: null, presentAt: null }))
}
