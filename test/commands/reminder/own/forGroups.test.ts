import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test.each([
  'remind us tomorrow at 10 to vote',
  'please remind the group to vote tomorrow at 10',
  'remind everybody tomorrow 10:00 vote',
])('a chair says “%s” and the group is reminded', async (line) => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const { outcome, text } = await here.say(focal('wco'), line)
  expect(outcome, text).toBe('done')
  expect(text).toMatch(/I will remind BMLE .*Tue 24 Nov 2026, 10:00.*: vote/)
})
