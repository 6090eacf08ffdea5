import { afterAll, beforeAll, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  for (const line of [
    '/newsletter open November-December closes:2027-01-08',
    '/meeting schedule "Alpha" wg:ETCIP start:"10 Dec 15:00" timezone:Europe/Paris confirm:yes',
    '/meeting poll open "Which?" wg:ETCIP slots:"14 Dec 10:00, 15 Dec 10:00" confirm:yes',
  ])
    await here.say(secretariat, line)
})
afterAll(() => here.end())

const say = async (line: string) => (await here.say(focal('interpol'), line)).text

test.each([
  ['to same time next day', /to Fri 11 Dec 2026, 15:00/],
  ['next day 10:00', /to Fri 11 Dec 2026, 10:00/],
  ['the following day at 10', /to Fri 11 Dec 2026, 10:00/],
  ['start:"the day before at 16:00"', /to Wed 9 Dec 2026, 16:00/],
  ['to the following week', /to Thu 17 Dec 2026, 15:00/],
  ['to the day before', /to Wed 9 Dec 2026, 15:00/],
  ['the day after tomorrow at 10', /to Wed 25 Nov 2026, 10:00/],
])('a meeting that is moved %s goes there from its own day', async (to, wanted) => {
  const planned = await say(
    '/meeting schedule "Beta" wg:ETCIP start:"10 Dec 15:00" timezone:Europe/Paris confirm:yes',
  )
  const number = /M(\d+)/.exec(planned)?.[1] ?? ''
  expect(await say(`/meeting move M${number} ${to}`)).toMatch(wanted)
  await say(`/meeting cancel M${number} confirm:yes`)
})

test.each([
  ['cant make it to M1', /You said no to M1/],
  ['M1 maybe', /You said maybe to M1/],
  ['regrets for M1', /You said no to M1/],
  ['M1 no travelling', /You said no to M1.*also see: travelling/s],
  ['yes to M1 but late', /You said yes to M1.*also see: but late/s],
  ['who has not replied to M1', /Who comes to M1 Alpha/],
  ['nudge everybody for M1', /25 people are asked once more/],
  ['vote P1 1', /Your vote in P1 Which\?: 1 yes, 2 no/],
  ['agenda M1 add Biometrics 20 min', /Put on the agenda of M1 Alpha: Biometrics \(20 min\)/],
  ['deadline?', /47 days left/],
  ['is the issue open?', /No\. 1, November–December 2026: open/],
  ['I will be absent tomorrow', /You are away 24 Nov 2026/],
  ['i am in mission until friday', /You are away 23 Nov – 27 Nov 2026/],
])('“%s” is done as it is said', async (line, wanted) => {
  expect(await say(line)).toMatch(wanted)
})
