import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
})
afterEach(() => here.end())

async function asked(more: string): Promise<readonly string[]> {
  const { text } = await here.say(chair, `/meeting schedule Planning wg:ETCIP ${more}`)
  return text.split('\n').filter((line) => line.startsWith('Mind '))
}

test('a weekend is said once of a series whose first day and others fall on one', async () => {
  expect(await asked('start:"31 Jan 15:00" repeat:"monthly, 6 times"')).toEqual([
    expect.stringMatching(/^Mind the days: \d meetings fall on a weekend, 31 Jan 2027/),
  ])
})

test('the hour of such a series is said beside it, and the day of one that falls on a weekend each time', async () => {
  expect(await asked('start:"31 Jan 02:00" repeat:"monthly, 6 times"')).toEqual([
    expect.stringMatching(/^Mind the days: /),
    expect.stringMatching(/^Mind the hour: .* is in the night/),
  ])
  expect(await asked('start:"30 Jan 15:00" repeat:"weekly, 4 times"')).toEqual([
    expect.stringMatching(/^Mind the day: .* is a Saturday/),
  ])
})
