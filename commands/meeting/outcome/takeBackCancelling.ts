import { restoreMeeting } from '../../../db/meetings/change.ts'
import { invitees } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Question } from '../../../src/core/feature/feature.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context } from '../../define.ts'
import { askWhereMany } from '../../records/askWhereMany.ts'
import { tellInvitees } from '../tellInvitees.ts'
import { tellRooms } from '../tellRooms.ts'

/**
 * Takes back that a meeting was cancelled whose time has passed: with the answers and the agenda that it had it waits for
 * its outcome.
 */
export async function takeBackCancelling(context: Context, meeting: Meeting): Promise<Message | Question> {
  const { db, now, zone } = context
  const people = await invitees(db, meeting.id)
  const question = await askWhereMany(context, people, {
    what: rich`Take back that M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}, was cancelled, and tell ${counted(people.length, 'person', 'people')}? Its time has passed, so it waits for its outcome then.`,
    yes: 'Take it back and tell them',
  })
  if (question) return question
  await restoreMeeting(db, meeting.id, now)
  context.about(`meeting:${meeting.id}`)
  const after = { ...meeting, sequence: meeting.sequence + 1 }
  const said = (reader: string) =>
    rich`It was not cancelled after all: ${meeting.title}, ${moment(meeting.startsAt, reader)}.`
  tellInvitees(context, after, people, { kind: 'restored', say: (reader) => message(said(reader)) })
  await tellRooms(context, after, 'restored', said(meeting.zone))
  const values = { meeting: `M${meeting.id}` }
  return message(
    rich`Restored M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}: its time has passed, so it waits for its outcome. ${counted(people.length, 'person is', 'people are')} told.`,
    block.buttons(
      { ...button('Record the outcome', 'meeting hold', values, 'primary'), ask: true },
      button('Undo: cancel it', 'meeting cancel', {
        ...values,
        ...(meeting.seriesId === null ? {} : { series: 'this' }),
        ...(meeting.cancelledReason === null ? {} : { reason: meeting.cancelledReason }),
      }),
    ),
  )
}
