import { type Invitation, invitationOf } from '../../../db/meetings/invitations.ts'
import { setPresence } from '../../../db/meetings/room/takesPart.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { earlyMs } from '../../../src/meetings/early.ts'
import type { Context } from '../../define.ts'
import { called } from '../called.ts'
import { rsvpAnswers } from '../card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'

/** Enters the caller as present; an undo knows what they had answered before. */
export async function markPresent(context: Context, meeting: Meeting, { response, presentAt }: Invitation) {
  const { db, now, caller } = context
  const title = called(meeting)
  if (meeting.startsAt.getTime() - earlyMs > now.getTime())
    throw new UserError(`${title} has not begun; say yes if you will come.`)
  if (presentAt !== null && response === 'yes')
    throw new UserError(`You are down as present at ${title} already; nothing was changed.`)
  const who = { meetingId: meeting.id, personId: caller.personId }
  await setPresence(db, { ...who, response: 'yes', presentAt: presentAt ?? now }, now)
  await noteInHistory(context, meeting.id, rich`Is present.`)
  return message(
    rich`You are down as present at ${title}.`,
    block.buttons(
      button('Undo: not here', 'meeting rsvp', {
        meeting: `M${meeting.id}`,
        answer: 'not here',
        undoes: `${response ?? 'unanswered'}${presentAt === null ? '' : ' present'}`,
      }),
    ),
  )
}

/** Takes that back: with `undoes`, as the button says it, to the answer of before; typed, the answer stays. */
export async function unmarkPresent(context: Context, meeting: Meeting, undoes: string | undefined) {
  const { db, now, caller } = context
  const title = called(meeting)
  const invitation = await invitationOf(db, meeting.id, caller.personId)
  if (!invitation || invitation.presentAt === null)
    throw new UserError(`You are not down as present at ${title}; nothing was changed.`, {
      buttons: rsvpAnswers(meeting.id),
    })
  const [text, stays] = undoes?.split(' ') ?? []
  if (text !== undefined && invitation.response !== 'yes')
    throw new UserError(
      `You have answered ${invitation.response ?? 'nothing'} to ${title} since; nothing was changed.`,
      { buttons: rsvpAnswers(meeting.id) },
    )
  const before = (['yes', 'no', 'maybe'] as const).find((one) => one === text) ?? null
  const response = text === undefined ? invitation.response : before
  const presentAt = stays === undefined ? null : invitation.presentAt
  const who = { meetingId: meeting.id, personId: caller.personId }
  await setPresence(db, { ...who, response, presentAt }, now)
  await noteInHistory(context, meeting.id, rich`Is not present after all.`)
  const answered =
    response === null
      ? 'You have not answered the invitation.'
      : `Your answer to the invitation is ${response}.`
  return message(
    stays === undefined
      ? rich`Taken back: you are not down as present at ${title}. ${answered}`
      : rich`Taken back; you led ${title} and stay down as present. ${answered}`,
    block.buttons(button('I am here', 'meeting rsvp', { meeting: `M${meeting.id}`, answer: 'here' })),
  )
}
