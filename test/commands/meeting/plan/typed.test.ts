import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
})
afterEach(() => here.end())

describe('what is typed for a meeting', () => {
  test.each([
    ['to 4pm', 'Thu 10 Dec 2026, 16:00'],
    ['start:"11:00"', 'Thu 10 Dec 2026, 11:00'],
    ['an hour later', 'Thu 10 Dec 2026, 15:30'],
    ['two hours earlier', 'Thu 10 Dec 2026, 12:30'],
    ['a week later', 'Thu 17 Dec 2026, 14:30'],
    ['tomorrow 15:00', 'Tue 24 Nov 2026, 15:00'],
  ])('a move by %s is told from the meeting, not from today', async (words, moment) => {
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" confirm:yes')
    expect((await here.say(chair, `/meeting move M1 ${words}`)).text).toContain(`to ${moment} (Europe/Paris)`)
  })

  test.each([['none'], ['-']])('place:%s and the same for the link mean that there is none', async (word) => {
    const sent = await here.say(
      chair,
      `/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" place:${word} link:${word} confirm:yes`,
    )
    expect(sent.outcome).toBe('done')
    expect(sent.text).not.toMatch(/Place|Join|Link/)
    expect(here.delivered.filter(({ text }) => text.includes('Place'))).toEqual([])
  })

  test('its title may stand in quotes behind the group', async () => {
    const sent = await here.say(
      chair,
      '/meeting schedule wg:ETCIP "Two words" start:10 Dec 2-3pm confirm:yes',
    )
    expect(sent.text).toContain('Scheduled M1: Two words (ETCIP), Thu 10 Dec 2026, 14:00 (Europe/Paris)')
  })
})
