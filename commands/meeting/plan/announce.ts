import { createMeeting, type NewMeeting } from '../../../db/meetings/change.ts'
import { type Invitee, inviteGroup } from '../../../db/meetings/invitations.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { block, type Message, message, moment, rich, titled } from '../../../src/core/message.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { type Context, found } from '../../define.ts'
import { meetingFields, rsvpButtons } from '../card.ts'
import { tellInvitees } from '../tellInvitees.ts'
import { tellRooms } from '../tellRooms.ts'

export interface AnnouncedMeeting {
  readonly made: Meeting
  readonly invited: readonly Invitee[]
  /** Whether the room in which the command was given shows the meeting's card now. */
  readonly cardHere: boolean
}

/** Schedules a meeting, invites everybody who belongs to its group that day, and says so in the group's rooms. */
export async function announce(
  context: Context,
  meeting: NewMeeting,
  group: string,
  because?: string,
): Promise<AnnouncedMeeting> {
  const { db, now } = context
  const { title, startsAt, zone } = meeting
  const id = await createMeeting(db, meeting, now)
  const invited = await inviteGroup(db, id, dayOf(startsAt, zone))
  const made = found(await meetingById(db, id), 'such meeting')
  context.about(`meeting:${id}`)
  tellInvitees(context, made, invited, {
    kind: 'invitation',
    say: (reader) => invitation(made, group, reader, because),
  })
  const cardHere = await tellRooms(
    context,
    made,
    'invitation',
    rich`A new meeting: ${title} (${group}), ${moment(startsAt, zone)}.`,
    `A new meeting: ${title} (${group}), M${id}`,
  )
  return { made, invited, cardHere }
}

/** The invitation as its reader, in that zone, gets it. */
export function invitation(made: Meeting, group: string | null, reader: string, because?: string): Message {
  const named = group === null ? made.title : `${made.title} (${group})`
  return titled(
    `You are invited: ${named}`,
    message(
      rich`You are invited: ${named}, ${moment(made.startsAt, reader)}.`,
      because === undefined ? undefined : block.text(because),
      meetingFields(made, reader),
      rsvpButtons(made.id),
    ),
  )
}
