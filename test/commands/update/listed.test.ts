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

test('what was posted on some days is listed by them, whenever it happened, and accepted by its words', async () => {
  const posted = await here.say(
    focal('undp'),
    '/update post "UNDP opened 4 courts in Lagos, Nigeria (3 Nov 2026)"',
  )
  expect(posted.text).toContain('Posted U')
  const mine = async (line: string) => (await here.say(secretariat, line)).text

  expect(await mine('what came in today')).toContain('UNDP opened 4 courts')
  expect(await mine('/update list posted:yesterday')).toContain('There are no such updates')
  expect(await mine('/update list period:today')).not.toContain('UNDP opened')

  expect(await mine('/update accept the cinemas')).toContain('No update that waits says “cinemas”')
  expect(await mine('/update accept the 4 courts')).toContain('not a number')
  expect(await mine('/update accept the courts')).toContain('Accepted U')
})
