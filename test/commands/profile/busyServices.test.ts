import { generateKeyPairSync } from 'node:crypto'

import { expect, test } from 'vitest'
import { platforms } from '../../../adapters/index.ts'
import { readCalendars } from '../../../src/bot/outside/readCalendars.ts'
import type { CalendarServices } from '../../../src/bot/outside/services.ts'
import { UnreadableCalendar } from '../../../src/calendar/busy/unreadable.ts'
import { readConfig } from '../../../src/settings/settings.ts'
import { plainMessage } from '../../support/plain.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('cted')]
const google = { email: 'bot@project.iam.example', key: 'unused' }

async function read(here: World, services: CalendarServices): Promise<void> {
  const { log, secrets } = here.bot.services
  await readCalendars({
    db: here.database.store.kysely,
    clock: here.clock,
    log,
    reveal: secrets.reveal,
    services,
  })
}

test('Google and Microsoft 365 are asked for whoever wishes it, by the e-mail address that the chat vouches for alone', async () => {
  const here = await world({ calendars: { google, microsoft: { tenant: 't', id: 'i', secret: 's' } } })
  const asked: string[] = []
  const services: CalendarServices = new Map([
    [
      'google',
      async (email) => {
        asked.push(`google ${email}`)
        throw new UnreadableCalendar(`it is not shared with ${google.email} yet`)
      },
    ],
    [
      'microsoft',
      async (email, { from, to }) => {
        asked.push(`microsoft ${email}`)
        expect([from, to]).toEqual([here.clock.now(), new Date('2027-03-31T12:00:00Z')])
        return [{ from: new Date('2026-12-08T06:00:00Z'), to: new Date('2026-12-08T20:00:00Z') }]
      },
    ],
  ])
  try {
    for (const word of ['Outlook calendar', 'M365', 'Microsoft 365', 'Google Calendar', 'gmail']) {
      expect((await here.say(member, `/profile busy ${word}`)).outcome, word).toBe('done')
    }
    await here.say(member, '/profile busy none')
    const before = await here.say(member, '/profile busy')
    expect(before.text).toContain('Ask Google')
    const shared = await here.press(member, 'profile busy', { address: 'google' })
    expect(shared.text).toContain(`share your calendar there with ${google.email}`)
    await read(here, services)
    expect((await here.say(member, '/profile busy')).text).toContain(
      `it is not shared with ${google.email} yet`,
    )

    expect((await here.say(member, '/profile busy office 365')).text).toContain(
      `It is asked about ${member}.`,
    )
    await read(here, services)
    expect((await here.say(member, '/profile busy')).text).toMatch(
      /Your calendar at Microsoft 365[\s\S]*Busy ahead: 1 time/,
    )
    expect((await here.say(chair, '/meeting suggest ETCIP between:"8 Dec..8 Dec"')).text).toContain(
      '; busy: CTED',
    )
    // Whoever changes the address on record learns nothing of the other's calendar.
    await here.say(secretariat, `/directory edit person ${member} email:other@made.example`)
    here.clock.set(new Date('2026-11-22T12:00:00Z'))
    await read(here, services)
    expect(asked).toEqual([`google ${member}`, `microsoft ${member}`, `microsoft ${member}`])
  } finally {
    await here.end()
  }
})

test('no service is asked where the chat vouches for no e-mail address', async () => {
  const here = await world({ calendars: { google } })
  try {
    await here.say(member, '/profile', { profile: {} })
    const say = (text: string) =>
      here.bot.dispatch({
        caller: { platform: 'terminal', tenant: 'local', account: member },
        place: { platform: 'terminal', tenant: 'local', channel: member, private: true },
        input: { kind: 'line', text },
      })
    expect(plainMessage((await say('/profile busy')).message)).not.toContain('Ask Google')
    const answer = await say('/profile busy google')
    expect(answer.outcome).toBe('refused')
    expect(plainMessage(answer.message)).toContain('This chat does not vouch for your e-mail address')
  } finally {
    await here.end()
  }
})

test('a service that is not set up is refused, and one that is no longer so is said to its owner', async () => {
  const here = await world()
  try {
    const refused = await here.say(member, '/profile busy google')
    expect([refused.outcome, refused.text]).toEqual([
      'refused',
      expect.stringContaining('not set up to ask Google'),
    ])
    expect((await here.say(member, '/profile busy')).text).not.toContain('Ask Google')
  } finally {
    await here.end()
  }

  const once = await world({ calendars: { google } })
  try {
    await once.say(member, '/profile busy google')
    await read(once, new Map())
    expect((await once.say(member, '/profile busy')).text).toContain(
      'the bot is not set up any more to ask there',
    )
  } finally {
    await once.end()
  }
})

test('the services are set up whole or not at all, and a key that is none is named', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const json = JSON.stringify({ client_email: google.email, private_key: key })
  const graph = { GRAPH_TENANT_ID: 't', GRAPH_CLIENT_ID: 'i', GRAPH_CLIENT_SECRET: 's' }
  const calendars = (environment: Readonly<Record<string, string>>) =>
    readConfig(environment, platforms).calendars

  expect(calendars({})).toEqual({})
  expect(calendars({ ...graph, GOOGLE_SERVICE_ACCOUNT: json })).toEqual({
    microsoft: { tenant: 't', id: 'i', secret: 's' },
    google: { email: google.email, key },
  })
  expect(calendars({ GOOGLE_SERVICE_ACCOUNT: Buffer.from(json).toString('base64') }).google?.key).toBe(key)
  expect(() => calendars({ GRAPH_TENANT_ID: 't' })).toThrow('go together: set all three, or none')
  expect(() => calendars({ GOOGLE_SERVICE_ACCOUNT: '/keys/google.json' })).toThrow(
    'GOOGLE_SERVICE_ACCOUNT: give the JSON key',
  )
})
