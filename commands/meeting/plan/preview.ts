import { busyAmong } from '../../../db/directory/busy/among.ts'
import type { Clash } from '../../../db/meetings/clashes.ts'
import type { Guest } from '../../../db/meetings/guests.ts'
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
import { formatMoment, wallTime } from '../../../src/core/time/zone.ts'
import { hoursOfDay } from '../../../src/meetings/hours.ts'
import type { Context } from '../../define.ts'
import { clashBlocks } from '../card.ts'

type Time = Pick<Meeting, 'startsAt' | 'minutes' | 'zone'>

/** Whether somebody should look first: many people would be written to, or the time is an odd one. */
export function mustAsk(
  { caller, confirmed, askAbove }: Context,
  people: readonly Guest[],
  time: Time,
): boolean {
  if (confirmed || !Number.isFinite(askAbove)) return false
  const others = people.filter(({ personId }) => personId !== caller.personId)
  return others.length > askAbove || (others.length > 0 && oddTime(time) !== undefined)
}

/** What would be sent: to whom, when in their hours, and what it clashes with. */
export async function preview(
  db: Db,
  what: Rich,
  {
    time,
    people,
    clashing,
    zone,
  }: {
    readonly time: Time
    readonly people: readonly Guest[]
    readonly clashing: readonly Clash[]
    readonly zone: string
  },
): Promise<Message> {
  const odd = oddTime(time)
  return message(
    what,
    odd ? block.text(odd) : undefined,
    whom(people),
    hours(time, people, await busyOf(db, time, people)),
    ...clashBlocks(clashing, zone),
    block.text('Nothing has been sent or changed yet.'),
  )
}

/** Says that a time lies in the night or on a weekend where the meeting is; undefined for any other. */
function oddTime({ startsAt, minutes, zone }: Time): Rich | undefined {
  const night = hoursOfDay(startsAt, minutes, zone) === 'night'
  const { weekday } = wallTime(startsAt, zone)
  const day = weekday === 6 ? 'Saturday' : weekday === 7 ? 'Sunday' : undefined
  const hour = rich`${moment(startsAt, zone, 'time')} is in the night`
  if (day === undefined) return night ? rich`Mind the hour: ${hour}.` : undefined
  const said = rich`${moment(startsAt, zone, 'day')} is a ${day}`
  return night ? rich`Mind the day and the hour: ${said}, and ${hour}.` : rich`Mind the day: ${said}.`
}

function whom(people: readonly Guest[]): Block {
  const names = (observers: boolean) =>
    [...new Set(people.filter(({ as }) => (as === 'observer') === observers).map(nameOf))].join(', ')
  const observers = names(true)
  return block.fields([
    ['Members', names(false) || 'none'],
    ...(observers === '' ? [] : [['Observers', observers] as const]),
  ])
}

function nameOf({ entity, name }: Guest): string {
  return entity ?? name
}

const mostClocks = 8

/** The time on the clocks of those who would be invited, the most common first, with who is outside their hours. */
function hours({ startsAt, minutes }: Time, people: readonly Guest[], busy: readonly Guest[]): Block {
  const clocks = Map.groupBy(people, ({ zone }) => formatMoment(startsAt, zone).replace(/ \(.*/, ''))
  const lines = [...clocks]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, mostClocks)
    .map(([clock, there]) => {
      const zones = [...new Set(there.map(({ zone }) => zone))]
      const where = zones.length > 3 ? `${zones.slice(0, 2).join(', ')} and elsewhere` : zones.join(', ')
      return `${clock}: ${counted(there.length, 'person', 'people')} (${where})`
    })
  const outside = people.filter(({ zone }) => hoursOfDay(startsAt, minutes, zone) !== 'working')
  return block.list([
    ...lines,
    outside.length === 0
      ? 'Everybody is within their working hours.'
      : `${counted(outside.length, 'person is', 'people are')} outside their working hours: ${namesOf(outside)}`,
    ...(busy.length === 0
      ? []
      : [
          `${counted(busy.length, 'person is', 'people are')} busy then, by their calendars: ${namesOf(busy)}`,
        ]),
  ])
}

const mostNames = 12

function namesOf(people: readonly Guest[]): string {
  const names = [...new Set(people.map(nameOf))]
  return names.length > mostNames ? `${names.slice(0, mostNames).join(', ')} and more` : names.join(', ')
}

async function busyOf(
  db: Db,
  { startsAt: from, minutes }: Time,
  people: readonly Guest[],
): Promise<readonly Guest[]> {
  const until = new Date(from.getTime() + minutes * 60_000)
  const busy = await busyAmong(db, { personIds: people.map(({ personId }) => personId), from, until })
  return people.filter(({ personId }) => busy.has(personId))
}
