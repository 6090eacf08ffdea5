import { afterAll, beforeAll, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  for (const line of [
    '/meeting schedule "Alpha" wg:ETCIP start:"10 Dec 15:00" confirm:yes',
    '/meeting schedule "Beta" wg:ETCIP start:"11 Dec 15:00" confirm:yes',
    '/meeting poll open "When shall we meet?" wg:ETCIP slots:"14 Dec 10:00, 15 Dec 10:00" confirm:yes',
    '/update post "UNOCT trained 40 judges in Rabat, Morocco (10 Nov)" section:regional',
    '/update post "UNOCT issued a handbook (11 Nov)" section:publications',
  ])
    await here.say(secretariat, line)
})
afterAll(() => here.end())

const say = async (line: string) => (await here.say(secretariat, line)).text

test('numbers after an answer are the meetings that it is for, and words after them are for the chair', async () => {
  const several = await say('/meeting rsvp maybe M1, M2')
  expect(several).toContain('One meeting is taken at a time')
  expect(several).toMatch(/\[M1 Alpha\].*\[M2 Beta\]/s)
  expect(await say('/meeting rsvp maybe M2')).toContain('You said maybe to M2 Beta')
  const noted = await say('/meeting rsvp no to M2, on mission')
  expect(noted).toContain('You said no to M2 Beta')
  expect(noted).toContain('also see: on mission')
})

test('a poll is voted in by its question without quotes, with the times after it', async () => {
  expect(await say('/meeting poll vote When shall we meet? 1')).toContain('1 yes, 2 no.')
  expect(await say('/meeting poll vote When shall we meet? 1, 2 if needed')).toContain('1 yes, 2 if needed.')
  expect(await say('/meeting poll show When shall we meet?')).toContain('P1 When shall we meet? (ETCIP)')
})

test.each([
  ['/meeting rename M1 "Second title"', 'Second title (was Alpha)'],
  ['/meeting rename M1 to Third title', 'Third title (was Second title)'],
  ['rename M1 as "Alpha"', 'Alpha (was Third title)'],
])('%s changes its title', async (line, wanted) => {
  expect(await say(`${line} confirm:yes`)).toContain(`title now ${wanted}`)
})

test.each([
  ['/remind every 31st at 10 to pay', /Mon 30 Nov 2026, 10:00.*: pay\n.*day 31 of each month/],
  ['/remind tomorrow at 10 to pay', /Tue 24 Nov 2026, 10:00.*: pay/],
  ['remind to call Bob on Friday at 9', /Fri 27 Nov 2026, 09:00.*: call Bob/],
])('%s reminds whoever says it', async (line, wanted) => {
  expect(await say(line)).toMatch(wanted)
})

test('a reminder for somebody else is not taken for one’s own', async () => {
  const { outcome, text } = await here.say(secretariat, 'remind Anna to call Bob tomorrow at 9')
  expect(outcome).toBe('refused')
  expect(text).toContain('Everybody sets their own reminders, so nobody else can be reminded by you alone')
})

test('“me” after what shows one’s own profile says nothing more, and another name is refused', async () => {
  expect(await say('/profile show me')).toContain('You are Compact Secretariat')
  expect((await here.say(secretariat, '/profile show Maria')).outcome).toBe('refused')
})

test('updates are listed by a word or a place of theirs as well as by their section', async () => {
  const [rabat, handbook] = ['U1 UNOCT', 'U2 UNOCT']
  for (const typed of ['Rabat', 'morocco', 'Rabat November', 'Regional focus', 'words:judges']) {
    const listed = await say(`/update list ${typed}`)
    expect(listed).toContain(rabat)
    expect(listed).not.toContain(handbook)
  }
  expect(await say('/update list Lima')).toBe('No update says “Lima”, and no section is called that.')
  const other = await here.say(focal('who'), '/update list Rabat')
  expect(other.text).not.toContain(rabat)
})

test('a group that has no meeting ahead is called by its acronym, other words as they were typed', async () => {
  expect(await say('next BMLE meeting')).toMatch(/^No meeting of BMLE is ahead\./)
  expect(await say('next Zebra meeting')).toMatch(/^No meeting called “Zebra” is ahead\./)
  expect(await say('when was the last meeting of BMLE')).toMatch(/^No meeting of BMLE was held/)
})

test('a refusal whose sentence names its option does not begin with the name as well', async () => {
  expect(await say('/meeting show Nowhere')).toMatch(/^I know no meeting called “Nowhere”/)
  expect(await say('/meeting schedule X wg:NOPE start:tomorrow')).toMatch(/^I know no working group/)
  expect(await say('/meeting move M1 start:soonish')).toMatch(/^I cannot read “soonish”/)
})
