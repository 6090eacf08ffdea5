import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readCalendars } from '../../../src/bot/outside/readCalendars.ts'
import type { Page } from '../../../src/process/links/readPage.ts'
import { focal, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const address = 'https://calendar.example.org/secret-token/busy.ics'

describe('the calendar whose address a person gave', () => {
  let here: World
  let asked: string[]
  beforeAll(async () => {
    here = await world()
    asked = []
  })
  afterAll(() => here.end())

  const calendar = (...events: readonly string[]) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.map((lines, at) => `BEGIN:VEVENT\r\nUID:${at}\r\nSUMMARY:Secret\r\n${lines}\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`
  const allDay = 'DTSTART:20261208T060000Z\r\nDTEND:20261208T200000Z'

  async function read(page: Page) {
    await readCalendars({
      db: here.database.store.kysely,
      clock: here.clock,
      log: here.bot.services.log,
      reveal: here.bot.services.secrets.reveal,
      read: async (url) => {
        asked.push(url)
        return page
      },
    })
  }
  const stored = async () =>
    JSON.stringify((await here.database.store.pool.query('select * from busy_times, busy_addresses')).rows)

  test('is refused where it could be read on the way, is no web address or holds a password', async () => {
    for (const typed of [
      'http://x.example.org/a.ics',
      'file:///etc/passwd',
      'https://a:b@x.example.org/',
      'x',
    ])
      expect((await here.say(focal('cted'), `/profile busy ${typed}`)).outcome).toBe('refused')
    expect((await here.say(focal('cted'), '/profile busy')).text).toContain('No address of your calendar')
  })

  test('is read once, told to its owner, and leaves nothing but times', async () => {
    const set = await here.say(focal('cted'), `/profile busy ${address.replace('https', 'webcal')}`)
    await read({ kind: 'read', text: calendar(allDay) })
    await read({ kind: 'read', text: calendar(allDay) })
    here.delivered.length = 0
    await here.turn('2026-11-21T12:05:00Z')
    await here.turn('2026-11-21T12:10:00Z')

    expect(set.text).not.toContain('secret-token')
    expect(asked).toEqual([address])
    expect(
      here.delivered.filter(({ text }) => text.includes('was read')).map(({ to, text }) => [to, text]),
    ).toEqual([[focal('cted'), expect.stringContaining('1 busy time in the months ahead')]])
    expect(await stored()).not.toContain('Secret')
    expect((await here.say(focal('cted'), '/profile busy')).text).toContain('Busy ahead: 1 time')
    expect((await here.say(focal('cted'), '/profile export')).outcome).toBe('done')
  })

  test('keeps the times at which they are busy from being the best', async () => {
    const suggested = await here.say(chair, '/meeting suggest ETCIP between:"8 Dec..8 Dec"')

    expect(suggested.text).toContain('; busy: CTED')
  })

  test('shows them where a poll asks, and to the chair whom a time would not suit', async () => {
    await here.say(chair, '/meeting poll open When wg:ETCIP slots:"8 Dec 14:30; 9 Dec 14:30"')
    const own = await here.say(focal('cted'), '/meeting poll show P1')
    const other = await here.say(focal('who'), '/meeting poll show P1')
    const led = await here.say(chair, '/meeting poll show P1')

    expect(own.text).toMatch(/1\. .*your calendar says that you are busy/)
    expect(own.text).not.toMatch(/2\. .*your calendar says/)
    expect(other.text).not.toContain('calendar')
    expect(led.text).toMatch(/Busy, as their calendars say\n.*1: CTED/)
  })

  test('is read again after some hours, and told once where it fails for long; its times end after a day', async () => {
    await read({ kind: 'read', text: calendar() })
    expect(asked).toHaveLength(1)
    here.delivered.length = 0
    for (let hour = 5; hour < 32; hour++) {
      await here.turn(new Date(Date.UTC(2026, 10, 21, 12 + hour)).toISOString())
      await read({ kind: 'failed', fault: 'the server says 404' })
    }
    await here.turn('2026-11-23T12:00:00Z')

    expect(asked.length).toBeGreaterThan(20)
    expect(
      here.delivered.filter(({ text }) => text.includes('cannot be read')).map(({ text }) => text),
    ).toEqual([expect.stringContaining('the server says 404')])
    expect((await here.say(focal('cted'), '/profile busy')).text).toContain('Busy ahead: 0 times')
  })

  test('is forgotten at a word, with all that was read there', async () => {
    const gone = await here.press(focal('cted'), 'profile busy', { address: 'none' })
    const again = await here.press(focal('cted'), 'profile busy', { address: 'none' })
    await here.turn('2026-11-24T12:00:00Z')
    const before = asked.length
    await read({ kind: 'read', text: calendar(allDay) })

    expect(gone.outcome).toBe('done')
    expect(again.outcome).toBe('refused')
    expect(asked).toHaveLength(before)
    expect(await stored()).toBe('[]')
  })
})
