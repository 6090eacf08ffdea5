import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

/** The first lines of what people were told with these words since this was last asked. */
function told(words: string, by = who): readonly string[] {
  const found = here.delivered.filter(({ to, text }) => to === by && text.includes(words))
  const lines = found.map(({ text }) => text.split('\n')[0] ?? '')
  here.delivered.length = 0
  return lines
}

test('a rule that comes to other moments says nothing again for one that has passed, and keeps those to come', async () => {
  here = await world({ now: '2026-12-01T15:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.turn('2027-01-01T15:00:00Z')
  expect(told('Nothing from WHO')).toHaveLength(1)
  await here.say(secretariat, '/reminder rule newsletter-reminder moments:"10d before, 3d before"')
  await here.turn('2027-01-01T15:30:00Z')
  expect(told('Nothing from WHO')).toEqual([])
  await here.turn('2027-01-05T15:00:00Z')
  expect(told('Nothing from WHO')).toEqual([expect.stringContaining('closes in 3 days')])
})

test('reminders of meetings and of actions that come to other moments say nothing again for one that has passed', async () => {
  here = await world()
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-14T14:30Z')
  await here.say(secretariat, '/meeting action add M1 what:Draft owner:WHO due:"10 Dec 2026"')
  here.delivered.length = 0
  await here.turn('2026-12-07T14:30:00Z')
  expect(here.delivered.filter(({ to, text }) => to === who && text.includes('Draft'))).toHaveLength(1)
  expect(told('Plenary')).not.toEqual([])
  await here.say(secretariat, '/reminder rule meeting moments:9d,1d')
  await here.say(secretariat, '/reminder rule action moments:5d,1d')
  await here.turn('2026-12-07T14:40:00Z')
  expect(here.delivered).toEqual([])
  await here.turn('2026-12-09T10:00:00Z')
  expect(told('Draft')).toHaveLength(1)
})

test('whoever was told nothing yet is told by a moment that has passed', async () => {
  here = await world()
  await here.say(secretariat, '/reminder rule meeting moments:1d')
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-14T14:30Z')
  await here.turn('2026-12-10T14:30:00Z')
  here.delivered.length = 0
  await here.say(secretariat, '/reminder rule meeting moments:7d')
  await here.turn('2026-12-10T14:40:00Z')
  expect(told('Plenary')).toEqual([expect.stringContaining('in 4 days')])
})

test('somebody’s own lead times say nothing again for one that has passed', async () => {
  here = await world()
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-14T14:30Z')
  here.delivered.length = 0
  await here.turn('2026-12-07T14:30:00Z')
  expect(told('Plenary')).toHaveLength(1)
  await here.say(who, '/reminder settings lead:9d,2d')
  await here.turn('2026-12-07T14:40:00Z')
  expect(told('Plenary')).toEqual([])
  await here.turn('2026-12-11T14:30:00Z')
  expect(told('Plenary')).toEqual([expect.stringContaining('in 3 days')])
})
