import { type Invitation, invitationOf } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError, WithoutForm } from '../../../src/core/errors.ts'
import { button } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { called } from '../called.ts'
import { isOpen, statusOf } from '../card.ts'
import { isSitting } from '../room/standing.ts'

/** The caller's invitation to a meeting that still takes this answer. Raises `UserError` where either is missing. */
export async function openInvitation(
  { db, now, caller }: Context,
  meeting: Meeting,
  answer: string,
  saysMore: boolean,
): Promise<Invitation> {
  const title = called(meeting)
  // Whoever only pressed an answer has no words that a form would give back.
  const Refused = saysMore ? UserError : WithoutForm
  const shows = button(`Show M${meeting.id}`, 'meeting show', { meeting: `M${meeting.id}` })
  if (meeting.status !== 'scheduled')
    throw new Refused(`${title} is ${statusOf(meeting)}; there is nothing to answer any more.`, {
      buttons: [shows],
    })
  // A latecomer to a meeting that runs over still counts as present.
  const lasts = isOpen(meeting, now) || (answer === 'here' && isSitting(meeting)) || answer === 'not here'
  if (!lasts)
    throw new Refused(`${title} is over; there is nothing to answer any more.`, { buttons: [shows] })
  const invitation = await invitationOf(db, meeting.id, caller.personId)
  if (!invitation) {
    throw new UserError(
      `You are not invited to ${title}, so there is nothing to answer. Its chairs can tell you more.`,
    )
  }
  return invitation
}
