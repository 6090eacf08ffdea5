import { afterAll, beforeAll, expect, test } from 'vitest'

import { coverageOf } from '../../../src/newsletter/coverage.ts'
import { regionsOf } from '../../../src/newsletter/places/regionOf.ts'
import { buttonNamed, press } from '../../support/said/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-10-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-09..2026-10 closes:2026-10-30')
  await here.say(
    focal('iom'),
    '/update post "IOM trained border officers in Accra, Ghana (6-9 Oct)" section:regional',
  )
  await here.say(secretariat, '/newsletter close')
  await here.turn('2026-12-20T12:00:00Z')
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(
    focal('cted'),
    '/update post "CTED-UNODC training for judges in Lima, Peru (6-9 Dec)" section:regional',
  )
})
afterAll(() => here.end())

test('who is silent stands first with how long, and who is named counts as covered', async () => {
  const { text } = await here.say(secretariat, '/newsletter coverage')

  expect(text).toMatch(/IOM: silent in this issue, in 50 % of the issues/)
  expect(text).toContain('WHO: nothing in 2 issues')
  expect(text).toContain('UNODC: 1 item, in 50 % of the issues')
  expect((await here.say(focal('who'), '/newsletter coverage')).outcome).toBe('refused')
})

test('regions, sections, groups and pillars are a press away', async () => {
  const first = await here.say(secretariat, '/newsletter coverage')
  const regions = await press(here, secretariat, buttonNamed(first, 'By region'))

  expect(regions.text).toContain('Americas: 1 item')
  expect(regions.text).toContain('Africa: silent in this issue')
  for (const by of ['section', 'group', 'pillar'])
    expect((await here.say(secretariat, `/newsletter coverage ${by}`)).outcome).toBe('done')
})

test.each([
  ['Accra, Ghana; Nairobi', ['Africa']],
  ['Lima, Peru; Rome, Italy', ['Americas', 'Europe']],
  ['online', []],
])('%s lies in %j', (place, regions) => {
  expect(regionsOf(place)).toEqual(regions)
})

test('a silence is counted in issues, back from the one looked at', () => {
  const items = [
    { ago: 0, names: ['A', 'A'] },
    { ago: 2, names: ['B'] },
  ]

  expect(coverageOf(['A', 'B', 'C'], items, 3)).toEqual([
    { name: 'C', now: 0, silentFor: 3, never: true, share: 0 },
    { name: 'B', now: 0, silentFor: 2, never: false, share: 1 / 3 },
    { name: 'A', now: 1, silentFor: 0, never: false, share: 1 / 3 },
  ])
})
