import { cancelMeeting, moveMeeting, restoreMeeting } from '../../db/meetings/change.ts'
import { clashes } from '../../db/meetings/clashes.ts'
import { invitees, inviteGroup } from '../../db/meetings/invitations.ts'
import { lockMeeting } from '../../db/meetings/meetings.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, message, moment, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { dayOf } from '../../src/core/time/day.ts'
import { type Context, command, found } from '../define.ts'
import { clashBlocks, meetingFields, rsvpButtons } from './card.ts'
import { tellInvitees } from './tell.ts'
import { tellRooms } from './tellRooms.ts'

const which = required(option.meeting({ about: 'M12, words of its title, or a group for its next one' }))

export const move = command({
  name: 'move',
  about: 'Move a meeting to another time; everyone invited is told',
  options: {
    meeting: which,
    start: required(option.moment({ about: 'The new beginning, e.g. 12 Dec 14:30' })),
    duration: option.duration({
      about: 'How long it lasts now; as before unless told',
      min: 5,
      max: 1440 * 5,
    }),
    timezone: option.zone({ about: 'The zone of the start, when it is not yours' }),
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting move M1 start:"15 Dec 14:30"'],
  async run(context, { meeting: ref, start, duration }) {
    const { db, now, zone } = context
    const before = await lockOpen(context, ref.id)
    if (start.at <= now)
      throw new UserError('that moment has passed; a meeting is moved to a time ahead.', { option: 'start' })
    const minutes = duration ?? start.minutes ?? before.minutes
    if (start.at.getTime() === before.startsAt.getTime() && minutes === before.minutes) {
      throw new UserError(`M${before.id} ${before.title} is at that time already; nothing was changed.`)
    }
    await moveMeeting(db, before.id, { startsAt: start.at, minutes, zone: start.zone }, now)
    const after: Meeting = {
      ...before,
      startsAt: start.at,
      minutes,
      zone: start.zone,
      sequence: before.sequence + 1,
    }
    await inviteGroup(db, before.id, dayOf(start.at, start.zone))
    const people = await invitees(db, before.id)
    const clashing =
      before.groupId === null
        ? []
        : await clashes(db, { groupId: before.groupId, startsAt: start.at, minutes, except: before.id })
    context.about(`meeting:${before.id}`)
    tellInvitees(context, after, people, 'moved', (reader) =>
      message(
        rich`Moved: ${before.title}, from ${moment(before.startsAt, reader)} to ${moment(start.at, reader)}.`,
        meetingFields(after, reader),
        rsvpButtons(before.id),
      ),
    )
    await tellRooms(
      context,
      after,
      'moved',
      rich`Moved: ${before.title}, from ${moment(before.startsAt, start.zone)} to ${moment(start.at, start.zone)}.`,
    )
    return message(
      rich`Moved M${before.id} ${before.title} from ${moment(before.startsAt, zone)} to ${moment(start.at, zone)}. ${counted(people.length, 'person is', 'people are')} told.`,
      meetingFields(after, zone),
      start.note ? block.text(start.note) : undefined,
      ...clashBlocks(clashing, zone),
      before.startsAt > now
        ? block.buttons(
            button('Undo: move it back', 'meeting move', {
              meeting: `M${before.id}`,
              start: before.startsAt.toISOString(),
              duration: `${before.minutes}m`,
              timezone: before.zone,
            }),
          )
        : undefined,
    )
  },
})

export const cancel = command({
  name: 'cancel',
  about: 'Cancel a meeting; everyone invited is told, its reminders fall away',
  options: { meeting: which, reason: option.text({ about: 'Why, told to those invited', max: 300 }) },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  confirm: 'Cancel the meeting {meeting} and tell everyone who is invited?',
  examples: ['/meeting cancel M1 reason:"no quorum"'],
  async run(context, { meeting: ref, reason }) {
    const { db, now, zone } = context
    const meeting = await lockOpen(context, ref.id)
    await cancelMeeting(db, meeting.id, reason ?? null, now)
    const people = await invitees(db, meeting.id)
    const why = reason ? ` Reason: ${reason}` : ''
    context.about(`meeting:${meeting.id}`)
    tellInvitees(context, { id: meeting.id, sequence: meeting.sequence + 1 }, people, 'cancelled', (reader) =>
      message(rich`Cancelled: ${meeting.title}, ${moment(meeting.startsAt, reader)}.${why}`),
    )
    await tellRooms(
      context,
      { ...meeting, sequence: meeting.sequence + 1 },
      'cancelled',
      rich`Cancelled: ${meeting.title}, ${moment(meeting.startsAt, meeting.zone)}.${why}`,
    )
    return message(
      rich`Cancelled M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}. ${counted(people.length, 'person is', 'people are')} told.`,
      block.buttons(button('Undo: restore it', 'meeting restore', { meeting: `M${meeting.id}` })),
    )
  },
})

export const restore = command({
  name: 'restore',
  about: 'Bring back a meeting that was cancelled; everyone invited is told',
  options: { meeting: which },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting restore M1'],
  async run(context, { meeting: ref }) {
    const { db, now, zone } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    if (meeting.status !== 'cancelled')
      throw new UserError(`M${meeting.id} ${meeting.title} is ${meeting.status}, not cancelled.`)
    if (meeting.startsAt <= now)
      throw new UserError(`The time of M${meeting.id} ${meeting.title} has passed; schedule a new one.`)
    await restoreMeeting(db, meeting.id, now)
    const people = await invitees(db, meeting.id)
    context.about(`meeting:${meeting.id}`)
    tellInvitees(context, { id: meeting.id, sequence: meeting.sequence + 1 }, people, 'restored', (reader) =>
      message(
        rich`It takes place after all: ${meeting.title}, ${moment(meeting.startsAt, reader)}.`,
        rsvpButtons(meeting.id),
      ),
    )
    await tellRooms(
      context,
      { ...meeting, sequence: meeting.sequence + 1 },
      'restored',
      rich`It takes place after all: ${meeting.title}, ${moment(meeting.startsAt, meeting.zone)}.`,
    )
    return message(
      rich`Restored M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}. ${counted(people.length, 'person is', 'people are')} told.`,
    )
  },
})

async function lockOpen({ db }: Context, id: number): Promise<Meeting> {
  const meeting = found(await lockMeeting(db, id), 'such meeting')
  if (meeting.status === 'scheduled') return meeting
  throw new UserError(`M${meeting.id} ${meeting.title} is ${meeting.status} already; nothing was changed.`)
}
