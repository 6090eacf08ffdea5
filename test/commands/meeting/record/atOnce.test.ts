import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world()
  for (const line of [
    '/directory add person "Deputy of WCO" email:deputy@wco.example entity:WCO',
    '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z',
    '/wg leave ETCIP entity:WHO on:2026-12-12 confirm:yes',
  ])
    await here.say(secretariat, line)
  // Whoever is to be invited was looked at, and would be again on the next day.
  for (const minute of ['01', '02']) await here.turn(`2026-11-21T12:${minute}:00Z`)
})
afterEach(() => here.end())

const deliveredTo = (who: string, words: string) =>
  here.delivered.filter(({ to, text }) => to === who && text.includes(words))

const invited = 'You are invited: Plenary'
const withdrawn = 'You are no longer invited: Plenary'

describe('within minutes and not on the next day somebody hears of a meeting ahead', () => {
  test.each([
    ['whose entity joins the group', '/wg join ETCIP entity:IOM from:2026-11-21', focal('iom'), invited],
    [
      'whose entity leaves the group',
      '/wg leave ETCIP entity:WCO on:2026-11-22 confirm:yes',
      focal('wco'),
      withdrawn,
    ],
    [
      'for whom somebody else is seated by name',
      '/directory nominate deputy@wco.example wg:ETCIP as:principal',
      focal('wco'),
      withdrawn,
    ],
    [
      'who goes to an entity outside the group',
      `/directory edit person ${focal('cted')} entity:IOM`,
      focal('cted'),
      withdrawn,
    ],
    [
      'who belongs to the group no longer on its new day',
      '/meeting move M1 start:2026-12-15T14:00Z',
      focal('who'),
      withdrawn,
    ],
  ])('%s', async (_, line, who, words) => {
    const before = deliveredTo(who, words).length
    expect((await here.say(secretariat, line)).outcome).toBe('done')
    await here.turn('2026-11-21T12:03:00Z')

    expect(deliveredTo(who, words)).toHaveLength(before + 1)
  })
})
