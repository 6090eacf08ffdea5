import { clashes } from '../../../db/meetings/clashes.ts'
import { invitees, inviteesOfAny } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { endSeries, lastWithMeetings, lockFamily, resumeSeries } from '../../../db/meetings/series/family.ts'
import { restOf, setStatuses } from '../../../db/meetings/series/rest.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import type { Context, Question } from '../../define.ts'
import { questionTo } from '../../records/askWhereMany.ts'
import { clashBlocks } from '../card.ts'
import { mustAsk, preview } from '../plan/preview.ts'
import { datesOf, tellAll } from './tellAll.ts'

/** Cancels a meeting of a series and all that would follow it. */
export async function cancelRest(
  context: Context,
  meeting: Meeting,
  reason: string | null,
): Promise<Message | Question> {
  const { db, now, zone } = context
  const { seriesId, from } = placeOf(meeting)
  const seriesIds = (await lockFamily(db, seriesId)).map(({ id }) => id)
  const rest = await restOf(db, { seriesIds, from, status: 'scheduled' })
  if (!context.confirmed) {
    const people = await inviteesOfAny(
      db,
      rest.map(({ id }) => id),
    )
    return questionTo(context, people, {
      what: rich`Cancel ${counted(rest.length, 'meeting')} of ${meeting.title} from ${moment(meeting.startsAt, zone)} on, the rest of the series, and tell ${counted(people.length, 'person', 'people')}?`,
      more: [datesOf(rest, zone), ...(reason ? [block.text(`Reason: ${reason}`)] : [])],
      neededBy: rest[0]?.startsAt,
      yes: 'Cancel them all',
    })
  }
  await endSeries(db, seriesIds, from)
  await setStatuses(
    db,
    rest.map(({ id }) => id),
    { status: 'cancelled', reason, cancelledWith: meeting.id },
    now,
  )
  const after = rest.map((one) => ({ ...one, sequence: one.sequence + 1 }))
  const why = reason ? ` Reason: ${reason}` : ''
  context.about(`meeting:${meeting.id}`)
  const peopleTold = await tellAll(
    context,
    after,
    'cancelled',
    (reader) =>
      rich`Cancelled: ${meeting.title} from ${moment(meeting.startsAt, reader)} on, the rest of the series.${why}`,
  )
  return message(
    rich`Cancelled ${counted(rest.length, 'meeting')} of ${meeting.title} from ${moment(meeting.startsAt, zone)} on, and the series ends. ${counted(peopleTold, 'person is', 'people are')} told.`,
    datesOf(rest, zone),
    block.buttons(
      button('Undo: restore the rest', 'meeting restore', { meeting: `M${meeting.id}`, series: 'rest' }),
    ),
  )
}

/** Brings the rest of a series back, and lets it go on. */
export async function restoreRest(context: Context, meeting: Meeting): Promise<Message | Question> {
  const { db, now, zone } = context
  const { seriesId, from } = placeOf(meeting)
  const family = await lockFamily(db, seriesId)
  const seriesIds = family.map(({ id }) => id)
  const { rest, together } = await cancelledRest(context, meeting, seriesIds)
  const clashing = await clashes(db, {
    ...meeting,
    starts: rest.map(({ startsAt }) => startsAt),
    except: rest.map(({ id }) => id),
  })
  const people = await invitees(db, meeting.id)
  if (mustAsk(context, people, meeting)) {
    const what = rich`Restore ${counted(rest.length, 'meeting')} of ${meeting.title} from ${moment(meeting.startsAt, zone)} on, and tell ${counted(people.length, 'person', 'people')}?`
    const shown = await preview(context, what, {
      ...{ time: meeting, people, clashing },
      dates: datesOf(rest, zone),
    })
    return { kind: 'question', message: shown, yes: 'Restore them and tell everybody', values: {} }
  }
  const last = await lastWithMeetings(db, seriesIds)
  const goesOn = family.find(({ id }) => id === last)
  // What had ended later by itself stays ended.
  if (together !== null && goesOn?.endedFrom && goesOn.endedFrom <= from) await resumeSeries(db, goesOn.id)
  await setStatuses(
    db,
    rest.map(({ id }) => id),
    { status: 'scheduled', reason: null, cancelledWith: null },
    now,
  )
  const after = rest.map((one) => ({ ...one, sequence: one.sequence + 1 }))
  context.about(`meeting:${meeting.id}`)
  const peopleTold = await tellAll(
    context,
    after,
    'restored',
    (reader) =>
      rich`It takes place after all: ${meeting.title} from ${moment(meeting.startsAt, reader)} on, the rest of the series.`,
  )
  return message(
    rich`Restored ${counted(rest.length, 'meeting')} of ${meeting.title}. ${counted(peopleTold, 'person is', 'people are')} told.`,
    datesOf(rest, zone),
    ...clashBlocks(clashing, zone),
    block.buttons(
      button('Undo: cancel the rest', 'meeting cancel', { meeting: `M${meeting.id}`, series: 'rest' }),
    ),
  )
}

/** Those ahead that were cancelled with a meeting, or it alone. Raises `UserError` where there are none. */
async function cancelledRest({ db, now }: Context, meeting: Meeting, seriesIds: readonly number[]) {
  const { from } = placeOf(meeting)
  const cancelled = await restOf(db, { seriesIds, from, status: 'cancelled' })
  const together = cancelled.find(({ id }) => id === meeting.id)?.cancelledWith ?? null
  // One that had been cancelled by itself before stays so.
  const rest = cancelled.filter(
    ({ id, startsAt, cancelledWith }) =>
      startsAt > now && (together === null ? id === meeting.id : cancelledWith === together),
  )
  if (rest.length === 0)
    throw new UserError(`There is no cancelled meeting of ${meeting.title} ahead; schedule a new series.`)
  return { rest, together }
}

/** Where a meeting stands in its series. */
export function placeOf({ seriesId, seriesDay }: Meeting): {
  readonly seriesId: number
  readonly from: string
} {
  if (seriesId === null || seriesDay === null) throw new Error('the meeting belongs to no series')
  return { seriesId, from: seriesDay }
}
