import type { NewMeeting } from '../../db/meetings/change.ts'
import { clashes, lockTimes } from '../../db/meetings/clashes.ts'
import { expectedInvitees } from '../../db/meetings/expectedInvitees.ts'
import { meetingById } from '../../db/meetings/meetings.ts'
import { tallyOf } from '../../db/meetings/tally.ts'
import { chairOf } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, type Message, message, moment, rich } from '../../src/core/message.ts'
import { type MeetingRef, option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { dayOf, formatDay, type TypedMoment } from '../../src/core/time/day.ts'
import { formatDuration } from '../../src/core/time/duration.ts'
import { repeatedHourNote } from '../../src/core/time/repeatedHourNote.ts'
import { meetingKinds } from '../../src/meetings/kinds.ts'
import { lengthMeant } from '../../src/meetings/lengthMeant.ts'
import { otherDayNamed } from '../../src/meetings/otherDayNamed.ts'
import { type Context, command, type Question } from '../define.ts'
import { called } from './called.ts'
import { clashBlocks, meetingFields } from './card.ts'
import { announce } from './plan/announce.ts'
import { linkTyped, placeTyped } from './plan/changes.ts'
import { groupsNamed } from './plan/groupsNamed.ts'
import { refuseClosed } from './plan/openGroups.ts'
import { tellOtherChairs } from './plan/otherChairs.ts'
import { mustAsk, preview } from './plan/preview.ts'
import { record } from './plan/putOnRecord.ts'
import { invitedWords, mayAnswer, sharedBlocks } from './rsvpCard.ts'
import { firstAfter } from './series/firstAfter.ts'
import { scheduleSeries } from './series/scheduleSeries.ts'

export const schedule = command({
  name: 'schedule',
  about: 'Schedule a meeting and invite the group’s members and observers',
  options: {
    title: required(option.text({ about: 'Its title', max: 150 })),
    wg: required(option.groups({ about: 'The group, or several: A, B', onlyLed: true })),
    start: required(
      option.moment({
        about: 'When it begins, e.g. 12 Dec 14:30 or next Tuesday 10:00',
        repeats: 'repeat',
        ahead: 'usually',
      }),
    ),
    duration: option.duration({
      about: 'How long, e.g. 90m or 1h30; one hour by default',
      min: 5,
      max: 1440 * 5,
    }),
    timezone: option.zone({ about: 'Its time zone, when not yours' }),
    kind: option.choice({ about: 'Regular by default', choices: meetingKinds }),
    place: option.text({ about: 'The room or city', max: 200 }),
    link: option.text({ about: 'The link of the video call', max: 500 }),
    repeat: option.text({
      about: 'quarterly, every 2nd Tuesday; monthly, 6 times',
      max: 120,
    }),
    until: option.endDay({ about: 'The last day of the series' }),
    except: option.text({ about: 'Days to skip in the series', max: 300 }),
    like: option.meeting({
      onlyPressed: true,
      about: 'The meeting whose title, group, length and place it has',
    }),
    held: option.flag({ about: 'It took place; nobody is written to' }),
  },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  makes: 'each time',
  mayAsk: true,
  examples: [
    '/meeting schedule "Fourth quarterly meeting" wg:ETCIP start:"12 Dec 14:30" duration:90m',
    '/meeting schedule Planning wg:PCVE start:"next Tuesday 10:00" timezone:Europe/Vienna place:"Room C"',
    '/meeting schedule "Joint meeting on borders" wg:"ETCIP, BMLE" start:"16 Dec 15:00"',
    '/meeting schedule "Quarterly meeting" wg:ETCIP start:"15 Jan 14:30" repeat:quarterly until:2028-12-31',
  ],
  async run(context, { title, wg, start, duration, kind, place, link, like, held, ...series }) {
    const { now, caller } = context
    const names = groupsNamed(wg)
    await refuseClosed(context, wg, dayOf(start.at, start.zone))
    const { minutes, note: length } = lengthMeant(duration, [start])
    const notes = [
      start.note ?? repeatedHourNote(start.at, start.zone),
      length,
      titleNote(context, title, start),
    ].flatMap((one) => one ?? [])
    const note = notes.length > 0 ? notes.join(' ') : undefined
    const exact = { start: start.at.toISOString(), timezone: start.zone, duration: `${minutes}m` }
    const meeting = {
      groupIds: wg.map(({ id }) => id),
      title,
      kind: kind ?? 'regular',
      startsAt: start.at,
      minutes,
      zone: start.zone,
      place: placeTyped(place),
      link: linkTyped(link),
      organizerId: caller.personId,
    }
    const { repeat, until, except } = series
    if (repeat !== undefined) {
      if (held)
        throw new UserError('A series is scheduled ahead, so it cannot have been held.', { option: 'held' })
      if (like) await refuseOfSeries(context, like)
      // The meeting that is to come again stays, and the series begins after it.
      const again = like !== undefined && like.startsAt.getTime() === start.at.getTime()
      const first = again ? { ...meeting, startsAt: firstAfter(repeat, meeting) } : meeting
      return scheduleSeries(context, first, {
        ...{ group: names, repeat, nth: start.nth, until, except, exact },
        length,
      })
    }
    if (until !== undefined || except !== undefined)
      throw new UserError('Only a series ends or leaves days out; say how it repeats: repeat:quarterly.', {
        option: 'repeat',
      })
    if (start.at <= now || held)
      return record(context, meeting, { group: names, exact, held: held ?? false, note })
    return scheduleOnce(context, meeting, { names, exact, note })
  },
})

/** Says that the title names another day than that of the meeting. */
function titleNote({ today }: Context, title: string, { at, zone }: TypedMoment): string | undefined {
  const day = dayOf(at, zone)
  const other = otherDayNamed(title, day, today)
  return other && `The title says “${other}”, and the meeting is on ${formatDay(day)}.`
}

interface Spoken {
  /** The groups, as a sentence names them. */
  readonly names: string
  /** What was typed of the time, as option texts that mean the same at any later moment. */
  readonly exact: Readonly<Record<string, string>>
  /** What is to be said of the hour. */
  readonly note: string | undefined
}

/** Schedules a meeting ahead and invites to it; asks first where many would be written to. */
async function scheduleOnce(
  context: Context,
  meeting: NewMeeting,
  { names, exact, note }: Spoken,
): Promise<Message | Question> {
  const { db, now, zone } = context
  const { title, startsAt, minutes } = meeting
  await lockTimes(db)
  const clashing = await clashes(db, { ...meeting, starts: [startsAt], except: [] })
  const guests = await expectedInvitees(db, meeting.groupIds, dayOf(startsAt, meeting.zone))
  if (mustAsk(context, guests, meeting)) {
    const what = rich`Schedule ${title} (${names}), ${moment(startsAt, zone)}, ${formatDuration(minutes)}, and invite ${counted(guests.length, 'person', 'people')}?`
    return {
      kind: 'question',
      message: await preview(context, what, { time: meeting, room: meeting, people: guests, clashing, note }),
      yes: 'Send the invitations',
      values: exact,
    }
  }
  const { made, invited, cardHere } = await announce(context, meeting, names)
  const id = made.id
  const answers = mayAnswer(context, invited)
  const shown = answers ? sharedBlocks(made, await tallyOf(db, id), now) : [meetingFields(made, made.zone)]
  const notice = message(
    rich`Scheduled M${id}: ${title} (${names}), ${moment(startsAt, zone)}. ${invitedWords(invited, names)}.`,
    ...(cardHere ? [] : shown),
    await tellOtherChairs(context, made, invited),
    note === undefined ? undefined : block.text(note),
    ...clashBlocks(clashing, zone),
    block.buttons(
      button('Undo: cancel it', 'meeting cancel', { meeting: `M${id}` }),
      button('Show', 'meeting show', { meeting: `M${id}` }),
    ),
  )
  return cardHere || !answers ? notice : { ...notice, card: `meeting:${id}` }
}

/** Raises `UserError` for a meeting that comes again already. */
async function refuseOfSeries({ db }: Context, { id, title }: MeetingRef): Promise<void> {
  const seriesId = (await meetingById(db, id))?.seriesId ?? null
  if (seriesId === null) return
  throw new UserError(
    `${called({ id, title })} is one of a series already. Its times are moved with “series:rest”; to repeat it otherwise, cancel the rest first. Nothing was changed.`,
    { option: 'repeat' },
  )
}
