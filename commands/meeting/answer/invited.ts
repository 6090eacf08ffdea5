import { invitationOf } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { belongs } from '../../../src/core/feature/caller.ts'
import type { Context } from '../../define.ts'

/**
 * As what the caller is invited to a meeting; members of its group and the secretariat may look in without an
 * invitation. Raises `UserError` for anybody else.
 */
export async function refuseUninvited(
  { db, caller }: Context,
  meeting: Pick<Meeting, 'id' | 'title' | 'groupId'>,
): Promise<'chair' | 'member' | 'observer'> {
  if (belongs(caller, meeting.groupId)) return 'member'
  const invitation = await invitationOf(db, meeting.id, caller.personId)
  if (invitation) return invitation.as
  if (caller.roles.some(({ groupId }) => groupId === meeting.groupId)) return 'observer'
  throw new UserError(
    `You are not invited to M${meeting.id} ${meeting.title}, so this is not for you. Its chairs can tell you more.`,
  )
}
