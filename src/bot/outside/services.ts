import { googleCalendars } from '../../calendar/services/google.ts'
import { microsoftCalendars } from '../../calendar/services/microsoft.ts'
import type { CalendarService } from '../../calendar/services/service.ts'
import type { Clock } from '../../core/clock.ts'
import type { CalendarSettings } from '../../settings/calendars.ts'

/** The services that can be asked, by the word that stands before the e-mail address they are asked about. */
export type CalendarServices = ReadonlyMap<string, CalendarService>

export function calendarServices({ google, microsoft }: CalendarSettings, clock: Clock): CalendarServices {
  const now = () => clock.now()
  return new Map([
    ...(google ? [['google', googleCalendars(google, now)] as const] : []),
    ...(microsoft ? [['microsoft', microsoftCalendars(microsoft, now)] as const] : []),
  ])
}
