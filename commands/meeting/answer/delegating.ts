import { entityOfPerson } from '../../../db/directory/people.ts'
import { delegate, withdrawDelegation } from '../../../db/meetings/delegates.ts'
import { type Invitation, invitationOf, invitees } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { UserError } from '../../../src/core/errors.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import type { PersonRef } from '../../../src/core/option.ts'
import type { Context } from '../../define.ts'
import { called } from '../called.ts'
import { meetingFields, rsvpButtons } from '../card.ts'
import { noteInHistory } from '../outcome/noteInHistory.ts'

/** Asks a colleague of the same entity to take the caller's seat. Raises `UserError`. */
export async function sendInstead(
  context: Context,
  meeting: Meeting,
  invitation: Invitation,
  colleague: PersonRef,
): Promise<Message> {
  const { db, now, caller } = context
  if (colleague.id === caller.personId)
    throw new UserError('That is you; name a colleague of your entity.', { option: 'delegate' })
  if (caller.entityId === null || (await entityOfPerson(db, colleague.id)) !== caller.entityId)
    throw new UserError(
      `${colleague.name} is not of your entity, so cannot take its seat. Name a colleague.`,
      { option: 'delegate' },
    )
  if (
    invitation.delegateId === colleague.id &&
    (await invitationOf(db, meeting.id, colleague.id))?.response !== 'no'
  )
    throw new UserError(
      `${colleague.name} is asked to come to ${called(meeting)} instead of you already; nothing was changed.`,
    )
  await takeBack(context, meeting, invitation)
  const place = { meetingId: meeting.id, from: caller.personId, to: colleague.id, as: invitation.as }
  await delegate(db, place, now)
  await noteInHistory(context, meeting.id, rich`Sends ${colleague.name} instead.`)
  const zone = await zoneOf(db, meeting, colleague.id)
  tell(
    context,
    meeting,
    { id: colleague.id, zone, step: 'delegate' },
    `${caller.name} asks you to take their place at`,
  )
  return message(
    rich`${colleague.name} is asked to come to M${meeting.id} ${meeting.title} instead of you, and is told.`,
    block.buttons(
      button('Undo: I will come myself', 'meeting rsvp', { meeting: `M${meeting.id}`, answer: 'yes' }),
    ),
  )
}

/** A member who answers in person no longer sends a colleague, who is told so. */
export async function takeBack(
  context: Context,
  meeting: Meeting,
  { delegateId }: Invitation,
): Promise<void> {
  const { db, caller } = context
  if (delegateId === null) return
  const zone = await zoneOf(db, meeting, delegateId)
  const stays = await withdrawDelegation(db, { meetingId: meeting.id, from: caller.personId, to: delegateId })
  const what = `${caller.name} no longer needs anybody in their place at`
  tell(context, meeting, { id: delegateId, zone, step: 'undelegate' }, what, stays)
}

/** Whoever sent a colleague hears that the seat of their entity is empty again. */
export async function tellSender(context: Context, meeting: Meeting, senderId: number): Promise<void> {
  const { db, notify, caller } = context
  const zone = await zoneOf(db, meeting, senderId)
  notify([
    {
      key: `delegate-declined:${meeting.id}:${caller.personId}:${eachTime}`,
      personId: senderId,
      kind: 'delegation',
      subject: `meeting:${meeting.id}`,
      neededBy: meeting.startsAt,
      message: message(
        rich`${caller.name} cannot come in your place to ${meeting.title}, ${moment(meeting.startsAt, zone)}. Come yourself, or send somebody else.`,
        block.buttons(
          button('I will come myself', 'meeting rsvp', { meeting: `M${meeting.id}`, answer: 'yes' }),
          {
            ...button('Send somebody else', 'meeting rsvp', { meeting: `M${meeting.id}`, answer: 'no' }),
            ask: true,
          },
        ),
      ),
    },
  ])
}

/** The zone of somebody who is invited. */
async function zoneOf(db: Db, meeting: Meeting, personId: number): Promise<string> {
  const people = await invitees(db, meeting.id)
  return people.find((one) => one.personId === personId)?.zone ?? meeting.zone
}

function tell(
  { notify }: Context,
  meeting: Meeting,
  {
    id,
    zone,
    step,
  }: { readonly id: number; readonly zone: string; readonly step: 'delegate' | 'undelegate' },
  what: string,
  invited = true,
): void {
  notify([
    {
      key: `${step}:${meeting.id}:${id}:${eachTime}`,
      personId: id,
      kind: 'delegation',
      subject: `meeting:${meeting.id}`,
      neededBy: meeting.startsAt,
      message: message(
        rich`${what} ${meeting.title}, ${moment(meeting.startsAt, zone)}.`,
        invited ? undefined : block.text('You are no longer invited to it.'),
        meetingFields(meeting, zone),
        invited ? rsvpButtons(meeting.id) : undefined,
      ),
    },
  ])
}
