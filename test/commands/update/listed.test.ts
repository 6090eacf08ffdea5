import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(() => here.end())

test('a list whose updates are all withdrawn says so and shows them by a press', async () => {
  expect((await here.say(focal('unodc'), '/update list')).text).toContain('There are no updates yet')
  await here.say(focal('unodc'), '/update post "UNODC trained 40 officers in Accra, Ghana (16-18 Nov)"')
  await here.say(focal('unodc'), '/update withdraw U1')

  for (const who of [focal('unodc'), secretariat]) {
    const { text } = await here.say(who, '/update list')
    expect(text).toContain('All updates are withdrawn or merged into others.')
    expect(text).toContain('Show the withdrawn ones')
  }
  expect((await here.say(focal('unodc'), '/update list section:regional')).text).toContain(
    'All updates of this kind',
  )
  expect((await here.say(focal('iom'), '/update list')).text).toContain('There are no updates yet')
})

test('an entity before the name of the period is the entity that has nothing to report', async () => {
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')

  expect((await here.say(secretariat, '/newsletter pass WHO period:1')).text).toContain(
    'Noted: WHO has nothing to report for No. 1',
  )
  expect((await here.say(secretariat, '/newsletter pass 2026-11..2026-12 entity:IOM')).text).toContain(
    'Noted: IOM',
  )
})
