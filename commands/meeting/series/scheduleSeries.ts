import type { NewMeeting } from '../../../db/meetings/change.ts'
import { clashes, lockTimes } from '../../../db/meetings/clashes.ts'
import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { invitees } from '../../../db/meetings/invitations.ts'
import { meetingById } from '../../../db/meetings/meetings.ts'
import { noteChanges } from '../../../db/meetings/record/changes.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import { inviteAll } from '../../../db/meetings/series/inviteAll.ts'
import { createSeries, type NewSeries, seriesById } from '../../../db/meetings/series/series.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { type Day, dayOf, formatDay } from '../../../src/core/time/day.ts'
import { formatDuration } from '../../../src/core/time/duration.ts'
import { daysParted } from '../../../src/core/time/phrases/daysListed.ts'
import { readDay } from '../../../src/core/time/typedDay.ts'
import { wallTime } from '../../../src/core/time/zone.ts'
import { boundedDays } from '../../../src/meetings/series/end.ts'
import type { Occurrence } from '../../../src/meetings/series/occurrences.ts'
import type { Repeat } from '../../../src/meetings/series/repeat.ts'
import { asRule, repeatFrom } from '../../../src/meetings/series/repeatFrom.ts'
import { occurrencesOf } from '../../../src/meetings/series/stored.ts'
import { type Context, found, type Question } from '../../define.ts'
import { clashBlocks } from '../card.ts'
import { daysOffOfSeries } from '../plan/daysOffOfSeries.ts'
import { tellOtherChairs } from '../plan/otherChairs.ts'
import { mustAsk, preview } from '../plan/preview.ts'
import { tellRooms } from '../tellRooms.ts'
import { extend } from './extend.ts'
import { afterFirst, dateList, inviteToSeries } from './inviteToSeries.ts'
import { notesOn, weekendNote } from './notesOnSeries.ts'

export interface SeriesRequest {
  readonly group: string
  readonly repeat: string
  /** The weekday of a month on which the first one was typed to be. */
  readonly nth: string | undefined
  readonly until: Day | undefined
  readonly except: string | undefined
  /** What was typed of its length and is not taken. */
  readonly length: string | undefined
  /** What was typed of the first meeting, as the button that confirms it types it. */
  readonly exact: Readonly<Record<string, string>>
}

/** Schedules a series: those of the next months exist at once, later ones as their time comes. */
export async function scheduleSeries(
  context: Context,
  first: NewMeeting,
  asked: SeriesRequest,
): Promise<Message | Question> {
  const { db, now, zone } = context
  const { series, repeat } = plan(context, first, asked)
  const dates = occurrencesOf(series)
  const [begin] = dates
  if (!begin)
    throw new UserError('No day of the series is left, so there would be no meeting.', { option: 'except' })
  if (begin.at <= now) throw new UserError('The first meeting would lie in the past.', { option: 'start' })
  const meeting = { ...first, startsAt: begin.at }
  await lockTimes(db)
  const clashing = await clashes(db, { ...meeting, starts: dates.map(({ at }) => at), except: [] })
  const guests = await expectedInvitees(db, first.groupIds, dayOf(begin.at, first.zone))
  const weekend = weekendNote(dates)
  const notes = [
    ...(weekend === undefined ? [] : [weekend]),
    ...notesOn(repeat, begin, dates, dayOf(first.startsAt, first.zone)),
    ...(asked.length === undefined ? [] : [asked.length]),
  ]
  const named = `${first.title} (${asked.group})`
  const rhythm = `${counted(dates.length, 'meeting')}, ${repeat.words}`
  if (mustAsk(context, guests, meeting)) {
    const what = rich`Schedule ${named}, ${rhythm}, ${formatDuration(first.minutes)}, and invite ${counted(guests.length, 'person', 'people')}?`
    const dayIsSaid = weekend !== undefined
    const shown = await preview(context, what, {
      time: meeting,
      room: meeting,
      people: guests,
      clashing,
      dayIsSaid,
    })
    const starts = dates.slice(1).map(({ at }) => at)
    const off = await daysOffOfSeries(db, { ...meeting, starts }, guests)
    return {
      kind: 'question',
      message: {
        ...shown,
        blocks: [dateList(dates, zone), ...notes.map((note) => block.text(note)), ...off, ...shown.blocks],
      },
      yes: 'Send the invitations',
      values: {
        ...asked.exact,
        // Days that are left out count from the beginning that was typed.
        ...(asked.except === undefined && { start: begin.at.toISOString() }),
        // Kept as typed, since an instant no longer says “the first Tuesday”.
        ...(asked.nth !== undefined && { repeat: asRule(repeat) }),
      },
    }
  }
  const { seriesId, ids, made } = await store(context, series)
  const people = await invitees(db, made.id)
  inviteToSeries(context, { seriesId, made, what: `${named}, ${rhythm}`, dates }, people)
  await publish(context, made, ids, { named, rhythm, begin })
  return message(
    rich`Scheduled ${named}: ${rhythm}, first M${made.id} on ${moment(begin.at, zone)}. ${counted(people.length, 'person is', 'people are')} invited.`,
    ...afterFirst(dates, zone),
    await tellOtherChairs(context, made, people),
    ...notes.map((note) => block.text(note)),
    ...clashBlocks(clashing, zone),
    block.buttons(
      button('Undo: cancel all', 'meeting cancel', { meeting: `M${made.id}`, series: 'rest' }),
      button('Show the first', 'meeting show', { meeting: `M${made.id}` }),
    ),
  )
}

/** Stores a series with its meetings of the next months, the first of which is `made`. */
async function store(context: Context, series: NewSeries) {
  const { db, now } = context
  const seriesId = await createSeries(db, series, now)
  const ids = await extend(db, found(await seriesById(db, seriesId), 'such series'), now)
  await inviteAll(db, ids)
  const made = found(await meetingById(db, found(ids[0], 'meeting of the series')), 'such meeting')
  context.about(`meeting:${made.id}`)
  return { seriesId, ids, made }
}

/** Tells the group's rooms of a new series, and notes it in the history of its later meetings. */
async function publish(
  context: Context,
  made: Meeting,
  ids: readonly number[],
  { named, rhythm, begin }: { readonly named: string; readonly rhythm: string; readonly begin: Occurrence },
): Promise<void> {
  const { db, now, caller } = context
  const news = rich`A new series: ${named}, ${rhythm}, first on ${moment(begin.at, made.zone)}.`
  await tellRooms(context, made, 'invitation', news, `A new series: ${named}, ${rhythm}`)
  const later = ids.slice(1)
  await noteChanges(
    db,
    later.map((meetingId) => ({ meetingId, personId: caller.personId, what: news })),
    now,
  )
}

/** The series as it is to be stored. Raises `UserError`. */
function plan(
  { now }: Context,
  first: NewMeeting,
  asked: SeriesRequest,
): { readonly series: NewSeries; readonly repeat: Repeat } {
  const start = dayOf(first.startsAt, first.zone)
  const repeat = repeatFrom(asked.repeat, { at: first.startsAt, zone: first.zone, nth: asked.nth })
  const { end, days } = boundedDays(repeat, start, asked.until)
  const wall = wallTime(first.startsAt, first.zone)
  const here = { now, zone: first.zone }
  const except = daysParted(asked.except ?? '').map((part) => readDay(part, here, 'end'))
  const foreign = except.find((day) => !days.includes(day))
  if (foreign !== undefined)
    throw new UserError(`${formatDay(foreign)} is not a day of the series, so it cannot be left out.`, {
      option: 'except',
    })
  const { title, kind, minutes, zone, place, link, organizerId } = first
  const [groupId, ...jointWith] = first.groupIds
  if (groupId === undefined) throw new Error('a series of no group')
  return {
    repeat,
    series: {
      ...{ groupId, jointWith, title, kind, minutes, zone, place, link, organizerId },
      rule: repeat.rule,
      said: repeat.words,
      firstDay: days[0] ?? start,
      wallHour: wall.hour,
      wallMinute: wall.minute,
      untilDay: end.kind === 'until' ? end.day : null,
      times: end.kind === 'count' ? end.count : null,
      exceptDays: [...except],
      dayShift: 0,
      rootId: null,
    },
  }
}
