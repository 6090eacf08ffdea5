import { hoursOf } from '../../db/directory/hours/hours.ts'
import { countryOfZone, formatDayHours, formatWeekdays, usualHours } from '../../src/core/time/workingTime.ts'
import { usualDays } from '../../src/core/time/zones/weekend.ts'
import type { Context } from '../define.ts'

/** The days on which the caller is reminded of what is not urgent: `Mon-Fri, as usual in Austria`. */
export async function weekOf({ db, caller, zone }: Context): Promise<string> {
  return weekWords(await hoursOf(db, caller.personId), zone)
}

type Hours = Awaited<ReturnType<typeof hoursOf>>

/** `09:00-18:00`, those of most where somebody has set none. */
export function hoursWords(hours: Hours): string {
  return formatDayHours(hours ? { from: hours.workFrom, to: hours.workTo } : usualHours)
}

export function weekWords(hours: Hours, zone: string): string {
  const own = hours?.workingDays ?? null
  if (own !== null && own.length > 0) return formatWeekdays(own)
  const country = hours?.country ?? countryOfZone(zone)
  const place = country === undefined ? undefined : countryName(country)
  return `${formatWeekdays(usualDays(country ?? ''))}, as usual${place === undefined ? '' : ` in ${place}`}`
}

export function countryName(code: string): string | undefined {
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)
}
