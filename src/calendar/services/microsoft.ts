import { array, object, text } from '../../core/json.ts'
import { UnreadableCalendar } from '../busy/unreadable.ts'
import { ask, type CalendarService, keepToken, piecewise, spansOf } from './service.ts'

/** An app of one Entra tenant that may read when its people are busy: the permission Calendars.ReadBasic.All. */
export interface MicrosoftApp {
  readonly tenant: string
  readonly id: string
  readonly secret: string
}

const service = 'Microsoft 365'
const usual = { login: 'https://login.microsoftonline.com', graph: 'https://graph.microsoft.com' } as const
/** Statuses that leave somebody free. */
const free = new Set(['free', 'workingElsewhere'])

/** Asks Microsoft Graph, whose answer may name subjects and places: only times are read from it. */
export function microsoftCalendars(
  { tenant, id, secret }: MicrosoftApp,
  now: () => Date,
  { login, graph }: { readonly login: string; readonly graph: string } = usual,
): CalendarService {
  const token = keepToken(service, now, () => ({
    url: `${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: secret,
      scope: `${graph}/.default`,
    }),
  }))
  return (email, window) =>
    piecewise(window, async ({ from, to }) => {
      const { value } = await ask(service, {
        url: `${graph}/v1.0/users/${encodeURIComponent(email)}/calendar/getSchedule`,
        headers: { authorization: `Bearer ${await token()}`, prefer: 'outlook.timezone="UTC"' },
        body: { schedules: [email], startTime: utc(from), endTime: utc(to), availabilityViewInterval: 60 },
      })
      const [schedule] = array(value).map(object)
      if (!schedule || schedule['error'])
        throw new UnreadableCalendar(`${service} does not show the calendar of your e-mail address`)
      return spansOf(service, schedule['scheduleItems'], ({ status, start, end }) =>
        free.has(String(status)) ? undefined : [instant(start), instant(end)],
      )
    })
}

function utc(at: Date) {
  return { dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' }
}

/** Undated, and so refused, where it is of another zone than was asked for. */
function instant(said: unknown): string {
  const { dateTime, timeZone } = object(said)
  return timeZone === 'UTC' ? `${text(dateTime) ?? ''}Z` : ''
}
