import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { microsoftCalendars } from '../../../../src/calendar/services/microsoft.ts'
import { object, text } from '../../../../src/core/json.ts'
import { email, type FarSide, farSide, read, window } from './farSide.ts'

let far: FarSide
let now: Date
beforeEach(async () => {
  far = await farSide()
  now = new Date('2026-11-21T12:00:00Z')
})
afterEach(() => far.end())

/** In another zone than was asked for. */
const elsewhere = {
  status: 'busy',
  start: { dateTime: '2026-12-08T13:00:00.0000000', timeZone: 'Pacific Standard Time' },
  end: { dateTime: '2026-12-08T14:00:00.0000000', timeZone: 'Pacific Standard Time' },
}

describe('Microsoft Graph', () => {
  const calendars = () =>
    microsoftCalendars({ tenant: 'un.example', id: 'app', secret: 'hush' }, () => now, {
      login: far.base,
      graph: far.base,
    })

  /** As getSchedule answers, with what nobody asked for beside the times. */
  const item = (status: string, start: string, end: string) => ({
    ...{ status, subject: 'Secret', location: 'Secret', isPrivate: false },
    start: { dateTime: `${start}.0000000`, timeZone: 'UTC' },
    end: { dateTime: `${end}.0000000`, timeZone: 'UTC' },
  })

  test('tells when somebody is busy, out of office or tentative, and not when they are free or elsewhere', async () => {
    far.says(({ body }) => {
      const { schedules, startTime } = object(JSON.parse(body))
      const first = text(object(startTime)['dateTime'])?.startsWith('2026-12-01')
      return [
        200,
        {
          value: [
            {
              scheduleId: schedules,
              scheduleItems: first
                ? [
                    item('busy', '2026-12-08T13:00:00', '2026-12-08T14:00:00'),
                    item('tentative', '2026-12-08T14:00:00', '2026-12-08T14:30:00'),
                    item('free', '2026-12-09T13:00:00', '2026-12-09T14:00:00'),
                    item('workingElsewhere', '2026-12-10T13:00:00', '2026-12-10T14:00:00'),
                  ]
                : [item('oof', '2027-01-20T00:00:00', '2027-02-10T00:00:00')],
            },
          ],
        },
      ]
    })

    expect(read(await calendars()(email, window))).toEqual([
      ['2026-12-08T13:00:00.000Z', '2026-12-08T14:30:00.000Z'],
      ['2027-01-20T00:00:00.000Z', '2027-02-01T00:00:00.000Z'],
    ])
    expect(far.asked[0]?.path).toBe('/un.example/oauth2/v2.0/token')
    expect(Object.fromEntries(new URLSearchParams(far.asked[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'app',
      client_secret: 'hush',
      scope: `${far.base}/.default`,
    })
    const [first] = far.questions()
    expect(first).toMatchObject({
      path: `/v1.0/users/${encodeURIComponent(email)}/calendar/getSchedule`,
      authorization: 'Bearer bearer-of-the-test',
      prefer: 'outlook.timezone="UTC"',
    })
    expect(JSON.parse(first?.body ?? '')).toEqual({
      schedules: [email],
      startTime: { dateTime: '2026-12-01T00:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2027-01-10T00:00:00', timeZone: 'UTC' },
      availabilityViewInterval: 60,
    })
    // No stretch is longer than Exchange takes, and one token serves for all.
    expect(far.questions()).toHaveLength(2)
    expect(far.asked).toHaveLength(3)
  })

  test('is asked for a token anew once the last one ends', async () => {
    far.says(() => [200, { value: [{ scheduleItems: [] }] }])
    const ask = calendars()
    const day = { from: window.from, to: new Date('2026-12-02T00:00:00Z') }
    await ask(email, day)
    now = new Date('2026-11-21T12:30:00Z')
    await ask(email, day)
    // Half a minute before its end.
    now = new Date('2026-11-21T12:59:30Z')
    await ask(email, day)

    expect(far.asked.map(({ path }) => path.includes('token'))).toEqual([true, false, false, true, false])
  })

  test('is asked for a token anew where the clock was set far back', async () => {
    far.says(() => [200, { value: [{ scheduleItems: [] }] }])
    const ask = calendars()
    const day = { from: window.from, to: new Date('2026-12-02T00:00:00Z') }
    await ask(email, day)
    now = new Date('2026-11-01T12:00:00Z')
    await ask(email, day)

    expect(far.asked.map(({ path }) => path.includes('token'))).toEqual([true, false, true, false])
  })

  test.each([
    [
      200,
      { value: [{ error: { responseCode: 'ErrorMailRecipientNotFound' } }] },
      'does not show the calendar',
    ],
    [200, { value: [{ scheduleItems: [{ status: 'busy' }] }] }, 'says what cannot be read'],
    [200, { value: [{ scheduleItems: [elsewhere] }] }, 'says what cannot be read'],
    [403, { error: { code: 'ErrorAccessDenied', message: 'Secret' } }, 'does not let the bot ask'],
    [404, { error: { code: 'ErrorInvalidUser' } }, 'knows no calendar of your e-mail address'],
    [429, {}, 'was asked too often'],
    [503, {}, 'says 503'],
  ])('that answers %i with %j is no calendar, with the reason', async (status, said, fault) => {
    far.says(() => [status, said])

    await expect(calendars()(email, window)).rejects.toThrow(`Microsoft 365 ${fault}`)
  })

  test('that cannot be reached is said to be so', async () => {
    const nowhere = { login: 'http://127.0.0.1:1', graph: 'http://127.0.0.1:1' }
    const ask = microsoftCalendars({ tenant: 't', id: 'i', secret: 's' }, () => now, nowhere)

    await expect(ask(email, window)).rejects.toThrow('Microsoft 365 does not answer')
  })
})
