import { calendarsWithout, fillCalendar } from '../../../db/directory/hours/workCalendars.ts'
import type { Store } from '../../../db/store/connect.ts'
import { dayOf, partsOf } from '../../core/time/day.ts'
import { countryOfZone } from '../../core/time/workingTime.ts'
import { countryCalendar, unitedNations } from '../../meetings/slots/calendarYear.ts'

/** How many calendars are read at one tick: each takes some milliseconds. */
const mostAtOnce = 20

/**
 * Looks up the public holidays of the calendars that people have come to keep, this year's and the next. Does nothing
 * at most ticks.
 */
export async function keepCalendars(store: Store, now: Date): Promise<void> {
  const [year = 0] = partsOf(dayOf(now, 'UTC'))
  for (const calendar of await calendarsWithout(store.kysely, year + 1, mostAtOnce)) {
    const { holidays, workingDays } = await countryCalendar(countryOf(calendar), [year - 1, year, year + 1])
    await store.kysely
      .transaction()
      .execute((trx) =>
        fillCalendar(trx, { calendar, workingDays, knownTo: year + 1, holidays: [...holidays] }),
      )
  }
}

function countryOf(calendar: string): string {
  if (calendar === unitedNations || /^[A-Z]{2}$/.test(calendar)) return calendar
  return countryOfZone(calendar) ?? ''
}
