import { createVerify, generateKeyPairSync } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { googleCalendars } from '../../../../src/calendar/services/google.ts'
import { email, type FarSide, farSide, read, window } from './farSide.ts'

let far: FarSide
let now: Date
beforeEach(async () => {
  far = await farSide()
  now = new Date('2026-11-21T12:00:00Z')
})
afterEach(() => far.end())

describe('Google Calendar', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const account = {
    email: 'bot@project.iam.example',
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const calendars = () => googleCalendars(account, () => now, { token: `${far.base}/token`, api: far.base })

  test('tells when somebody is busy who shares it with the account, which proves who it is', async () => {
    far.says(({ body }) => {
      const first = JSON.parse(body).timeMin === '2026-12-01T00:00:00.000Z'
      const busy = first ? [{ start: '2026-12-08T13:00:00Z', end: '2026-12-08T15:00:00+01:00' }] : []
      return [200, { kind: 'calendar#freeBusy', calendars: { [email]: { busy } } }]
    })

    expect(read(await calendars()(email, window))).toEqual([
      ['2026-12-08T13:00:00.000Z', '2026-12-08T14:00:00.000Z'],
    ])
    const form = new URLSearchParams(far.asked[0]?.body)
    const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.')
    expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: account.email,
      scope: 'https://www.googleapis.com/auth/calendar.events.freebusy',
      aud: `${far.base}/token`,
      iat: 1795262400,
      exp: 1795266000,
    })
    expect(
      createVerify('RSA-SHA256').update(`${header}.${claims}`).verify(publicKey, signature, 'base64url'),
    ).toBe(true)
    expect(far.questions()[0]).toMatchObject({
      path: '/calendar/v3/freeBusy',
      authorization: 'Bearer bearer-of-the-test',
    })
    expect(JSON.parse(far.questions()[0]?.body ?? '')).toEqual({
      timeMin: '2026-12-01T00:00:00.000Z',
      timeMax: '2027-01-10T00:00:00.000Z',
      timeZone: 'UTC',
      items: [{ id: email }],
    })
  })

  test('that knows nothing of a calendar says with whom to share it', async () => {
    far.says(() => [
      200,
      { calendars: { [email]: { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] } } },
    ])

    await expect(calendars()(email, window)).rejects.toThrow(`it is not shared with ${account.email} yet`)
  })
})
