import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test('an absence is given by how long it is; a number alone is asked about', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const who = focal('who')
  expect((await here.say(who, '/profile away 2 weeks')).text).toContain('23 Nov – 6 Dec 2026')
  expect((await here.say(who, '/profile away for 3 days from 14 Dec')).text).toContain('14 Dec – 16 Dec 2026')
  expect((await here.say(who, '/profile away 3 semanas')).text).toContain('23 Nov – 13 Dec 2026')
  const doubtful = await here.say(who, '/profile away 14')
  expect(doubtful.outcome).toBe('refused')
  expect(doubtful.text).toContain('“14” may be 14 days or the 14th')
})
