import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monday } from '../../support/lines/inFreshWorld.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: monday })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2026-12-31')
})
afterAll(() => here.end())

/** What is typed, and what it must come to on Monday 23 November 2026, 04:00 in New York. */
type Rows = readonly (readonly [typed: string, wanted: RegExp])[]

describe('a moment that comes again says when it begins and how it repeats', () => {
  const rows: Rows = [
    ['every Monday 9am', /Mon 23 Nov 2026, 09:00.*again every Monday\./s], ['every Monday at 9am from 7 December', /Mon 7 Dec 2026, 09:00.*every Monday\./s],
    ['Mondays 9am', /every Monday\./], ['daily 8:30', /Mon 23 Nov 2026, 08:30.*every day/s], ['every morning at 8', /08:00.*every day/s],
    ['monthly on the 3rd at 10', /Thu 3 Dec 2026, 10:00.*day 3 of each month/s], ['every month on the 15th at 11', /Tue 15 Dec 2026, 11:00.*day 15/s],
    ['the 1st of every month 10:00', /Tue 1 Dec 2026, 10:00.*day 1 of each month/s], ['every first Monday of the month at 9', /Mon 7 Dec 2026, 09:00.*1st Monday/s],
    ['last Friday of each month 16:00', /Fri 27 Nov 2026, 16:00.*last Friday of the month/s], ['every weekday 9:00', /every weekday/], ['every working day at 9:30', /09:30.*every weekday/s],
    ['every 2 weeks on Friday 10:00', /Fri 27 Nov 2026, 10:00.*every other Friday/s], ['every two weeks 10:00', /every 2 weeks/], ['Tuesdays and Thursdays at 14:00', /Tue 24 Nov 2026, 14:00.*every Tuesday and Thursday/s],
    ['tomorrow 9am every week', /Tue 24 Nov 2026, 09:00.*every week\./s], ['every year on 1 December 9:00', /Tue 1 Dec 2026, 09:00.*every year/s], ['quarterly at 10 from 15 January', /Fri 15 Jan 2027, 10:00.*every quarter/s],
    ['every second Tuesday 9am', /may be every 2nd Tuesday of the month or every other Tuesday/], ['every Monday at 3', /3 in the afternoon or 3 in the morning.*Every Monday, 15:00.*Every Monday, 03:00/s],
    ['first Monday of December 9:00', /Mon 7 Dec 2026, 09:00(?!.*comes again)/s], ['last day of the month 9:00', /Mon 30 Nov 2026, 09:00(?!.*comes again)/s],
    ['every Monday with Ana 9am', /cannot read/], ['every Monday 9am until 20 Dec', /09:00.*every Monday, until 20 Dec 2026/s],
    ['every Monday until 20 December at 9am', /Mon 23 Nov 2026, 09:00.*every Monday, until 20 Dec 2026/s], ['every weekday until Friday 17:00', /Mon 23 Nov 2026, 17:00.*until 27 Nov 2026/s],
    ['every Monday until December 20', /no time of day. Try “every Monday until December 20 9:00”/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, `/reminder add x at:"${typed}"`)).text).toMatch(wanted)
  })
})

describe('the words of a reminder and its rhythm are told apart', () => {
  const rows: Rows = [
    ['/reminder add send the minutes every Monday 9am', /09:00 .*: send the minutes\n.*every Monday/], ['remind me every Monday at 9am to send the minutes', /: send the minutes\n.*every Monday/],
    ['/reminder add Send the report every Friday at:9am', /Fri 27 Nov.*: Send the report\n.*every Friday/], ['/reminder add Monthly report tomorrow 9:00', /Tue 24 Nov.*: Monthly report(?!.*comes again)/s],
    ['/reminder add Read every day of the agenda tomorrow 9:00', /: Read every day of the agenda(?!.*comes again)/s],
    ['/reminder add x at:"every Monday 9am" repeat:weekly', /^That says “every Monday”, and repeat: is given as well/],
    ['/meeting schedule "A" wg:ETCIP start:"Tuesdays 10:00" until:"15 Dec"', /Scheduled A \(ETCIP\): 4 meetings, every Tuesday/],
    ['/meeting schedule Weekly call wg:ETCIP every Tuesday 10:00 until 20 dec confirm:yes', /Weekly call \(ETCIP\): 4 meetings, every Tuesday/],
    ['/meeting schedule Call wg:ETCIP start:"every Monday 9am until 10am" until:"20 Dec" confirm:yes', /Call \(ETCIP\): 4 meetings, every Monday/],
    ['/reminder add send minutes every Monday 9am until 20 Dec', /: send minutes\n.*every Monday, until 20 Dec 2026/],
    ['/reminder add Call Anna every Monday until Friday at 9am', /: Call Anna\n.*every Monday, until 27 Nov 2026/],
    ['/reminder add Water the plants every first Monday of the month until 20 December 2027 at 9am', /: Water the plants\n.*1st Monday of the month, until 20 Dec 2027/],
    ['/reminder add Stock every 9am', /still needs: at/], ['/reminder add Stock every full moon until Friday 9am', /still needs: at/], ['/reminder add Wait until Friday 9am', /Fri 27 Nov 2026, 09:00.*: Wait until/],
    ['/meeting schedule Call wg:ETCIP start:"every Monday until 20 Dec at 9am until 10am" confirm:yes', /Call \(ETCIP\): 4 meetings, every Monday/],
    ['/meeting schedule Weekly call wg:ETCIP every Tuesday 10:00', /^About “until”: The series has no end/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(secretariat, typed)).text).toMatch(wanted)
  })
})

test('a rhythm without an hour is asked for it, and the hour that is chosen is taken with the rhythm', async () => {
  const asked = await here.say(secretariat, '/reminder add water at:"every Monday"')
  expect(asked.text).toContain('“every Monday” has no time of day')
  const set = await press(here, secretariat, buttonNamed(asked, 'every Monday 10:00'))
  expect(set.text).toMatch(/Mon 23 Nov 2026, 10:00.*: water\n.*every Monday/)
})

describe('a closing day is moved by how much later it is', () => {
  const rows: Rows = [
    ['+1 week', /until Thu 7 Jan 2027/], ['by two weeks', /until Thu 21 Jan 2027/], ['one more week', /until Thu 28 Jan 2027/], ['until 20 January', /until Wed 20 Jan 2027/],
    ['closes:"+3 days"', /until Sat 23 Jan 2027/], ['another month', /until Tue 23 Feb 2027/], ['in 3 weeks', /until Mon 14 Dec 2026/], ['to 31 December', /until Thu 31 Dec 2026/],
    ['+0 days', /cannot read/], ['a bit longer', /cannot read/],
  ] // biome-ignore format: a table

  test.each(rows)('/newsletter extend %s', async (typed, wanted) => {
    expect((await here.say(secretariat, `/newsletter extend ${typed}`)).text).toMatch(wanted)
  })
})
