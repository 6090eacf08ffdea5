import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test('an absence is given by how long it is; a number alone is asked about', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const who = focal('who')
  expect((await here.say(who, '/profile away 2 weeks')).text).toContain('23 Nov – 6 Dec 2026')
  expect((await here.say(who, '/profile away for 3 days from 14 Dec')).text).toContain('14 Dec – 16 Dec 2026')
  expect((await here.say(who, '/profile away 3 semanas')).text).toContain('23 Nov – 13 Dec 2026')
  const doubtful = await here.say(who, '/profile away 14')
  expect(doubtful.outcome).toBe('refused')
  expect(doubtful.text).toContain('“14” may be 14 days or the 14th')
})

test('what begins as an absence does and tells what was done is offered as an update, and days alone are an absence', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const who = focal('who')
  for (const told of [
    'Sick leave policies were adopted by 12 authorities in Nairobi on 10 November',
    'Annual leave rules have changed for 30 border posts in Chad',
    'On leave management we trained 20 officers in Lagos on 12 November',
    'On holiday on 27 November the office trained 12 people in Lima',
    'Away on 4 December, the team trained 30 officers in Rabat',
  ]) {
    const { outcome, text, answer } = await here.say(who, told)
    const buttons = answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
    expect([told, outcome]).toEqual([told, 'refused'])
    expect(text).not.toContain('as a period')
    expect(buttons.map(({ command }) => command)).toContain('update post')
  }
  for (const [line, days] of [
    ['Sick leave from 7 to 9 December', '7 Dec – 9 Dec 2026'],
    ['On mission from Monday 14 December until Friday 18 December', '14 Dec – 18 Dec 2026'],
    ['annual leave 21 December to 4 January', '21 Dec 2026 – 4 Jan 2027'],
  ] as const)
    expect((await here.say(who, line)).text).toContain(`You are away ${days}`)
})
