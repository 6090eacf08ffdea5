import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

test('a monthly reminder from “the last Friday” on keeps to the last Friday of each month', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const friday = await here.say(who, '/reminder add "Report" at:"last friday 10:00" repeat:monthly')
  expect(friday.text).toContain('Fri 27 Nov 2026, 10:00')
  expect(friday.text).toContain('every last Friday of the month')
  const monday = await here.say(
    who,
    '/reminder add "Call" at:"first monday of the month 10:00" repeat:monthly',
  )
  expect(monday.text).toContain('Mon 7 Dec 2026, 10:00')
  expect(monday.text).toContain('every 1st Monday of the month')
  const weekly = await here.say(who, '/reminder add "Call" at:"next monday 10:00" repeat:weekly')
  expect(weekly.text).toContain('Mon 30 Nov 2026, 10:00')
})

test('a quarterly or yearly one keeps to that weekday of its month', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const quarterly = await here.say(who, '/reminder add "Report" at:"last friday 10:00" repeat:quarterly')
  expect(quarterly.text).toContain('Fri 27 Nov 2026, 10:00')
  expect(quarterly.text).toContain('every quarter, on the last Friday of the month')
  await here.turn('2026-11-27T09:00:00Z')
  expect((await here.say(who, '/reminder list')).text).toContain('Fri 26 Feb 2027, 10:00')
})
