import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test('who is away is told to their colleagues, to whom they named and to the secretariat alone', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const [who, interpol] = [focal('who'), focal('interpol')]
  await here.say(secretariat, '/directory add person "Maria Costa" email:mc@who.example entity:WHO')
  await here.say(who, '/profile away 23-25 Nov')
  await here.say(who, '/profile away "4 Dec - 5 Jan" alternate:"Maria Costa"')

  const seen = await here.say(secretariat, 'who is on leave')
  expect(seen.text).toMatch(/Today\s.*WHO focal point \(WHO\), 23 Nov – 25 Nov 2026/)
  expect(seen.text).toMatch(/Later\s.*4 Dec 2026 – 5 Jan 2027; Maria Costa is asked instead/)
  expect((await here.say(who, "who's away?")).text).toContain('WHO focal point (WHO), 23 Nov')

  const other = await here.say(interpol, 'who is away')
  expect(other.text).toContain('Nobody is noted as away, 23 Nov – 7 Dec 2026.')
  expect(other.text).toContain('You see the absences of INTERPOL')
})

test('days that are named are those that count', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const who = focal('who')
  await here.say(who, '/profile away 2 Dec')
  expect((await here.say(who, 'is anybody out of office next week?')).text).toContain('2 Dec 2026')
  expect((await here.say(who, 'who is off today')).text).toContain('Nobody is noted as away, 23 Nov 2026.')
  expect((await here.say(who, '/profile absences January')).text).toContain('January 2027')
})
