import { afterEach, beforeEach, expect, test } from 'vitest'

import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
beforeEach(async () => {
  here = await discordWorld({ now: '2026-11-21T09:00:00Z' })
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' })
  const options = { title: 'Plenary', wg: 'ETCIP', start: '21 Nov 16:00' }
  await here.slash('interpol', 'meeting schedule', options)
  await expect.poll(() => here.far.events.length).toBe(1)
})
afterEach(() => here.end())

/** Status and day of each event that was ever made. */
const events = () =>
  here.far.events.map(({ status, body }) => `${status} ${String(body['scheduled_start_time']).slice(0, 10)}`)

/** The meeting has been going on for two minutes. */
function begin(status: number): void {
  const [event] = here.far.events
  if (!event) throw new Error('there is no event')
  here.clock.set(new Date(Date.parse(String(event.body['scheduled_start_time'])) + 120_000))
  event.status = status
}

test.each([
  { shown: 'ahead', status: 1, ends: 4 },
  { shown: 'going on', status: 2, ends: 3 },
])(
  'a meeting put off after its start is one event of its server, where it was shown as $shown',
  async (one) => {
    begin(one.status)
    await here.slash('interpol', 'meeting move', { meeting: 'M1', start: '22 Nov 16:00' })

    await expect.poll(events).toEqual([`${one.ends} 2026-11-21`, '1 2026-11-22'])
    expect(here.far.problems).toEqual([])
  },
)

test('a meeting cancelled after its start takes its event along', async () => {
  begin(1)
  const { posted } = await here.slash('interpol', 'meeting cancel', { meeting: 'M1' })
  await here.press(posted, 'Yes, go ahead', 'interpol')

  await expect.poll(events).toEqual(['4 2026-11-21'])
  expect(here.far.problems).toEqual([])
})
