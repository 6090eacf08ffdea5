import { afterEach, beforeEach, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:"10 Dec 14:30" confirm:yes')
})
afterEach(() => here.end())

test.each([
  ["I can't make it on the 10th, Paul will replace me", /^You said no to M1 .*Paul will replace me/s],
  ["can't make it on 10 Dec; I'm on mission", /^You said no to M1 .*I'm on mission/s],
  ['nothing to report from us this time', /has nothing to report for No\. 1/],
  ['we have nothing new to share for this issue', /has nothing to report for No\. 1/],
  ['/newsletter status nov dec', /^No\. 1, November–December 2026: open/],
  ['remind me in three quarters of an hour to call Vienna', /10:45 .*: call Vienna/],
  ["I'm in Nairobi now", /Africa\/Nairobi/],
])('%s', async (line, wanted) => {
  expect((await here.say(focal('unodc'), line)).text).toMatch(wanted)
})

test.each(["who hasn't answered yet for M1", "who didn't reply to M1"])('%s', async (line) => {
  expect((await here.say(secretariat, line)).text).toMatch(/^Who comes to M1 /)
})

test('a meeting that is named by its day is cancelled once that is confirmed', async () => {
  const asked = await here.say(secretariat, 'cancel the meeting on the 10th')
  expect(asked.outcome).toBe('asked')
  expect(asked.text).toMatch(/^Cancel .*Plenary/)
})

test('the 10th session is no day', async () => {
  expect((await here.say(secretariat, '/meeting show the 10th session')).text).not.toMatch(/^M1 /)
})

test('all but some are accepted, and a polite word behind a number is none of a comment', async () => {
  for (const text of ['UNODC trained judges in Lomé, Togo (3 Nov)', 'UNODC opened a lab in Ghent (7 Nov)'])
    await here.say(focal('unodc'), `/update post ${text}`)
  expect((await here.say(secretariat, 'accept all but U2')).text).toContain('Accepted U1')
  const returned = await here.say(secretariat, 'return U2 pls: the venue is missing')
  expect(returned.text).toMatch(/^Returned U2 to UNODC focal point: the venue is missing/)
})
