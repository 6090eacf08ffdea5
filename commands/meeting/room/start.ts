import { lockMeeting, meetingById } from '../../../db/meetings/meetings.ts'
import { type AgendaItem, agendaOf, timeItem } from '../../../db/meetings/record/agenda.ts'
import { lastChangeId } from '../../../db/meetings/record/changes.ts'
import { setSitting } from '../../../db/meetings/room/sitting.ts'
import { takesPart } from '../../../db/meetings/room/takesPart.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { eachTime } from '../../../src/core/feature/notice.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { earlyMs } from '../../../src/meetings/early.ts'
import { command, found } from '../../define.ts'
import { undoesOption } from '../../records/overruled.ts'
import { called } from '../called.ts'
import { statusOf } from '../card.ts'
import { aboutToBegin } from '../meetingOption.ts'
import { tellRooms } from '../tellRooms.ts'
import { quorumNotes } from './quorum.ts'
import { isSitting, standingBlocks } from './standing.ts'
import { startText, takeStartBack } from './takeStartBack.ts'

export const start = command({
  name: 'start',
  about: 'Open a meeting in the room; the first item begins',
  options: { meeting: aboutToBegin, undoes: undoesOption },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting start M1'],
  async run(context, { meeting: ref, undoes }) {
    const { db, now, zone, caller } = context
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    const title = called(meeting)
    if (meeting.status !== 'scheduled')
      throw new UserError(`${title} is ${statusOf(meeting)}, so it cannot be started.`)
    if (undoes !== undefined) return takeStartBack(context, meeting, undoes)
    if (isSitting(meeting)) throw new UserError(`${title} is under way already; nothing was changed.`)
    if (meeting.startsAt.getTime() - earlyMs > now.getTime())
      throw new UserError(`${title} begins more than an hour from now; move it, or start it nearer the time.`)
    // A meeting that was ended by mistake continues where it was.
    await setSitting(db, meeting.id, { begunAt: meeting.begunAt ?? now, closedAt: null })
    const present = await takesPart(db, meeting.id, caller.personId, now)
    const agenda = await agendaOf(db, meeting.id)
    const cut = cutShort(agenda, meeting)
    const first = cut ?? agenda.find(({ endedAt }) => endedAt === null)
    if (first && (cut || first.begunAt === null))
      await timeItem(db, first.id, { begunAt: first.begunAt ?? now, endedAt: null })
    context.about(`meeting:${meeting.id}`)
    const begun = found(await meetingById(db, meeting.id), 'such meeting')
    const quorum = await quorumNotes(db, begun)
    // Each start is announced.
    const cardHere = await tellRooms(
      context,
      { ...begun, sequence: eachTime },
      'started',
      rich`${meeting.title} has started.`,
    )
    const entry = found(await lastChangeId(db, meeting.id), 'entry of the history')
    const undo = startText({
      entry,
      closedAt: meeting.closedAt,
      item: first,
      present: present ? caller.personId : undefined,
    })
    const notice = message(
      rich`Started ${title}, ${moment(meeting.startsAt, zone)}.`,
      ...quorum,
      ...(cardHere ? [] : await standingBlocks(db, begun, zone)),
      block.buttons(
        button(meeting.closedAt ? 'Undo: end it again' : 'Undo: not started', 'meeting start', {
          meeting: `M${meeting.id}`,
          undoes: undo,
        }),
      ),
    )
    return cardHere ? notice : { ...notice, card: `meeting:${meeting.id}` }
  },
})

/** The item under discussion when the meeting was ended, which is ended at that very moment; it goes on where the meeting does. */
function cutShort(
  agenda: readonly AgendaItem[],
  { begunAt, closedAt }: Pick<Meeting, 'begunAt' | 'closedAt'>,
): AgendaItem | undefined {
  if (begunAt === null || closedAt === null) return undefined
  return agenda.findLast(({ endedAt }) => endedAt?.getTime() === closedAt.getTime())
}
