import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world()
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
})
afterAll(() => here.end())

test('a twin is noticed though its author names the day after, and not two days after', async () => {
  const post = (who: string, text: string) => here.say(focal(who), `/update post "${text}"`)
  await post('unodc', 'OHCHR and UNODC trained prison staff in Dhaka on violent prisoners (10 Nov)')
  const text = 'Prison officers completed a UNODC-OHCHR course in Dhaka on managing violent prisoners'

  expect((await post('ohchr', `${text} (11 Nov)`)).text).toContain('very similar to U1')
  expect((await post('ohchr', `${text} again (13 Nov)`)).text).not.toContain('very similar to U1')
})

test('a twin is noticed though its author wrote “we”', async () => {
  await here.say(focal('icao'), '/update post "We trained 30 inspectors in Ankara, Turkey (20-21 Nov)"')

  const line = '/update post "CTED-ICAO training of inspectors in Ankara, Türkiye (21 Nov)"'
  expect((await here.say(focal('cted'), line)).text).toContain('It is very similar to U')
})

test('a draft names the updates that seem to tell of one event, and offers to merge them', async () => {
  const post = (who: string, text: string) => here.say(focal(who), `/update post "${text}"`)
  await post('interpol', 'INTERPOL and WCO held a workshop on border security in Nairobi, Kenya (2-4 Nov)')
  await post('wco', 'WCO, with INTERPOL, convened a course in Nairobi on securing borders (2-4 Nov)')
  const draft = await here.say(secretariat, '/newsletter draft')
  const [, pair = ''] =
    /Very similar, so perhaps about one event: .*?(U\d+ and U\d+)\./.exec(draft.text) ?? []

  expect(pair).not.toBe('')
  expect(draft.text).toMatch(/Merge U2 into U1/)
})
