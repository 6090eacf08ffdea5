import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 1 })
})
afterEach(() => here.end())

const at = 'start:"2027-11-07T01:30 first" timezone:America/New_York'
const twice = '01:30 on 7 November 2027 comes twice in America/New_York'

test('a time that the clocks show twice is said so in the question and in the answer to its button', async () => {
  const asked = await here.say(chair, `/meeting schedule Twice wg:ETCIP ${at}`)
  const fields = {
    title: 'Twice',
    wg: 'ETCIP',
    start: '2027-11-07T05:30:00.000Z',
    timezone: 'America/New_York',
  }
  const done = await here.press(chair, 'meeting schedule', fields, true)
  const second = { meeting: 'M1', start: '2027-11-07T06:30:00.000Z', timezone: 'America/New_York' }

  expect(asked.outcome).toBe('asked')
  expect(asked.text).toContain(`${twice}, as the clocks go back over it; the first is taken. The second is`)
  expect(done.text).toContain(`${twice}, as the clocks go back over it; the first is taken. The second is`)
  expect((await here.press(chair, 'meeting move', second)).text).toContain(
    `${twice}, as the clocks go back over it; the second is taken`,
  )
})

test('that an hour comes twice is said of the times of a poll and of a meeting that was held as well', async () => {
  const poll =
    '/meeting poll open Twice wg:ETCIP slots:"2027-11-07 01:30; 2027-11-08 10:00" timezone:America/New_York'
  const held = '/meeting schedule Past wg:ETCIP start:"25 Oct 2026 02:30, the second" timezone:Europe/Vienna'

  expect((await here.say(chair, poll)).text).toContain(twice)
  expect((await here.say(chair, `${poll} confirm:yes`)).text).toContain(twice)
  expect((await here.say(chair, held)).text).toContain(
    '02:30 on 25 October 2026 comes twice in Europe/Vienna',
  )
  expect((await here.say(chair, `${held} held:yes`)).text).toContain('comes twice in Europe/Vienna')
})

test('which of the two is meant is asked where it was not said, and each is offered', async () => {
  const asked = await here.say(
    chair,
    '/meeting schedule Twice wg:ETCIP start:"2027-11-07 01:30" timezone:America/New_York',
  )

  expect(asked.text).toContain(`${twice}, as the clocks go back over it. Which one?`)
  expect(asked.text).toContain('First: Sun 7 Nov 2027, 01:30 (America/New_York), UTC−4')
  expect(asked.text).toContain('Second: Sun 7 Nov 2027, 01:30 (America/New_York), UTC−5')
})
