import { workTimesOf } from '../../../db/directory/hours/workTimes.ts'
import { type ExpectedInvitee, expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { openPoll } from '../../../db/meetings/polls/openPoll.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { repeatedHourNote } from '../../../src/core/time/repeatedHourNote.ts'
import { meetingKinds } from '../../../src/meetings/kinds.ts'
import { lengthMeant } from '../../../src/meetings/lengthMeant.ts'
import { usualEnd } from '../../../src/meetings/poll/usualEnd.ts'
import { type Context, command } from '../../define.ts'
import { isMany, questionTo } from '../../records/askWhereMany.ts'
import { linkTyped, placeTyped } from '../plan/changes.ts'
import { groupsNamed } from '../plan/groupsNamed.ts'
import { hoursOfAll } from '../plan/hoursOfAll.ts'
import { refuseClosed } from '../plan/openGroups.ts'
import { named } from './card.ts'
import { openedCard, tellVoters } from './opened.ts'
import { openTwin } from './openTwin.ts'
import { lastingSlots, readSlots } from './readSlots.ts'
import { oddOnes, slotsShown } from './slotsShown.ts'

export const openPollCommand = command({
  group: 'poll',
  name: 'open',
  about: 'Ask the members which of several times suits them',
  options: {
    title: required(option.text({ about: 'Its title', max: 150 })),
    wg: required(option.groups({ about: 'The group, or several: A, B', onlyLed: true })),
    slots: required(
      option.text({
        about: 'The times: 12 Dec 14:30; 14 Dec 10:00',
        max: 1200,
        multiline: true,
        check: (text, { now, zone }) => readSlots(text, now, zone),
        lasting: (text, { now, zone }) => lastingSlots(text, now, zone),
      }),
    ),
    until: option.moment({
      deadline: true,
      ahead: true,
      about: 'When voting ends; within five days by default',
    }),
    kind: option.choice({ about: 'Regular by default', choices: meetingKinds }),
    duration: option.duration({
      about: 'One hour by default',
      min: 5,
      max: 7200,
    }),
    timezone: option.zone({ about: 'The time zone of the times' }),
    place: option.text({ about: 'The room or city', max: 200 }),
    link: option.text({ about: 'The link of the video call', max: 500 }),
  },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  makes: 'unless confirmed',
  mayAsk: true,
  examples: ['/meeting poll open "Fourth quarterly meeting" wg:ETCIP slots:"12 Dec 14:30; 14 Dec 10:00"'],
  async run(context, { title, wg, slots: typed, until, kind = 'regular', duration, timezone, place, link }) {
    const { db, now, zone, caller } = context
    const there = timezone ?? zone
    await refuseClosed(context, wg, context.today)
    const read = readSlots(typed, now, there)
    const slots = read.map(({ at }) => at)
    const { minutes, note: length } = lengthMeant(duration, read)
    const notes = [...read.map(({ at, note }) => note ?? repeatedHourNote(at, there)), length].flatMap(
      (note) => note ?? [],
    )
    const first = slots[0] ?? now
    const groupIds = wg.map(({ id }) => id)
    const guests = await expectedInvitees(db, groupIds, dayOf(now, there))
    const closesAt = until?.at ?? (await endOf(context, { first, zone: there, guests }))
    refuseEnd(closesAt, first, now)
    const names = groupsNamed(wg)
    const meant = named({ title, groupAcronym: names, kind })
    const twin = await openTwin(context, { groupIds, title, slots })
    if (mustShow(context, guests, { slots, there }) || (twin?.exact && !context.confirmed)) {
      const suggested = { slots, minutes, there, groupIds, place: placeTyped(place) }
      return questionTo(context, guests, {
        what: rich`Ask ${counted(guests.length, 'person', 'people')} which of ${counted(slots.length, 'time')} suits them for ${meant}, until ${moment(closesAt, zone)}?`,
        more: [
          ...(twin?.shown ?? []),
          ...(await slotsShown(context, suggested, guests)),
          ...notes.map((note) => block.text(note)),
        ],
        neededBy: closesAt,
        yes: 'Open the poll',
        values: {
          slots: slots.map((at) => at.toISOString()).join('; '),
          until: closesAt.toISOString(),
          duration: `${minutes}m`,
          timezone: there,
        },
      })
    }
    const id = await openPoll(
      db,
      {
        groupIds,
        title,
        kind,
        minutes,
        zone: there,
        place: placeTyped(place),
        link: linkTyped(link),
        closesAt,
        openedBy: caller.personId,
      },
      slots,
      now,
    )
    context.about(`poll:${id}`)
    const { voters, cardHere } = await tellVoters(context, id)
    const opened = rich`Opened the poll P${id} ${meant}; ${counted(voters, 'person is', 'people are')} asked.`
    return openedCard(context, id, { opened, notes, twin: twin?.shown ?? [], cardHere })
  },
})

/** Whether somebody should look first: many would be asked, or one of the times is an odd one. */
function mustShow(
  context: Context,
  guests: readonly ExpectedInvitee[],
  { slots, there }: { readonly slots: readonly Date[]; readonly there: string },
): boolean {
  if (context.confirmed || !Number.isFinite(context.askAbove)) return false
  const others = guests.some(({ personId }) => personId !== context.caller.personId)
  return isMany(context, guests) || (others && oddOnes(slots, there).length > 0)
}

/** Raises `UserError` for an end of voting that has passed, or that comes after the first of the times. */
export function refuseEnd(closesAt: Date, first: Date, now: Date): void {
  if (closesAt <= now)
    throw new UserError('That moment has passed; voting needs some time.', { option: 'until' })
  if (closesAt > first)
    throw new UserError('Voting would end after the first of the times; let it end before.', {
      option: 'until',
    })
}

/** When voting ends where nobody said: by the working days and nights of the members, whoever is on leave. */
async function endOf(
  { db, now }: Context,
  {
    first,
    zone,
    guests,
  }: { readonly first: Date; readonly zone: string; readonly guests: readonly ExpectedInvitee[] },
): Promise<Date> {
  const members = guests.filter(({ as }) => as !== 'observer').map(({ personId }) => personId)
  const times = await workTimesOf(db, members, dayOf(now, zone))
  const hours = await hoursOfAll(
    times.map((one) => ({ ...one, away: [] })),
    { from: now.getTime(), to: first.getTime() },
  )
  return usualEnd({ now, first, zone, people: hours.map((one) => one.hours) })
}
