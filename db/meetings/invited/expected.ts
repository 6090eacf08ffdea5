import { dayOf } from '../../../src/core/time/day.ts'
import type { Db } from '../../store/db.ts'
import { type ExpectedInvitee, expectedInvitees } from '../expectedInvitees.ts'
import { type Invited, invitees } from '../invitations.ts'
import type { Meeting } from '../rows.ts'

type Expected = ExpectedInvitee & Pick<Invited, 'response' | 'sentBy' | 'presentAt'>

/** Everybody invited; of a meeting that was only put on record, to which nobody was, those who belonged to it that day. */
export async function expectedAt(
  db: Db,
  { id, groupIds, startsAt, zone }: Pick<Meeting, 'id' | 'groupIds' | 'startsAt' | 'zone'>,
): Promise<readonly Expected[]> {
  const invited = await invitees(db, id)
  if (invited.length > 0) return invited
  const belong = await expectedInvitees(db, groupIds, dayOf(startsAt, zone))
  return belong.map((one) => ({ ...one, response: null, sentBy: null, presentAt: null }))
}
