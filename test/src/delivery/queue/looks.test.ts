import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { until } from '../../../support/runner/until.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeEach(async () => {
  // The queues look by themselves every two seconds, which is not counted however long the test takes.
  const wait = globalThis.setTimeout
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, ms?: number) =>
    wait(act, ms === 2_000 ? 600_000 : ms)) as typeof setTimeout)
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await here.end()
})

test('a change that one person is told of looks for its notice and once for others, and for no letters', async () => {
  await here.say(focal('unodc'), '/update post "UNODC trained 30 officers in Vienna (20 Nov)"')
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  await here.bot.dispatch({
    caller: { platform: 'terminal', tenant: 'local', account: secretariat },
    place: { platform: 'terminal', tenant: 'local', channel: secretariat, private: true },
    vouchedEmail: secretariat,
    input: { kind: 'line', text: '/update return U1 comment:"shorter, please"' },
  })
  await until(() => expect(here.delivered).toHaveLength(1))
  await until(() => expect(looksFor('completed')).toBe(1))

  expect({ notices: looksFor("j.name = 'deliver'"), letters: looksFor("j.name = 'mail'") }).toEqual({
    notices: 2,
    letters: 0,
  })

  function looksFor(words: string): number {
    return asked.mock.calls.filter((call) => {
      const [query]: readonly unknown[] = call
      return typeof query === 'object' && JSON.stringify(query).includes(words)
    }).length
  }
})
