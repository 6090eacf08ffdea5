import type { Plan } from '../../../db/meetings/change.ts'
import { askAgain } from '../../../db/meetings/invitations.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { inviteAll } from '../../../db/meetings/series/inviteAll.ts'
import { carryOver, replan, restOf } from '../../../db/meetings/series/rest.ts'
import { createSeries, endSeries, lockSeries } from '../../../db/meetings/series/series.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, dayOf, daysBetween } from '../../../src/core/time/day.ts'
import { wallTime } from '../../../src/core/time/zone.ts'
import { atClock, occurrencesOf } from '../../../src/meetings/series/stored.ts'
import { type Context, found } from '../../define.ts'
import { changesOf, planTexts } from '../plan/changes.ts'
import { placeOf } from './cancelRest.ts'
import { tellAll } from './tellAll.ts'

/**
 * Moves or changes a meeting of a series and all that follow it: each moves by as many days, to the same hour of the
 * clock. They go on as a series of their own, so that what came before stays as it was; calendars know both by one identifier.
 */
export async function moveRest(context: Context, meeting: Meeting, plan: Plan): Promise<Message> {
  const { db, now, zone } = context
  const { seriesId, from } = placeOf(meeting)
  const old = found(await lockSeries(db, seriesId), 'such series')
  const rest = await restOf(db, { seriesId, from, status: 'scheduled' })
  const cancelled = await restOf(db, { seriesId, from, status: 'cancelled' })
  const wall = wallTime(plan.startsAt, plan.zone)
  // Where another thing is changed, one that was moved alone stays where it is, and the rule as it was.
  const stays = plan.startsAt.getTime() === meeting.startsAt.getTime() && plan.zone === meeting.zone
  const shift = stays ? old.dayShift : daysBetween(from, dayOf(plan.startsAt, plan.zone))
  const clock = stays
    ? { wallHour: old.wallHour, wallMinute: old.wallMinute, zone: old.zone }
    : { wallHour: wall.hour, wallMinute: wall.minute, zone: plan.zone }
  const moved = rest.map((one) => ({
    ...one,
    startsAt: stays
      ? one.startsAt
      : one.id === meeting.id
        ? plan.startsAt
        : atClock(addDays(one.seriesDay ?? from, shift), clock),
  }))
  if (moved.some(({ startsAt }) => startsAt <= now))
    throw new UserError('some of the meetings would lie in the past; move them to a time ahead.', {
      option: 'start',
    })
  // Days that are left out count as well, as they do for COUNT.
  const left = occurrencesOf({ ...old, exceptDays: [] }).filter(({ day }) => day >= from).length
  await endSeries(db, seriesId, from)
  const { title, minutes, place, link } = plan
  const next = await createSeries(
    db,
    {
      ...old,
      ...{ title, minutes, place, link },
      ...clock,
      firstDay: from,
      times: old.times === null ? null : Math.max(left, 1),
      dayShift: shift,
      rootId: old.rootId ?? old.id,
    },
    now,
  )
  // One that was cancelled alone stays so: the new series would make it anew.
  await carryOver(
    db,
    cancelled.map(({ id }) => id),
    next,
  )
  await replan(db, moved, { title, minutes, place, link, zone: plan.zone, seriesId: next }, now)
  const times = new Map(rest.map((one) => [one.id, one.startsAt]))
  for (const { id, startsAt } of moved) {
    const before = times.get(id)
    if (before && before.getTime() !== startsAt.getTime())
      await askAgain(db, { meetingId: id, from: before, to: startsAt })
  }
  await inviteAll(
    db,
    moved.map(({ id }) => id),
  )
  const after = moved.map((one) => ({
    ...one,
    ...{ title, minutes, place, link },
    zone: plan.zone,
    sequence: one.sequence + 1,
  }))
  const changes = changesOf(meeting, plan).join('; ')
  context.about(`meeting:${meeting.id}`)
  const said = (reader: string) =>
    stays || plan.startsAt.getTime() === meeting.startsAt.getTime()
      ? rich`Changed: ${meeting.title} from ${moment(plan.startsAt, reader)} on, the rest of the series: ${changes}.`
      : rich`Moved: ${meeting.title}, the rest of the series, from ${moment(meeting.startsAt, reader)} to ${moment(plan.startsAt, reader)}${changes === '' ? '' : `; ${changes}`}.`
  const told = await tellAll(context, after, 'moved', said)
  return message(
    rich`${said(zone)} ${counted(after.length, 'meeting')}; ${counted(told, 'person is', 'people are')} told.`,
    block.list(after.slice(0, 8).map(({ id, startsAt }) => rich`M${id} ${moment(startsAt, zone)}`)),
    block.buttons({
      ...button('Undo: as before', 'meeting move', {
        meeting: `M${meeting.id}`,
        series: 'rest',
        ...planTexts(meeting),
      }),
      confirmed: true,
    }),
  )
}
