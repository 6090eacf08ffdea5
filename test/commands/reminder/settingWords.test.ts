import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'

const who = focal('who')
let here: World
afterEach(() => here.end())

test('reminder settings read lead times that only blanks part, hours with their minutes as one, and words for an hour and for no limit', async () => {
  here = await world()
  for (const [typed, said] of [
    ['lead:7d 1d 15m', '7 days, 1 day, 15 minutes before it'],
    ['lead:"1 week 2 days 1 hour"', '7 days, 2 days, 1 hour before it'],
    ['lead:1h 30m', '90 minutes before it'],
    ['digest:"at 8 in the morning"', 'at 08:00'],
    ['weekly:"no limit"', 'as many as there are'],
  ]) {
    expect((await here.say(who, `/reminder settings ${typed}`)).text).toContain(said)
  }
})
