import { meetingMark } from '../../../db/meetings/calendar/marks.ts'
import { invitationOf } from '../../../db/meetings/invitations.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { seriesById } from '../../../db/meetings/series/series.ts'
import { calendarText } from '../../../src/calendar/calendar.ts'
import { calendarDomain } from '../../../src/calendar/identifier.ts'
import { meetingEvent, type SeriesPlace } from '../../../src/calendar/meetingEvents.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { placeInSeries } from '../../../src/meetings/series/stored.ts'
import { type Context, found } from '../../define.ts'
import { asSeenBy } from '../answer/invited.ts'
import { statusOf } from '../card.ts'

/** One meeting as a file that a calendar program opens. */
export async function meetingFile(
  { db, now, zone, caller, addressOf }: Context,
  id: number,
): Promise<Message> {
  const whole = found(await meetingById(db, id), 'such meeting')
  const invitation = await invitationOf(db, id, caller.personId)
  const meeting = asSeenBy(caller, whole, invitation !== undefined)
  const event = meetingEvent(
    {
      ...meeting,
      calendarMark: (await meetingMark(db, id)) ?? null,
      group: meeting.groupAcronym,
      changedAt: now,
    },
    calendarDomain(addressOf('/')),
    {},
    await placeOf(db, meeting),
  )
  return message(
    meeting.status === 'cancelled'
      ? rich`M${id} ${meeting.title}, ${moment(meeting.startsAt, zone)}, is ${statusOf(meeting)}: where it is in your calendar, the file marks it so.`
      : rich`M${id} ${meeting.title}, ${moment(meeting.startsAt, zone)}: open the file to put it into your calendar.`,
    block.file(`meeting-${id}.ics`, 'text/calendar', calendarText(meeting.title, 'PUBLISH', [event])),
    meeting.link === whole.link
      ? undefined
      : block.text('The address for joining is not in it: only those who are invited are given it.'),
    ...(meeting.status === 'cancelled'
      ? []
      : [
          block.text('It does not follow when the meeting is moved; a private address does.'),
          block.buttons(button('A private address', 'meeting calendar')),
        ]),
  )
}

/** The place by which calendars know a meeting of a series; undefined for any other meeting. */
async function placeOf(
  db: Context['db'],
  { seriesId, seriesDay }: Meeting,
): Promise<SeriesPlace | undefined> {
  const own = seriesId === null ? undefined : await seriesById(db, seriesId)
  const root = own?.rootId ? await seriesById(db, own.rootId) : own
  return placeInSeries(seriesDay, root)
}
