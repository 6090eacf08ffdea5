import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const line = '/meeting action add M1 "Send the plan" owner:OPCW due:"10 Dec"'
let here: World
beforeEach(async () => {
  here = await world()
  await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
})
afterEach(() => here.end())

test('an action that is sent twice, one after the other or at once, is given to its owner once', async () => {
  const both = await Promise.all([here.say(chair, line), here.say(focal('cted'), line)])
  const again = await here.say(chair, '/meeting action add M1 OPCW to send the plan. by 10 Dec')

  expect(both.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused'])
  expect(again.text).toContain('A1 Send the plan (OPCW, due 10 Dec 2026) says so already')
  expect(here.delivered.filter(({ text }) => text.includes('gave you an action'))).toHaveLength(1)
})

test('another owner, another day, and one that is done stand in no one’s way', async () => {
  await here.say(chair, line)
  for (const other of [
    '/meeting action add M1 "Send the plan" owner:IAEA due:"10 Dec"',
    '/meeting action add M1 "Send the plan" owner:OPCW due:"11 Dec"',
  ])
    expect((await here.say(chair, other)).outcome, other).toBe('done')
  await here.say(chair, '/meeting action done A1')

  expect((await here.say(chair, line)).outcome).toBe('done')
})
