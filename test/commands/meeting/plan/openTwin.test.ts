import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting poll open "Next meeting" wg:ETCIP slots:"10 Dec 10:00, 11 Dec 10:00"')
})
afterAll(() => here.end())

test('a poll with the title and times of an open one is asked about, with that one behind a button', async () => {
  const sent = here.delivered.length
  const asked = await here.say(
    chair,
    '/meeting poll open "next meeting" wg:ETCIP slots:"11 Dec 10:00, 10 Dec 10:00"',
  )
  expect(asked.outcome).toBe('asked')
  expect(asked.text).toContain('P1 Next meeting (ETCIP) is open already, for the same times.')
  expect(here.delivered).toHaveLength(sent)
  expect((await press(here, chair, buttonNamed(asked, 'Show P1'))).text).toContain('P1 Next meeting (ETCIP)')
  const second = await press(here, chair, buttonNamed(asked, 'Open the poll'))
  expect(second.text).toContain('Opened the poll P2')
  expect(second.text).toContain('P1 Next meeting (ETCIP) is open already, for the same times.')
})

test.each([
  ['"Next meeting" wg:ETCIP slots:"14 Dec 10:00, 15 Dec 10:00"', 'is open already, for other times.'],
  ['"On drones" wg:ETCIP slots:"10 Dec 10:00, 11 Dec 10:00"', 'is open already, for the same times.'],
])('of one with the title or the times of an open one it is said that it stands: %s', async (typed, said) => {
  const opened = await here.say(chair, `/meeting poll open ${typed}`)
  expect(opened.outcome).toBe('done')
  expect(opened.text).toContain(said)
  buttonNamed(opened, 'Show P2')
})

test('neither a closed poll nor one of another group is a twin', async () => {
  const other = await here.say(
    focal('cted'),
    '/meeting poll open "Next meeting" wg:BMLE slots:"10 Dec 10:00, 11 Dec 10:00"',
  )
  expect(other.text).not.toContain('is open already')
})
