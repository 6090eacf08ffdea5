import { expect, test } from 'vitest'

import { focal, secretariat, world } from '../../support/world.ts'

test('a campaign calls every entity once, reminds those alone that have not answered, and thanks those that sent something', async () => {
  const here = await world({ now: '2026-11-24T15:00:00Z' })
  /** Whom words reached since this was last asked, each as often as they came. */
  const told = (words: string) => {
    const found = here.delivered.filter(({ text }) => text.includes(words)).map(({ to }) => to)
    return found.toSorted()
  }
  const turn = async (iso: string) => {
    here.delivered.length = 0
    // Once more: what was said is not said again.
    await here.turn(`${iso}T15:00:00Z`)
    await here.turn(`${iso}T15:10:00Z`)
  }
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await turn('2026-11-24')
  const all = told('is open: please send')
  const [poster, passer] = [focal('cted'), focal('unodc')]
  expect(all.length).toBeGreaterThanOrEqual(45)
  expect(new Set(all).size).toBe(all.length)

  await here.say(poster, '/update post text:"CTED trained judges in Dakar, Senegal (20 Nov)" confirm:yes')
  await here.say(passer, '/newsletter pass')
  const silent = all.filter((who) => who !== poster && who !== passer)
  for (const [day, words] of [
    ['2027-01-01', 'closes in 7 days'],
    ['2027-01-06', 'closes in 2 days'],
    ['2027-01-07', 'closes tomorrow'],
  ] as const) {
    await turn(day)
    expect(told(words)).toEqual(silent)
  }

  // The last to answer is asked for nothing more, and neither is anybody else twice.
  await turn('2027-01-09')
  expect(told('entities have not answered')).toEqual([secretariat])
  await here.say(secretariat, '/update accept U1')
  await here.say(secretariat, '/newsletter approve')
  here.delivered.length = 0
  await here.say(secretariat, '/newsletter publish confirm:yes')
  await here.turn('2027-01-11T15:00:00Z')
  expect(told('Thank you')).toEqual([poster])
  await here.end()
})
