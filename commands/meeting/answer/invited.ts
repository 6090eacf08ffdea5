import { invitationOf } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { belongs, type Caller, hasRole } from '../../../src/core/feature/caller.ts'
import type { Context } from '../../define.ts'
import { called } from '../called.ts'

/**
 * A meeting as the caller may see it: the address by which one joins is for those who are invited, for its groups and for
 * the secretariat.
 */
export function asSeenBy(caller: Caller, meeting: Meeting, isInvited: boolean): Meeting {
  return isInvited || hasRole(caller, meeting.groupIds) ? meeting : { ...meeting, link: null }
}

/**
 * As what the caller is invited to a meeting; members of its groups and the secretariat may look in without an
 * invitation. Raises `UserError` for anybody else.
 */
export async function refuseUninvited(
  { db, caller }: Context,
  meeting: Pick<Meeting, 'id' | 'title' | 'groupIds'>,
): Promise<'chair' | 'member' | 'observer'> {
  if (belongs(caller, meeting.groupIds)) return 'member'
  const invitation = await invitationOf(db, meeting.id, caller.personId)
  if (invitation) return invitation.as
  if (hasRole(caller, meeting.groupIds)) return 'observer'
  throw new UserError(
    `You are not invited to ${called(meeting)}, so this is not for you. Its chairs can tell you more.`,
  )
}
