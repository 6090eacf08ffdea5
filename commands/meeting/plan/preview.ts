import { busyAmong } from '../../../db/directory/busy/among.ts'
import { workTimesOf } from '../../../db/directory/hours/workTimes.ts'
import type { Clash } from '../../../db/meetings/clashes.ts'
import type { ExpectedInvitee } from '../../../db/meetings/expectedInvitees.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import {
  type Block,
  block,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { formatMoment, wallTime } from '../../../src/core/time/zone.ts'
import { isAtNight } from '../../../src/meetings/isAtNight.ts'
import { type WorkingHoursFit, workingHoursFit } from '../../../src/meetings/slots/unsocial.ts'
import type { Context } from '../../define.ts'
import { clashBlocks } from '../card.ts'
import { hoursOfAll } from './hoursOfAll.ts'

type Time = Pick<Meeting, 'startsAt' | 'minutes' | 'zone'>

/** Whether somebody should look first: many people would be written to, or the time is an odd one. */
export function mustAsk(
  { caller, confirmed, askAbove }: Context,
  people: readonly ExpectedInvitee[],
  time: Time,
): boolean {
  if (confirmed || !Number.isFinite(askAbove)) return false
  const others = people.filter(({ personId }) => personId !== caller.personId)
  return others.length > askAbove || (others.length > 0 && oddTime(time) !== undefined)
}

/** What would be sent: to whom, at what hour of theirs, and what it clashes with. */
export async function preview(
  db: Db,
  what: Rich,
  {
    time,
    people,
    clashing,
    zone,
    note,
    dates,
    dayIsSaid = false,
  }: {
    readonly time: Time
    readonly people: readonly ExpectedInvitee[]
    readonly clashing: readonly Clash[]
    readonly zone: string
    /** What else is to be known of the time. */
    readonly note?: string | undefined
    /** The meetings of a series, where several are meant. */
    readonly dates?: Block | undefined
    /** Whether it is said elsewhere that the day is one of a weekend. */
    readonly dayIsSaid?: boolean
  },
): Promise<Message> {
  const odd = oddTime(time, dayIsSaid)
  return message(
    what,
    odd ? block.text(odd) : undefined,
    note === undefined ? undefined : block.text(note),
    dates,
    whom(people),
    block.heading('By their clocks'),
    block.list([...clocks(time, people), ...(await availability(db, time, people))]),
    ...clashBlocks(clashing, zone),
    block.text('Nothing has been sent or changed yet.'),
  )
}

/** Says that a time lies in the night or on a weekend where the meeting is; undefined for any other. */
function oddTime({ startsAt, zone }: Time, dayIsSaid = false): Rich | undefined {
  const night = isAtNight(startsAt, zone)
  const { weekday } = wallTime(startsAt, zone)
  const day = weekday === 6 ? 'Saturday' : weekday === 7 ? 'Sunday' : undefined
  const hour = rich`${moment(startsAt, zone, 'time')} is in the night`
  if (day === undefined || dayIsSaid) return night ? rich`Mind the hour: ${hour}.` : undefined
  const sentence = rich`${moment(startsAt, zone, 'day')} is a ${day}`
  return night ? rich`Mind the day and the hour: ${sentence}, and ${hour}.` : rich`Mind the day: ${sentence}.`
}

function whom(people: readonly ExpectedInvitee[]): Block {
  const names = (observers: boolean) =>
    [...new Set(people.filter(({ as }) => (as === 'observer') === observers).map(nameOf))].join(', ')
  const observers = names(true)
  return block.fields([
    ['Members', names(false) || 'none'],
    ...(observers === '' ? [] : [['Observers', observers] as const]),
  ])
}

function nameOf({ entity, name }: ExpectedInvitee): string {
  return entity ?? name
}

const mostClocks = 8

/** The time on the clocks of those who would be invited, the most common first. */
function clocks({ startsAt }: Time, people: readonly ExpectedInvitee[]): readonly string[] {
  const shown = Map.groupBy(people, ({ zone }) => formatMoment(startsAt, zone).replace(/ \(.*/, ''))
  return [...shown]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, mostClocks)
    .map(([clock, there]) => {
      const zones = [...new Set(there.map(({ zone }) => zone))]
      const where = zones.length > 3 ? `${zones.slice(0, 2).join(', ')} and elsewhere` : zones.join(', ')
      return `${clock}: ${counted(there.length, 'person', 'people')} (${where})`
    })
}

/** Whom the time does not suit: by their own hours, their days off and their calendars. */
async function availability(
  db: Db,
  { startsAt, minutes }: Time,
  people: readonly ExpectedInvitee[],
): Promise<readonly string[]> {
  const ids = people.map(({ personId }) => personId)
  const until = new Date(startsAt.getTime() + minutes * 60_000)
  const window = { from: startsAt.getTime(), to: until.getTime() }
  const times = await workTimesOf(db, ids, addDays(dayOf(startsAt, 'UTC'), -1))
  const lying = new Map<number, WorkingHoursFit>()
  for (const { personId, hours } of await hoursOfAll(times, window))
    lying.set(personId, workingHoursFit(hours, window))
  const busy = await busyAmong(db, { personIds: ids, from: startsAt, until })
  const found = [
    ['outside their working hours', people.filter(({ personId }) => lying.get(personId) === 'outside')],
    ['away or on a day off', people.filter(({ personId }) => lying.get(personId) === 'on a day off')],
    ['busy then, by their calendars', people.filter(({ personId }) => busy.has(personId))],
  ] as const
  const [outside, off] = found
  return [
    ...(outside[1].length + off[1].length === 0 ? ['Everybody is within their working hours.'] : []),
    ...found.flatMap(([what, who]) =>
      who.length > 0 ? [`${counted(who.length, 'person is', 'people are')} ${what}: ${namesOf(who)}`] : [],
    ),
  ]
}

const mostNames = 12

/** The entities of people, or their own names, as far as these are few. */
export function namesOf(people: readonly ExpectedInvitee[]): string {
  const names = [...new Set(people.map(nameOf))]
  return names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} and more` : names.join(', ')
}
