import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('a poll reminds nobody in the morning who voted in the night before it, and says why it is you', async () => {
  here = await world()
  await here.say(
    focal('interpol'),
    '/meeting poll open "Fourth meeting" wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00" until:"27 Nov 12:00"',
  )
  for (const who of ['cted', 'who']) await here.say(focal(who), '/reminder settings quiet:"00:00-23:00"')
  await here.turn('2026-11-26T11:30:00Z')
  await here.say(focal('cted'), '/meeting poll vote P1 slots:1')
  for (const hour of ['22', '23']) await here.turn(`2026-11-26T${hour}:30:00Z`)
  await here.turn('2026-11-27T04:30:00Z')
  const reminded = here.delivered.filter(({ text }) => text.includes('You have not voted yet'))

  expect(reminded.map(({ to }) => to)).toContain(focal('who'))
  expect(reminded.map(({ to }) => to)).not.toContain(focal('cted'))
  expect(reminded.find(({ to }) => to === focal('who'))?.text).toMatch(
    /Why you: you are a member of ETCIP; .+ opened the poll\./,
  )
})

test('a poll that closed at night and was settled before the morning is not told of any more', async () => {
  here = await world()
  await here.say(
    focal('interpol'),
    '/meeting poll open "Fourth meeting" wg:ETCIP slots:"10 Dec 14:30; 11 Dec 09:00" until:"26 Nov 23:30"',
  )
  await here.turn('2026-11-26T22:35:00Z')
  await here.press(focal('interpol'), 'meeting poll settle', { poll: 'P1', slot: '1' })
  await here.turn('2026-11-27T09:00:00Z')

  expect(here.delivered.filter(({ text }) => text.includes('has closed'))).toEqual([])
})
