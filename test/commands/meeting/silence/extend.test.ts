import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let here: World
const chair = focal('interpol')
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting silence open "The work plan" wg:ETCIP until:"4 Dec 18:00"')
})
afterEach(() => here.end())

const told = (word: string) => here.delivered.filter(({ text }) => text.includes(word)).map(({ to }) => to)

test('a text under silence is given longer, which everybody is told, and is adopted at its new end alone', async () => {
  const extended = await here.say(chair, 'extend the silence S1 to Monday 7 December')
  await here.turn('2026-12-04T17:01:00Z')
  const before = told('Adopted by silence')
  await here.turn('2026-12-07T17:01:00Z')

  expect(extended.text).toContain(
    'S1 runs until Mon 7 Dec 2026, 18:00 (Europe/Paris); it was Fri 4 Dec 2026, 18:00 (Europe/Paris).',
  )
  expect(told('There is more time to object to S1')).toContain(focal('cted'))
  expect(before).toEqual([])
  expect(told('Adopted by silence')).toContain(focal('cted'))
})

test('a text under silence that is given some days more counts them from the end that is set', async () => {
  expect((await here.say(chair, 'prolong S1 by 3 days')).text).toContain('until Mon 7 Dec 2026, 18:00')
  expect((await here.say(chair, '/meeting silence extend S1 until:"one week longer"')).text).toContain(
    'until Mon 14 Dec 2026, 18:00',
  )
})

test('a text under silence is given no earlier end, and is not extended by a member or once it is over', async () => {
  const refused = async (who: string, line: string) => (await here.say(who, line)).text
  expect(await refused(chair, 'extend S1 to Wednesday')).toContain('and is not made shorter')
  expect(await refused(focal('who'), 'extend S1 to 7 December')).toContain('Only those who lead ETCIP')
  await here.say(focal('who'), '/meeting silence break S1 reason:"Too vague" confirm:yes')
  expect(await refused(chair, 'extend S1 to 7 December')).toContain('S1 is over')
})
