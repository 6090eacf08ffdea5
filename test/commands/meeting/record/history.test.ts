import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
afterEach(() => here.end())

const history = async (meeting: string) => (await here.say(chair, `/meeting history ${meeting}`)).text

test('the history of a meeting tells who came to be invited, and as what, by the roles of its day', async () => {
  here = await world()
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
  await here.say(secretariat, '/wg join ETCIP entity:IOM as:observer from:2026-11-22')
  await here.turn('2026-11-22T12:00:00Z')
  expect(await history('M1')).toContain(
    'IOM focal point belongs to the group on that day and is invited, as an observer.',
  )

  await here.say(secretariat, '/wg leave ETCIP entity:IOM as:observer on:2026-11-23 confirm:yes')
  await here.say(secretariat, '/wg join ETCIP entity:IOM from:2026-11-23')
  await here.turn('2026-11-23T12:00:00Z')
  expect(await history('M1')).toContain(
    'IOM focal point is invited as a member now, by the roles of that day.',
  )
})

test('every meeting of a series tells who scheduled it, or that the series went on', async () => {
  here = await world()
  await here.say(
    chair,
    '/meeting schedule Monthly wg:ETCIP start:"8 Dec 14:30" repeat:monthly until:2028-12-31',
  )
  await here.turn('2027-01-08T12:00:00Z')

  expect(await history('M3')).toContain('INTERPOL focal point: A new series: Monthly (ETCIP)')
  expect(await history('M8')).toContain('by itself: Made as the series Monthly, every month, goes on.')
})

test('a correction keeps the attendance and the words that it takes the place of, and so does what is taken back', async () => {
  here = await world({ now: '2026-11-24T12:00:00Z' })
  await here.say(chair, '/meeting schedule Third wg:ETCIP start:"2026-11-19 10:00" held:yes')
  await here.say(chair, '/meeting hold M1 summary:"discussed drones" attended:"CTED, WHO" participants:12')
  await here.say(chair, '/meeting hold M1 summary:"discussed drones" attended:"CTED" participants:10')
  const corrected = await history('M1')
  await here.say(chair, '/meeting hold M1 summary:"discussed ships"')
  await here.say(chair, '/meeting restore M1')

  expect(corrected).toContain('The attendance was before: CTED, WHO')
  expect(corrected).toContain('The participants were before: 12')
  expect(corrected).not.toContain('The outcome said before')
  expect(await history('M1')).toContain('What is taken back: “discussed ships”')
})
