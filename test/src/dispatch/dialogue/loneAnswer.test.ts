import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('who')]

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(chair, '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30" confirm:yes')
})
afterAll(() => here.end())

let minute = 0
async function later(minutes = 1): Promise<void> {
  minute += minutes
  await here.turn(new Date(Date.parse('2026-11-23T09:00:00Z') + minute * 60_000).toISOString())
}

test.each(['no', 'yes', 'nope', 'yes please'])(
  'a lone “%s” behind a refusal that offers nothing is asked about, and answers the invitation when that is said',
  async (word) => {
    await later()
    const refused = await here.say(member, '/update withdraw U77')
    expect(refused.outcome).toBe('refused')
    const asked = await here.say(member, word)
    expect([asked.outcome, asked.text]).toEqual([
      'refused',
      expect.stringContaining('Is your answer for M1 Drones?'),
    ])
    await later(20)
    expect((await here.say(member, '/meeting show M1')).text).toContain('not answered')
  },
)

test('the question is answered with yes or dropped with no', async () => {
  for (const [answer, said] of [
    ['no', 'Nothing was done.'],
    ['yes', 'You said no to M1 Drones'],
  ] as const) {
    await later()
    await here.say(member, '/update withdraw U77')
    await later()
    expect((await here.say(member, 'no')).text).toContain('Is your answer for M1')
    await later()
    expect((await here.say(member, answer)).text).toContain(said)
  }
})

test('what is said right after an invitation came is for that, also behind a refusal', async () => {
  await later()
  await here.say(member, '/update withdraw U77')
  await later()
  await here.say(chair, '/meeting schedule "Borders" wg:ETCIP start:"11 Dec 14:30" confirm:yes')
  expect((await here.say(member, 'no')).text).toContain('You said no to M2 Borders')
})

test('after a while a lone answer is for the invitation that waits', async () => {
  await here.say(chair, '/meeting schedule "Ships" wg:ETCIP start:"12 Jan 14:30" confirm:yes')
  await later()
  await here.say(member, '/update withdraw U77')
  await later(6)
  expect((await here.say(member, 'yes')).text).toContain('You said yes to M3 Ships')
})

test.each([
  ['/meeting list', 'no'],
  ['/profile show', 'ok'],
  ['/reminder cancel R1', '👍'],
  ['/update list', 'yes'],
])(
  'behind what wants no answer, as after %s, a lone “%s” is asked about where the invitation is older',
  async (line, word) => {
    if (line.startsWith('/reminder')) await here.say(member, '/reminder add "Call them" at:"12 Jan 9:00"')
    else if (line.startsWith('/meeting'))
      await here.say(chair, '/meeting schedule "Trains" wg:ETCIP start:"13 Jan 14:30" confirm:yes')
    await later(11)
    expect((await here.say(member, line)).outcome).toBe('done')
    const asked = await here.say(member, word)
    expect(asked.text).toContain('Is your answer for M4 Trains?')
    await later()
    expect((await here.say(member, 'never mind')).text).toContain('Nothing was done')
  },
)

test('right behind a meeting that is shown with its Yes and No, a lone answer is for that', async () => {
  await here.say(chair, '/meeting schedule "Planes" wg:ETCIP start:"13 Jan 16:30" confirm:yes')
  await later(11)
  await here.say(member, '/meeting show M4')
  expect((await here.say(member, 'yes')).text).toContain('You said yes to M4 Trains')
  await later(11)
  // What was written to them since stands before it.
  await here.say(chair, '/meeting show M5')
  await here.say(member, '/meeting show M4')
  await later()
  await here.say(chair, '/meeting move M5 start:"13 Jan 17:30" confirm:yes')
  expect((await here.say(member, 'no')).text).toContain('You said no to M5 Planes')
})

test('which of several invitations is meant is asked again, and each button answers its own', async () => {
  for (const [title, day] of [
    ['Ports', '14'],
    ['Rail', '15'],
  ])
    await here.say(chair, `/meeting schedule "${title}" wg:ETCIP start:"${day} Jan 14:30" confirm:yes`)
  await later()
  const which = await here.say(member, 'no')
  expect(which.text).toContain('Several invitations wait')
  await later()
  const again = await here.say(member, 'no')
  expect(again.text).toContain('Several invitations wait')
  expect((await press(here, member, buttonNamed(again, 'M7 Rail'))).text).toContain('You said no to M7 Rail')
})
