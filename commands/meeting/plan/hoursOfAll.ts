import type { WorkTimes } from '../../../db/directory/hours/workTimes.ts'
import { addDays, type Day, dayOf, partsOf } from '../../../src/core/time/day.ts'
import { countryOfZone, usualHours } from '../../../src/core/time/workingTime.ts'
import {
  type CountryCalendar,
  countryCalendar,
  unitedNations,
} from '../../../src/meetings/slots/calendarYear.ts'
import type { Stretch, WorkingHours } from '../../../src/meetings/slots/workingHours.ts'

/** When people work in a window: by their own hours, days and absences, and the holidays of their countries. */
export async function hoursOfAll(
  times: readonly WorkTimes[],
  window: Stretch,
): Promise<readonly (WorkTimes & { readonly hours: WorkingHours })[]> {
  const calendars = await calendarsOf(times, window)
  return times.map((one) => ({ ...one, hours: hoursOf(one, calendars) }))
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

/** An absence is cut off after a year, since no window is longer. */
function daysOf({ from, to }: { readonly from: Day; readonly to: Day }): readonly Day[] {
  const days: Day[] = []
  for (let day = from; day <= to && days.length < 400; day = addDays(day, 1)) days.push(day)
  return days
}
