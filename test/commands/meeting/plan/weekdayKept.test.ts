import { afterEach, beforeEach, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, type Reply, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world({ now: monday, askAbove: 5 })
})
afterEach(() => here.end())

function days({ text }: Reply): readonly string[] {
  return [...new Set(text.match(/\w{3} \d+ \w{3} 202\d, 15:00/g))].map((one) => one.slice(0, -12))
}

test.each([
  [
    'first Tuesday of the month 15:00',
    'monthly, 4 times',
    ['Tue 1 Dec', 'Tue 5 Jan', 'Tue 2 Feb', 'Tue 2 Mar'],
  ],
  ['2nd Thursday 15:00', 'quarterly, 3 times', ['Thu 10 Dec', 'Thu 11 Mar', 'Thu 10 Jun']],
  ['2nd Thursday 15:00', 'monthly until 20 February', ['Thu 10 Dec', 'Thu 14 Jan', 'Thu 11 Feb']],
  ['8 Dec 15:00', 'monthly, 3 times', ['Tue 8 Dec', 'Fri 8 Jan', 'Mon 8 Feb']],
])(
  'a series that begins on the %s and comes %s keeps that day, also once the question is answered',
  async (start, repeat, expected) => {
    const asked = await here.say(chair, `/meeting schedule Call wg:ETCIP start:"${start}" repeat:"${repeat}"`)
    const [go] = asked.answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    expect(days(asked)).toEqual(expected)
    if (!go) throw new Error('nothing was asked')

    expect(days(await here.press(chair, go.command, go.values, true))).toEqual(expected)
  },
)

test('the length after the days in which a time is sought is taken as one', async () => {
  expect((await here.say(chair, '/meeting suggest ETCIP next week 2h')).text).toContain(
    'The best times for ETCIP, 2 h, 30 Nov – 6 Dec 2026',
  )
  expect((await here.say(chair, '/meeting suggest ETCIP December for 90 minutes')).text).toContain(
    'The best times for ETCIP, 1 h 30 min, December 2026',
  )
})

test('a poll, a meeting without its time and a word to those who are silent are asked for in a sentence', async () => {
  for (const line of [
    'poll ETCIP: 14 Dec 10:00, 15 Dec 10:00',
    'open a poll for ETCIP on 14 Dec 10:00 or 15 Dec 10:00',
  ])
    expect((await here.say(chair, line)).text).toContain('which of 2 times suits them for ETCIP meeting')
  expect((await here.say(chair, 'call a meeting of ETCIP')).text).toContain('still needs: start')
  expect((await here.say(chair, 'call ETCIP meeting off')).text).not.toContain('still needs: start')
  await here.say(chair, '/meeting schedule Call wg:ETCIP start:"8 Dec 15:00" confirm:yes')
  expect((await here.say(chair, 'remind everybody who has not answered M1')).text).toContain('once more')
  expect((await here.say(chair, 'remind ETCIP about the vote on Friday 10am')).text).toMatch(/: the vote$/m)
})
