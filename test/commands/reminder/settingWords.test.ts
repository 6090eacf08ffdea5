import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

const who = focal('who')
let here: World
afterEach(() => here.end())

test('reminder settings read lead times separated by spaces alone, hours with their minutes as one, and words for an hour and for no limit', async () => {
  here = await world()
  for (const [typed, text] of [
    ['lead:7d 1d 15m', '7 days, 1 day, 15 minutes before it'],
    ['lead:"1 week 2 days 1 hour"', '7 days, 2 days, 1 hour before it'],
    ['lead:1h 30m', '90 minutes before it'],
    ['digest:"at 8 in the morning"', 'at 08:00'],
    ['weekly:"no limit"', 'as many as there are'],
  ]) {
    expect((await here.say(who, `/reminder settings ${typed}`)).text).toContain(text)
  }
})

test('numbers of moments have the unit that follows them, and one without any is asked about', async () => {
  here = await world()
  for (const [typed, text] of [
    ['lead:"7, 2 and 1 days"', '7 days, 2 days, 1 day before it'],
    ['lead:"2, 1 days before, 15m"', '2 days, 1 day, 15 minutes before it'],
    ['lead:"1d at 10:00, 15 min"', '1 day (at 10:00), 15 minutes before it'],
  ])
    expect((await here.say(who, `/reminder settings ${typed}`)).text).toContain(text)
  const asked = await here.say(who, '/reminder settings lead:7,1d,15')
  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('“15” may be 15 days, hours or minutes. Which one?')
  const rule = async (line: string) => (await here.say(secretariat, `/reminder rule ${line}`)).text
  expect(await rule('newsletter-reminder moments:"7"')).toContain('Which one?')
  expect(await rule('action moments:"5, 1"')).toContain('5 days before, 1 day before')
  expect(await rule('minutes moments:"2, 4 days after"')).toContain('2 days after, 4 days after')
})

test('rules are named as people call them', async () => {
  here = await world()
  expect((await here.say(who, '/reminder stop meetings')).text).toContain('“An upcoming meeting”')
  expect((await here.say(who, '/reminder stop all')).text).toContain('Name one of these')
  expect((await here.say(who, '/reminder stop actions')).text).toContain('An action that follows')
})
