import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonLike, buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const who = focal('cted')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const line of [
    '/meeting schedule "Drones" wg:ETCIP start:"10 Dec 14:30" confirm:yes',
    '/meeting schedule "Gas in cities" wg:ETCIP start:"11 Dec 14:30" confirm:yes',
  ])
    await here.say(focal('interpol'), line)
})
afterAll(() => here.end())

describe('a saying with one word misspelt', () => {
  test.each([
    ['Cancle M1', '“cancel M1”', '/meeting cancel 1'],
    ['My meetigns', '“My meetings”', '/meeting list mine'],
    ['Moce M1 to 12 Dec 3pm', '“move M1 to 12 Dec 3pm”', '/meeting move 1 to 12 Dec 3pm'],
    ['Remnd me tomorrow at 9 to call Bob', '“remind me tomorrow', '/reminder add'],
  ])('“%s” is offered as %s, and nothing is done', async (line, meant, label) => {
    const reply = await here.say(focal('interpol'), line)
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(meant)
    expect(buttonLike(reply, /^\//)?.label, reply.text).toMatch(new RegExp(`^${label.replace('1', 'M?1')}`))
  })

  test('is done by the button', async () => {
    const reply = await here.say(who, 'My meetigns')
    expect((await press(here, who, buttonNamed(reply, '/meeting list mine'))).text).toContain('M1')
  })

  test.each([
    ['WHO', /World Health/],
    ['UNODC trained thirty judges in Dakar on 5 November', /Shall I post it/],
    ['ONU Femmes', /UN[ -]?Women|nothing of that name/],
    ['meeting list ETCIP', /M1/],
  ])('is none of those: %s', async (line, wanted) => {
    expect((await here.say(who, line)).text).toMatch(wanted)
  })
})

test.each([
  'I might have a conflict on the 10th, sorry',
  'Let me check and come back to you',
  'Both dates work fine for our office here',
  'thank you, we shall see then',
])('“%s” is an answer to somebody and not first of all an update', async (line) => {
  const reply = await here.say(who, line)
  expect(reply.text).toContain('I did not understand that; nothing was done.')
  expect(buttonLike(reply, /^Yes/)).toBeUndefined()
  expect(buttonNamed(reply, 'Post it as an update').command).toBe('update post')
})

test.each([
  ['who has accepted M1 so far?', /No answer yet/],
  ['can I have the list of participants of M1', /No answer yet/],
  ['Declined: Drones', /You said no to M1 Drones/],
  ["who hasn't voted yet?", /poll show/],
  ['which date is winning', /poll show/],
  ['we need to meet', /meeting suggest|suit/],
  [
    'Call on States to ratify the convention was heard at the panel of 5 November',
    /not a command|There is no command/,
  ],
  ['I can make both', /Which meeting|You said yes/],
  ['I live in Nairobi', /Africa\/Nairobi/],
  ['my working days are Sunday to Thursday', /Sun-Thu/],
])('“%s” is understood: %s', async (line, wanted) => {
  expect((await here.say(who, line)).text).toMatch(wanted)
})

test.each(['yes to M1 and no to M2', 'I will come to M1 but not to M2'])(
  '“%s” answers the first, and asks about the other in place of noting it',
  async (line) => {
    const reply = await here.say(focal('who'), line)
    expect(reply.text).toContain('said yes to M1 Drones')
    expect(reply.text).toMatch(/Not taken: “.* M2”/)
    expect(reply.text).not.toContain('also see')
    expect((await press(here, focal('who'), buttonNamed(reply, 'No'))).text).toContain('said no to M2')
  },
)

test('a request on behalf of the chair is read as the chair’s own', async () => {
  const asked = await here.say(focal('interpol'), 'we need to cancel M2')
  expect(asked.text).toContain('Cancel the meeting M2 Gas in cities')
  const moved = await here.say(focal('interpol'), 'the chair would like to move M2 to 14 Dec 3pm')
  expect(moved.text).toContain('Moved: Gas in cities')
})
