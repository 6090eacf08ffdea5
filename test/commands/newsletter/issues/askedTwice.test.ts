import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-12-20T12:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

test('whoever asks everybody a second time on one day reads one sentence with how many they are', async () => {
  await here.press(secretariat, 'newsletter nudge', { silent: 'entities' }, true)
  const again = await here.press(secretariat, 'newsletter nudge', { silent: 'entities' }, true)

  expect(again.outcome).toBe('refused')
  expect(again.text.match(/in the last hours/g)).toHaveLength(1)
  expect(again.text).toMatch(
    /\d+ were asked in the last hours, among them .+, .+ and CTBTO; ask again tomorrow/,
  )
})

test('an annual issue that was not opened is no bi-monthly one of its year', async () => {
  const drafted = await here.say(secretariat, '/newsletter draft annual 2026')

  expect(drafted.outcome).toBe('refused')
  expect(drafted.text).toContain('There is no annual issue for 2026 yet')
  expect(drafted.text).not.toContain('Draft of No. 1')
})
