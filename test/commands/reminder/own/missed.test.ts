import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

function told(): readonly string[] {
  const lines = here.delivered.map(({ text }) => text.split('\n')[0] ?? '').filter((one) => /water/.test(one))
  here.delivered.length = 0
  return lines
}

test('of a recurring reminder that was missed for days, the last time alone is said, late only where that one is', async () => {
  here = await world({ now: '2026-11-23T12:00:00Z' })
  await here.say(who, '/reminder add "water" at:"tomorrow 09:00" repeat:daily')
  await here.turn('2026-11-27T08:00:00Z')
  expect(told()).toEqual(['Reminder: water, Fri 27 Nov 2026, 09:00 (Europe/Zurich)'])
  await here.turn('2026-11-30T11:00:00Z')
  expect(told()).toEqual([
    'Reminder: water, Mon 30 Nov 2026, 09:00 (Europe/Zurich), late: I was not running then',
  ])
  await here.turn('2026-11-30T11:10:00Z')
  expect(told()).toEqual([])
  await here.turn('2026-12-01T08:00:00Z')
  expect(told()).toEqual(['Reminder: water, Tue 1 Dec 2026, 09:00 (Europe/Zurich)'])
})

test('of one that ends, the last time before its end is said, and that it was the last', async () => {
  here = await world({ now: '2026-11-23T12:00:00Z' })
  await here.say(who, '/reminder add "water" at:"tomorrow 09:00" repeat:daily until:"27 Nov"')
  await here.turn('2026-12-05T11:00:00Z')
  expect(here.delivered.find(({ text }) => /water/.test(text))?.text).toContain('It was the last one.')
  expect(told()).toEqual([expect.stringContaining('Fri 27 Nov 2026, 09:00 (Europe/Zurich), late')])
})
