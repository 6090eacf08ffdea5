import { createSign } from 'node:crypto'

import { array, object, text } from '../../core/json.ts'
import { UnreadableCalendar } from '../busy/unreadable.ts'
import { ask, type CalendarService, keepToken, piecewise, spansOf } from './service.ts'

/** A service account, with which people share when they are busy. */
export interface GoogleAccount {
  readonly email: string
  /** Its private key, in PEM. */
  readonly key: string
}

const service = 'Google'
const scope = 'https://www.googleapis.com/auth/calendar.events.freebusy'
const usual = { token: 'https://oauth2.googleapis.com/token', api: 'https://www.googleapis.com' } as const
const tokenSeconds = 3_600

/** Asks Google Calendar, which tells a service account of those calendars alone that are shared with it. */
export function googleCalendars(
  account: GoogleAccount,
  now: () => Date,
  { token: tokenUrl, api }: { readonly token: string; readonly api: string } = usual,
): CalendarService {
  const token = keepToken(service, now, () => ({
    url: tokenUrl,
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: assertion(account, now(), tokenUrl),
    }),
  }))
  return (email, window) =>
    piecewise(window, async ({ from, to }) => {
      const { calendars } = await ask(service, {
        url: `${api}/calendar/v3/freeBusy`,
        headers: { authorization: `Bearer ${await token()}` },
        body: {
          timeMin: from.toISOString(),
          timeMax: to.toISOString(),
          timeZone: 'UTC',
          items: [{ id: email }],
        },
      })
      const [calendar] = Object.values(object(calendars)).map(object)
      if (!calendar || array(calendar['errors']).length > 0)
        throw new UnreadableCalendar(`it is not shared with ${account.email} yet`)
      return spansOf(service, calendar['busy'], ({ start, end }) => [text(start) ?? '', text(end) ?? ''])
    })
}

/** What proves to Google that the account asks, as a signed token of RFC 7523. */
function assertion({ email, key }: GoogleAccount, now: Date, audience: string): string {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const claims = { iss: email, scope, aud: audience, iat: issuedAt, exp: issuedAt + tokenSeconds }
  const signed = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}
