import { busyAmong } from '../../../db/directory/busy/among.ts'
import { workTimesOf } from '../../../db/directory/hours/workTimes.ts'
import type { Meeting } from '../../../db/meetings/rows.ts'
import type { Db } from '../../../db/store/db.ts'
import { moment, type Rich, rich } from '../../../src/core/message.ts'
import type { Reader } from '../../../src/core/reach/whom.ts'
import { addDays, dayOf } from '../../../src/core/time/day.ts'
import { wallTime } from '../../../src/core/time/zone.ts'
import { isAtNight } from '../../../src/meetings/isAtNight.ts'
import { type WorkingHoursFit, workingHoursFit } from '../../../src/meetings/slots/unsocial.ts'
import { hoursOfAll } from './hoursOfAll.ts'

/** Says that a time lies in the night or on a weekend where the meeting is; undefined for any other. */
export function oddTime(
  { startsAt, zone }: Pick<Meeting, 'startsAt' | 'zone'>,
  dayIsSaid = false,
): Rich | undefined {
  const night = isAtNight(startsAt, zone)
  const { weekday } = wallTime(startsAt, zone)
  const day = weekday === 6 ? 'Saturday' : weekday === 7 ? 'Sunday' : undefined
  const hour = rich`${moment(startsAt, zone, 'time')} is in the night`
  if (day === undefined || dayIsSaid) return night ? rich`Mind the hour: ${hour}.` : undefined
  const sentence = rich`${moment(startsAt, zone, 'day')} is a ${day}`
  return night ? rich`Mind the day and the hour: ${sentence}, and ${hour}.` : rich`Mind the day: ${sentence}.`
}

/** Those whom a time does not suit: by their own hours, their days off and their calendars. */
export async function workingThen<P extends Pick<Reader, 'personId'>>(
  db: Db,
  { startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>,
  people: readonly P[],
): Promise<Readonly<Record<'outside' | 'off' | 'busy', readonly P[]>>> {
  const ids = people.map(({ personId }) => personId)
  // What ends at an instant is part of the minute before it.
  const from = minutes === 0 ? new Date(startsAt.getTime() - 60_000) : startsAt
  const until = new Date(startsAt.getTime() + minutes * 60_000)
  const window = { from: from.getTime(), to: until.getTime() }
  const times = await workTimesOf(db, ids, addDays(dayOf(startsAt, 'UTC'), -1))
  const lying = new Map<number, WorkingHoursFit>()
  for (const { personId, hours } of await hoursOfAll(times, window))
    lying.set(personId, workingHoursFit(hours, window))
  const busy = await busyAmong(db, { personIds: ids, from, until })
  return {
    outside: people.filter(({ personId }) => lying.get(personId) === 'outside'),
    off: people.filter(({ personId }) => lying.get(personId) === 'on a day off'),
    busy: people.filter(({ personId }) => busy.has(personId)),
  }
}
