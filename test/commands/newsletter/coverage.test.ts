import { afterAll, beforeAll, expect, test } from 'vitest'

import { coverageOf } from '../../../src/newsletter/coverage.ts'
import { regionsOf } from '../../../src/newsletter/places/regionOf.ts'
import { buttonLike, buttonNamed, press } from '../../support/lines/pressed.ts'
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

test('who is silent stands first, all alike on one line with how long, and who is named counts as covered', async () => {
  const { text } = await here.say(secretariat, '/newsletter coverage')

  expect(text).toMatch(/^Silent in this issue, in 50 % of the issues: .*\bIOM\b/m)
  expect(text).toMatch(/^Nothing in 2 issues: .*\bWHO\b/m)
  expect(text).toContain('UNODC: 1 item, in 50 % of the issues')
  expect((await here.say(focal('who'), '/newsletter coverage')).outcome).toBe('refused')
})

test('one press asks whoever answers for a silent entity, once, and takes its buttons away once it has answered', async () => {
  const board = await here.say(secretariat, '/newsletter coverage')
  const nudge = buttonNamed(board, 'Nudge CTBTO')
  const asked = await press(here, secretariat, nudge)

  expect(asked.text).toContain('1 person is asked what there is for No. 2')
  expect(asked.text).toContain('CTBTO')
  const again = await press(here, secretariat, nudge)
  expect(again.outcome).toBe('refused')
  expect(again.text).toContain('CTBTO was asked in the last hours')
  await here.turn('2026-12-20T15:00:00Z')
  await here.turn('2026-12-20T15:01:00Z')
  const deliveries = here.delivered.filter(({ text }) =>
    text.includes('is there anything from CTBTO for No. 2'),
  )
  expect(deliveries).toHaveLength(1)
  expect(deliveries[0]?.text).toContain('Nothing to report')
  expect((await here.say(secretariat, '/newsletter coverage')).text).toMatch(
    /^Nothing in 2 issues: .*CTBTO \(asked 20 Dec 2026\)/m,
  )
})

test('an entity that has answered is not asked, and is shown apart', async () => {
  await here.say(focal('icao'), '/newsletter pass')
  const reply = await here.say(secretariat, '/newsletter nudge ICAO, CTED')

  expect(reply.outcome).toBe('refused')
  expect(reply.text).toContain('CTED has answered already. ICAO has answered already.')
  expect((await here.say(secretariat, '/newsletter coverage')).text).toMatch(/Nothing to report\n\W+ICAO/)
  expect((await here.say(focal('who'), '/newsletter nudge CTED')).outcome).toBe('refused')
})

test('of an entity that is never called it is said that it is not asked', async () => {
  await here.say(secretariat, '/directory add entity AUX name:"Another Union" kind:organization')
  const reply = await here.say(secretariat, '/newsletter nudge AUX')

  expect(reply.outcome).toBe('refused')
  expect(reply.text).toContain('Nobody was asked. AUX is not called for updates.')
})

test('who leads a silent group, or the groups of a pillar, is asked by one press', async () => {
  const groups = await here.say(secretariat, '/newsletter coverage group')
  const asked = await press(here, secretariat, buttonNamed(groups, 'Nudge ETCIP'))
  expect(asked.text).toContain('ETCIP (led by')
  await here.turn('2026-12-20T15:02:00Z')
  expect(
    here.delivered.some(({ to, text }) => to === focal('interpol') && text.includes('anything from ETCIP')),
  ).toBe(true)
  const pillars = await here.say(secretariat, '/newsletter coverage pillar')
  const led = await press(here, secretariat, buttonNamed(pillars, 'Nudge Pillar I'))
  expect(led.text).toContain('1 person is asked what there is')
  expect((await here.say(secretariat, '/newsletter nudge')).text).toContain('Who is to be asked?')
})

test('many people are counted before they are asked, and those left out of the calls are not among them', async () => {
  const careful = await world({ now: '2026-12-20T12:00:00Z', askAbove: 10 })
  await careful.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await careful.say(secretariat, '/newsletter call exclude:WHO')
  const asked = await careful.say(secretariat, '/newsletter nudge silent:entities')
  const done = await careful.press(secretariat, 'newsletter nudge', { silent: 'entities' }, true)
  await careful.end()

  expect(asked.outcome).toBe('asked')
  expect(asked.text).toContain('Nothing has been sent or changed yet.')
  expect(asked.text).not.toContain('WHO')
  expect(done.text).toMatch(/4\d people are asked/)
})

test('a press is offered only for whom it asks: nobody whose update was returned, nor for all those left out of the calls', async () => {
  const small = await world({ now: '2026-12-20T12:00:00Z' })
  await small.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  const before = await small.say(secretariat, '/newsletter coverage')
  await small.say(
    focal('ctbto'),
    '/update post "Judges were trained in Lima, Peru (6-9 Dec)" section:regional',
  )
  const returned = await small.say(secretariat, '/update return U1 comment:"Who trained them?"')
  await small.say(secretariat, '/newsletter call exclude:WHO')
  const board = await small.say(secretariat, '/newsletter coverage')
  const all = buttonLike(board, /^Nudge all/) ?? buttonNamed(board, 'Nudge all')
  const asked = await small.press(secretariat, all.command, all.values, true)
  const after = await small.say(secretariat, '/newsletter coverage')
  await small.end()

  expect(returned.outcome).toBe('done')
  expect(buttonNamed(before, 'Nudge CTBTO')).toBeDefined()
  expect(board.text).toContain('CTBTO')
  expect(buttonLike(board, /^Nudge CTBTO$/)).toBeUndefined()
  expect(buttonNamed(board, 'Nudge DESA')).toBeDefined()
  expect(asked.outcome).toBe('done')
  expect(all.label).toBe(`Nudge all ${/^\d+/.exec(asked.text)?.[0]}`)
  expect(asked.text).not.toMatch(/answered already|WHO/)
  expect(buttonLike(after, /^Nudge all/)).toBeUndefined()
})

test('regions, sections, groups and pillars are a press away', async () => {
  const first = await here.say(secretariat, '/newsletter coverage')
  const regions = await press(here, secretariat, buttonNamed(first, 'By region'))

  expect(regions.text).toContain('Americas: 1 item')
  expect(regions.text).toMatch(/^Silent in this issue, in 50 % of the issues: Africa$/m)
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

test('an annual issue is covered by what the issues of its year hold', async () => {
  await here.say(secretariat, '/newsletter open 2026 kind:annual closes:2027-02-15')
  const { text } = await here.say(secretariat, '/newsletter coverage period:2026')

  expect(text).toContain('2 issues were looked at')
  expect(text).toContain('IOM: 1 item')
  expect(text).toContain('UNODC: 1 item')
  expect(text).toContain('The annual issue (2026) by entity')
  expect(text).toMatch(/All that are asked include .*IOM.*, covered above, which sent nothing for this issue/)
})
