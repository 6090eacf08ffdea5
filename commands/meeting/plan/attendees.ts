import { type WorkTimes, workTimesOf } from '../../../db/directory/hours/workTimes.ts'
import { engagements, lastMeetings } from '../../../db/meetings/gathered.ts'
import type { Guest } from '../../../db/meetings/guests.ts'
import type { Db } from '../../../db/store/db.ts'
import { addDays, type Day, dayOf, partsOf } from '../../../src/core/time/day.ts'
import { countryOfZone, usualHours } from '../../../src/core/time/workingTime.ts'
import {
  type CountryCalendar,
  countryCalendar,
  unitedNations,
} from '../../../src/meetings/slots/calendarYear.ts'
import type { Attendee } from '../../../src/meetings/slots/suggest.ts'
import { unsocialCount } from '../../../src/meetings/slots/unsocial.ts'
import type { Stretch, WorkingHours } from '../../../src/meetings/slots/workingHours.ts'

/** How many of a group's last meetings tell who bore the unsocial hours. */
export const lastCount = 6

export interface Considered extends Attendee {
  /** The entity's acronym, or the name of one who has none. */
  readonly name: string
}

/** Everybody whom a time should suit, with their hours, holidays, absences, other meetings and past burden. */
export async function considered(
  db: Db,
  {
    guests,
    groupIds,
    window,
    now,
    absences = true,
  }: {
    readonly guests: readonly Guest[]
    readonly groupIds: readonly number[]
    readonly window: Stretch
    readonly now: Date
    /** Whether days on which somebody is away count as days off. */
    readonly absences?: boolean
  },
): Promise<{ readonly attendees: readonly Considered[]; readonly closed: readonly Stretch[] }> {
  const ids = guests.map(({ personId }) => personId)
  const span = { from: new Date(window.from), to: new Date(window.to) }
  const times = await workTimesOf(db, ids, dayOf(span.from, 'UTC'))
  const busy = await engagements(db, ids, span)
  const last = (await lastMeetings(db, groupIds, now, lastCount)).map(stretchOf)
  const calendars = await calendarsOf(times, window)
  const attendees = times.map((one) => {
    const hours = hoursOf(absences ? one : { ...one, away: [] }, calendars)
    return {
      id: one.personId,
      name: one.entity ?? one.name,
      hours,
      busy: busy.filter(({ personId }) => personId === one.personId).map(stretchOf),
      unsocial: unsocialCount(hours, last),
    }
  })
  const own = busy.filter((one) => one.groupIds.some((id) => groupIds.includes(id))).map(stretchOf)
  return { attendees, closed: own }
}

function stretchOf({ startsAt, minutes }: { readonly startsAt: Date; readonly minutes: number }): Stretch {
  return { from: startsAt.getTime(), to: startsAt.getTime() + minutes * 60_000 }
}

/** The calendar of every country at hand, each read once, and that of the United Nations. */
async function calendarsOf(
  times: readonly WorkTimes[],
  window: Stretch,
): Promise<ReadonlyMap<string, CountryCalendar>> {
  const [from, to] = [window.from, window.to].map((at) => partsOf(dayOf(new Date(at), 'UTC'))[0])
  const years = [...new Set([from ?? 0, to ?? 0])]
  const countries = [...new Set([unitedNations, ...times.map(countryOf)])]
  const found = new Map<string, CountryCalendar>()
  for (const country of countries) found.set(country, await countryCalendar(country, years))
  return found
}

function countryOf({ country, zone }: WorkTimes): string {
  return country ?? countryOfZone(zone) ?? ''
}

function hoursOf(times: WorkTimes, calendars: ReadonlyMap<string, CountryCalendar>): WorkingHours {
  const calendar = calendars.get(countryOf(times))
  const common = times.entityType === 'un' ? (calendars.get(unitedNations)?.holidays ?? []) : []
  return {
    zone: times.zone,
    from: times.workFrom ?? usualHours.from,
    to: times.workTo ?? usualHours.to,
    days: times.workingDays ?? calendar?.workingDays ?? [1, 2, 3, 4, 5],
    holidays: new Set([...(calendar?.holidays ?? []), ...common, ...times.away.flatMap(daysOf)]),
  }
}

/** An absence longer than a year is one of a year here: no window is longer. */
function daysOf({ from, to }: { readonly from: Day; readonly to: Day }): readonly Day[] {
  const days: Day[] = []
  for (let day = from; day <= to && days.length < 400; day = addDays(day, 1)) days.push(day)
  return days
}
