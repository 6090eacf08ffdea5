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

test.each([
  ['push the plenary session to the 11th', /^Moved: Plenary.* to Fri 11 Dec 2026, 14:30/],
  ['who is invited to the plenary meeting', /^M1 Plenary/],
  ['put budget 2027 on the agenda of the plenary meeting', /^Put on the agenda of M1 Plenary: budget 2027/],
  ['the plenary session will last 2 hours', /length now 2 h/],
  ['the plenary session was moved to 4pm', /^Moved: Plenary.* to Thu 10 Dec 2026, 16:00/],
  ['M1 will be in conference room 3', /place now Conference Room 3/],
  ['/meeting edit M1 zoom https://zoom.us/j/123', /link now https:\/\/zoom\.us\/j\/123/],
  [
    '/meeting schedule title: Budget group: ETCIP when: 8 dec 4pm confirm:yes',
    /^Scheduled M2: Budget \(ETCIP\), Tue 8 Dec 2026, 16:00/,
  ],
])('a meeting is named by its words: %s', async (line, wanted) => {
  expect((await here.say(secretariat, line)).text).toMatch(wanted)
})

test.each([
  ["I'll be there on the 10th", /^You said yes to M1/],
  ['not sure about M1 yet', /^You said maybe to M1/],
  ["sorry, can't come on 10 December", /^You said no to M1/],
])('an answer ends with the day of the meeting: %s', async (line, wanted) => {
  expect((await here.say(focal('cted'), line)).text).toMatch(wanted)
})

test.each([
  ['who hasnt sent anything yet', /^No\. 1, /],
  ['who has not yet submitted an update', /^No\. 1, /],
  ["when's the deadline for inputs", /^No\. 1, /],
  ['no news from ICAO', /^Noted: ICAO has nothing to report/],
  ['show what I posted', /^You have posted no updates yet/],
  ['how many updates are waiting', /^There are no such updates/],
  ['WHO has nothing this time', /^Noted: WHO has nothing to report/],
  ['show me the draft newsletter', /^Draft of No\. 1/],
])('the secretariat asks in its own words: %s', async (line, wanted) => {
  expect((await here.say(secretariat, line)).text).toMatch(wanted)
})

test('an update is decided on by its number in plain words', async () => {
  await here.say(focal('unodc'), '/update post UNODC trained judges in Lomé, Togo (3 Nov)')
  expect((await here.say(secretariat, 'U1 belongs to what is new')).text).toContain('Section: What is new')
  expect((await here.say(secretariat, 'ok to U1')).text).toMatch(/^Accepted U1/)
  expect((await here.say(secretariat, 'send U1 back: which judges')).text).toMatch(/: which judges/)
  expect((await here.say(focal('unodc'), 'remove my update about Lomé')).text).toMatch(/^Withdrawn U1/)
})

test('“the 10th session” is not read as a day', async () => {
  expect((await here.say(secretariat, '/meeting show the 10th session')).text).not.toMatch(/^M1 /)
})

test('all but some are accepted, and a polite word behind a number is none of a comment', async () => {
  for (const text of ['UNODC trained judges in Lomé, Togo (3 Nov)', 'UNODC opened a lab in Ghent (7 Nov)'])
    await here.say(focal('unodc'), `/update post ${text}`)
  expect((await here.say(secretariat, 'accept all but U2')).text).toContain('Accepted U1')
  const returned = await here.say(secretariat, 'return U2 pls: the venue is missing')
  expect(returned.text).toMatch(/^Returned U2 to UNODC focal point: the venue is missing/)
})

test('leave, a seat given up, who changed what and who is quiet are said in these words too', async () => {
  for (const [who, line, answer] of [
    [focal('who'), 'sick today', /^You are away 23 Nov 2026 \(A/],
    [focal('who'), 'annual leave 22/12 - 5/1', /^You are away 22 Dec 2026 – 5 Jan 2027/],
    [
      focal('interpol'),
      'remove me from ETCIP',
      /^\/wg leave still needs: entity[\s\S]*I can offer none: That entity holds no term as member/,
    ],
    [focal('unodc'), 'who changed U1 and when', /^There is no update U1/],
    [secretariat, 'who has been quiet lately', / by entity: \d+ of \d+ silent/],
  ] as const)
    expect([line, (await here.say(who, line)).text]).toEqual([line, expect.stringMatching(answer)])
})
