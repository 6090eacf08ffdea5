import { afterEach, beforeEach, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/messages/shownMessage.ts'
import { focal, type Reply, type World, world } from '../../../support/world.ts'

const [chair, member, stranger] = [focal('interpol'), focal('cted'), focal('ilo')]
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [title, start] of [
    ['Quarterly review', '10 Dec 14:30'],
    ['Budget talks', '11 Dec 14:30'],
  ])
    await here.say(chair, `/meeting schedule "${title}" wg:ETCIP start:"${start}" confirm:yes`)
  for (const title of ['Q1 meeting', 'Spring retreat'])
    await here.say(chair, `/meeting poll open "${title}" wg:ETCIP slots:"12 Jan 14:30; 13 Jan 15:00"`)
})
afterEach(() => here.end())

async function pressOnly(who: string, { answer }: Reply): Promise<string> {
  const [only, ...others] = buttonsOf(answer.message)
  expect(others).toEqual([])
  return (await here.press(who, only?.command ?? '', only?.values ?? {})).text
}

test.each([
  '/meeting show "Quaterly review"',
  '/meeting show quartrely',
  '/meeting show the quaterly meeting',
])('%s offers the meeting that is nearest, by a button that shows it', async (line) => {
  const reply = await here.say(stranger, line)

  expect(reply.text).toContain('Did you mean M1 Quarterly review, 10 Dec 2026?')
  expect(await pressOnly(stranger, reply)).toContain('M1 Quarterly review (ETCIP)')
})

test('a poll is offered likewise, and one who may not see it is offered none', async () => {
  const line = '/meeting poll vote "q1 meting" slots:1'
  const reply = await here.say(member, line)

  expect(reply.text).toContain('Did you mean P1 Q1 meeting?')
  expect(await pressOnly(member, reply)).toContain('Q1 meeting')
  expect((await here.say(stranger, line)).text).not.toMatch(/Did you mean|Q1 meeting/)
})

test.each([
  '/meeting show M99',
  '/meeting show "Hockey"',
  '/meeting poll show P99',
  '/meeting poll show Hockey',
])('%s is near nothing', async (line) => {
  const reply = await here.say(chair, line)
  expect(reply.outcome).toBe('refused')
  expect(reply.text).not.toContain('Did you mean')
})

test.each([
  [
    'poll open "B" wg:ETCIP slots:"Thursday at 4, Friday at 10:00"',
    'slots',
    'Thu 26 Nov 2026, 16:00 (Europe/Paris); Fri 27 Nov 2026, 10:00 (Europe/Paris)',
  ],
  ['silence open "T" wg:ETCIP until:"Friday at 5"', 'until', 'Fri 27 Nov 2026, 17:00 (Europe/Paris)'],
])(
  'an hour of two halves of the day is chosen with whatever else was typed: %s',
  async (line, option, value) => {
    const { answer } = await here.say(chair, `/meeting ${line}`)
    const [first, second] = buttonsOf(answer.message)
    expect(first?.values?.[option]).toBe(value)
    expect(second?.label).toMatch(/(?:^|, )0[45]:00/)
  },
)

test('a number behind a look for another is a look of its own', async () => {
  await here.say(chair, 'M99')
  expect((await here.say(chair, 'P1')).text).toContain('P1 Q1 meeting')
})
