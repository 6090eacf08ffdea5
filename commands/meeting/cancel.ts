import { cancelMeeting, restoreMeeting } from '../../db/meetings/change.ts'
import { clashes, lockTimes } from '../../db/meetings/clashes.ts'
import { invitees } from '../../db/meetings/invitations.ts'
import { lockMeeting } from '../../db/meetings/meetings.ts'
import { takeBackOutcome } from '../../db/meetings/outcome.ts'
import type { Meeting } from '../../db/meetings/rows.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { eachTime } from '../../src/core/feature/notice.ts'
import { block, button, type Message, message, moment, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { type Context, command, found } from '../define.ts'
import { called } from './called.ts'
import { clashBlocks, statusOf } from './card.ts'
import { cancelledMeeting, meetingOption } from './meetingOption.ts'
import { noteInHistory } from './outcome/noteInHistory.ts'
import { putBackOnRecord, takeOffRecord } from './outcome/offRecord.ts'
import { refuseCancelled } from './outcome/refuseCancelled.ts'
import { takeBackCancelling } from './outcome/takeBackCancelling.ts'
import { tellChairsOfOutcome } from './outcome/tellChairs.ts'
import { mustAsk, preview } from './plan/preview.ts'
import { cancelRest, restoreRest } from './series/cancelRest.ts'
import { meansRest, scopeOption } from './series/scope.ts'
import { tellRooms } from './tellRooms.ts'
import { tellCancelled, tellRestored } from './told/tellCancelled.ts'

export const cancel = command({
  name: 'cancel',
  about: 'Cancel a meeting; everyone invited is told',
  options: {
    meeting: meetingOption,
    reason: option.text({ about: 'Why, told to those invited', max: 300 }),
    series: scopeOption,
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  confirm: 'Cancel the meeting {meeting} and tell everyone who is invited?',
  examples: ['/meeting cancel M1 reason:"no quorum"'],
  async run(context, { meeting: ref, reason, series }) {
    const { db, now, zone } = context
    if (series === 'rest') await lockTimes(db)
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    if (meeting.status === 'held') return takeOffRecord(context, meeting)
    refuseUnlessOpen(meeting)
    const people = await invitees(db, meeting.id)
    if (meeting.begunAt !== null) throw hasTakenPlace(meeting)
    if (meansRest(meeting, series)) return cancelRest(context, meeting, reason ?? null)
    await cancelMeeting(db, meeting.id, reason ?? null, now)
    const why = reason ? ` Reason: ${reason}` : ''
    context.about(`meeting:${meeting.id}`)
    const peopleTold = await tellCancelled(context, people, meeting, why)
    await tellRooms(
      context,
      { ...meeting, sequence: meeting.sequence + 1 },
      'cancelled',
      rich`Cancelled: ${meeting.title}, ${moment(meeting.startsAt, meeting.zone)}.${why}`,
      `Cancelled: ${called(meeting)}`,
    )
    return message(
      rich`Cancelled M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}. ${counted(peopleTold, 'person is', 'people are')} told.`,
      block.buttons(button('Undo: restore it', 'meeting restore', { meeting: `M${meeting.id}` })),
    )
  },
})

/** Cancelling a meeting that people attended would tell them all that it never took place. */
function hasTakenPlace({ id, title }: Meeting): UserError {
  const meeting = `M${id}`
  return new UserError(
    `${meeting} ${title} was started, so it cannot be cancelled: record what came of it, or move it to put it off.`,
    {
      buttons: [
        { ...button('Record the outcome', 'meeting hold', { meeting }), ask: true },
        { ...button('Put it off', 'meeting move', { meeting }), ask: true },
      ],
    },
  )
}

export const restore = command({
  name: 'restore',
  about: 'Restore a cancelled meeting, or undo that it was held',
  options: { meeting: cancelledMeeting, series: scopeOption },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  mayAsk: true,
  examples: ['/meeting restore M1'],
  async run(context, { meeting: ref, series = 'this' }) {
    const { db, now, zone } = context
    await lockTimes(db)
    const meeting = found(await lockMeeting(db, ref.id), 'such meeting')
    if (meeting.status === 'held') return takeBack(context, meeting)
    if (meeting.status !== 'cancelled')
      throw new UserError(`${called(meeting)} is ${meeting.status}, not cancelled.`)
    const again = await putBackOnRecord(context, meeting)
    if (again) return again
    if (meeting.startsAt <= now && series === 'this') return takeBackCancelling(context, meeting)
    if (meansRest(meeting, series)) return restoreRest(context, meeting)
    const people = await invitees(db, meeting.id)
    const clashing = await clashes(db, { ...meeting, starts: [meeting.startsAt], except: [meeting.id] })
    if (mustAsk(context, people, meeting)) {
      const what = rich`Restore M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}, and tell ${counted(people.length, 'person', 'people')}?`
      const shown = await preview(context, what, { time: meeting, people, clashing })
      return { kind: 'question', message: shown, yes: 'Restore it and tell them', values: {} }
    }
    await restoreMeeting(db, meeting.id, now)
    context.about(`meeting:${meeting.id}`)
    const peopleTold = await tellRestored(context, people, meeting)
    await tellRooms(
      context,
      { ...meeting, sequence: meeting.sequence + 1 },
      'restored',
      rich`It takes place after all: ${meeting.title}, ${moment(meeting.startsAt, meeting.zone)}.`,
      `It takes place after all: ${called(meeting)}`,
    )
    return message(
      rich`Restored M${meeting.id} ${meeting.title}, ${moment(meeting.startsAt, zone)}. ${counted(peopleTold, 'person is', 'people are')} told.`,
      ...clashBlocks(clashing, zone),
      block.buttons(
        button('Undo: cancel it', 'meeting cancel', {
          meeting: `M${meeting.id}`,
          ...(meeting.seriesId === null ? {} : { series: 'this' }),
          ...(meeting.cancelledReason === null ? {} : { reason: meeting.cancelledReason }),
        }),
      ),
    )
  },
})

/** Takes the outcome back: the meeting is as it was before somebody recorded that it was held, or its result. */
async function takeBack(context: Context, meeting: Meeting): Promise<Message> {
  const title = called(meeting)
  const status = await takeBackOutcome(context.db, meeting.id, context.now)
  if (status === undefined)
    throw new UserError(`${title} was held, and nothing that was recorded of it can be taken back.`)
  context.about(`meeting:${meeting.id}`)
  if (meeting.summary !== null)
    await noteInHistory(context, meeting.id, rich`What is taken back: “${meeting.summary}”`)
  const state = status === 'held' ? 'its outcome is again the one before' : 'it waits for its outcome again'
  await tellRooms(
    context,
    { ...meeting, sequence: eachTime },
    'restored',
    rich`Taken back: what was recorded of ${meeting.title}, ${moment(meeting.startsAt, meeting.zone)}: ${state}.`,
  )
  const told = await tellChairsOfOutcome(context, meeting, 'took back', meeting.summary)
  return message(
    `Taken back: ${title}; ${state}.`,
    told,
    block.buttons(button('Show', 'meeting show', { meeting: `M${meeting.id}` })),
  )
}

/** The meeting, held while this goes on, if it is still ahead. Raises `UserError`. */
export async function lockOpen(context: Context, id: number): Promise<Meeting> {
  const meeting = found(await lockMeeting(context.db, id), 'such meeting')
  refuseCancelled(context, meeting)
  return refuseUnlessOpen(meeting)
}

function refuseUnlessOpen(meeting: Meeting): Meeting {
  if (meeting.status === 'scheduled') return meeting
  throw new UserError(`${called(meeting)} is ${statusOf(meeting)} already; nothing was changed.`)
}
