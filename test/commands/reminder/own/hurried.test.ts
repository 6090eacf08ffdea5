import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
})
afterAll(() => here.end())

const chair = focal('interpol')

/** What is typed on Monday 23 November 2026, 10:00 in Paris, and what it must come to. */
type Rows = readonly (readonly [typed: string, wanted: RegExp])[]

describe('a reminder that is typed in a hurry is read', () => {
  const rows: Rows = [
    ['/reminder add Pay at:"every 31st at 10"', /Mon 30 Nov 2026, 10:00.*: Pay\n.*on day 31 of each month, or its last/],
    ['remind me to pay rent every 31st at 10', /Mon 30 Nov 2026, 10:00.*: pay rent\n.*day 31 of each month, or its last/], ['remind me every 5th at 9 to pay', /Sat 5 Dec 2026, 09:00.*: pay\n/],
    ['/reminder add Review at:"every quarter on the first Monday at 10"', /Mon 4 Jan 2027, 10:00.*\n.*1st Monday of the quarter/],
    ['remind me on the first Monday of every quarter at 10 to plan', /Mon 4 Jan 2027, 10:00.*: plan\n.*1st Monday of the quarter/],
    ['remind me quarterly on the last Friday at 10 to plan', /Fri 25 Dec 2026, 10:00.*: plan\n.*last Friday of the quarter/], ['remind me every quarter end at 10 to close', /Thu 31 Dec 2026, 10:00.*: close\n.*last day of each quarter/],
    ['remind me every month on the last working day at 10 to close', /Mon 30 Nov 2026, 10:00.*: close\n.*last weekday of each month/], ['remind me every first working day of the month at 9 to start', /Tue 1 Dec 2026, 09:00.*: start\n.*1st weekday/],
    ['remind me every 10 December at 9 of human rights', /Thu 10 Dec 2026, 09:00.*human rights\n.*every 10 December/], ['remind me every 29 February 9:00 leap', /Sun 28 Feb 2027, 09:00.*: leap\n.*29 February, or the 28th/],
    ['remind me every Friday 16:00 for 4 weeks wrap up', /Fri 27 Nov 2026, 16:00.*: wrap up\n.*every Friday, until 20 Dec 2026/],
    ['/reminder add Tea at:"9"', /Tue 24 Nov 2026, 09:00.*: Tea/], ['/reminder add Tea at:14', /Mon 23 Nov 2026, 14:00.*: Tea/], ['remind me at 14 to check', /Mon 23 Nov 2026, 14:00.*: check/],
    ['remind me to call Bob at 5', /may mean 5 in the afternoon or 5 in the morning/], ['/reminder add Tea at:24', /cannot read “24”/],
    ['remind me tmrw 9 call Bob', /Tue 24 Nov 2026, 09:00.*: call Bob/], ['remind me next monday 9 review minutes', /Mon 30 Nov 2026, 09:00.*: review minutes/], ['remind me tomorrow 3 reports are due', /“tomorrow” has no time of day/],
    ['can you remind me tomorrow at 10 to call Bob?', /Tue 24 Nov 2026, 10:00.*: call Bob\n/], ['pls remind me to call Bob tomorrow at 10', /Tue 24 Nov 2026, 10:00.*: call Bob\n/],
    ['remind me about the call on Friday at 17:00', /Fri 27 Nov 2026, 17:00.*: the call\n/], ['remind me that the report is due on Friday at 10', /Fri 27 Nov 2026, 10:00.*: the report is due\n/],
    ['set a reminder for tomorrow at 10: call Bob', /Tue 24 Nov 2026, 10:00.*: call Bob\n/], ['set a reminder to call Bob tomorrow at 10', /Tue 24 Nov 2026, 10:00.*: call Bob\n/],
  ] // biome-ignore format: a table

  test.each(rows)('%s', async (typed, wanted) => {
    expect((await here.say(chair, typed)).text).toMatch(wanted)
  })
})

test('an hour that may be in the morning or the afternoon is asked for, and the one that is chosen is taken', async () => {
  const asked = await here.say(chair, 'remind me call Bob at 5')
  expect(asked.text).toContain('5 in the afternoon or 5 in the morning')
  const set = await press(here, chair, buttonNamed(asked, 'Mon 23 Nov 2026, 17:00 (Europe/Paris)'))
  expect(set.text).toMatch(/Mon 23 Nov 2026, 17:00.*: call Bob/)
})

describe('a group that is named with for: is the group that is reminded', () => {
  test.each(['for:ETCIP', 'for:etcip', 'for:"Emerging Threats and Critical Infrastructure Protection"'])(
    '%s asks its chair as wg: does',
    async (group) => {
      const line = '/reminder add Vote at:"tomorrow 10:00"'
      const asked = await here.say(chair, `${line} ${group}`)
      expect(asked).toMatchObject({
        outcome: 'asked',
        text: (await here.say(chair, `${line} wg:ETCIP`)).text,
      })
      expect(asked.text).toMatch(/Remind 26 people of ETCIP/)
    },
  )

  test('and is refused to whoever does not lead it', async () => {
    const refused = await here.say(focal('who'), '/reminder add Vote at:"tomorrow 10:00" for:ETCIP')
    expect(refused.text).toContain('Only a chair, co-chair or vice-chair of ETCIP')
  })

  test('and “me” and “us” are oneself and one’s own group', async () => {
    expect((await here.say(chair, '/reminder add Vote at:"tomorrow 10:00" for:myself')).text).toContain(
      'remind you',
    )
    expect((await here.say(focal('wco'), '/reminder add Vote at:"tomorrow 10:00" for:us')).text).toContain(
      'of BMLE',
    )
  })
})

test('a reminder that is edited takes a rhythm with its hour as a new one does', async () => {
  const set = await here.say(chair, '/reminder add Rent at:"tomorrow 10:00"')
  const number = /R\d+/.exec(set.text)?.[0]
  const edited = await here.say(chair, `/reminder edit ${number} at:"every 31st at 11"`)
  expect(edited.text).toMatch(
    /Mon 30 Nov 2026, 11:00 .* and again on day 31 of each month, or its last: Rent/,
  )
})
