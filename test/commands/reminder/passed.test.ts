import { expect, test } from 'vitest'

import { buttonLike, press } from '../../support/lines/pressed.ts'
import { focal, world } from '../../support/world.ts'

test('a date without a year that has passed offers the next one, and no hour that has passed', async () => {
  const here = await world({ now: '2027-01-15T15:00:00Z' })
  try {
    const add = (at: string) => here.say(focal('cted'), `/reminder add "Call" at:"${at}"`)
    for (const [typed, day] of [
      ['5 December', '5 Dec 2027'],
      ['5 December 10:00', '5 Dec 2027'],
      ['Dec 5', '5 Dec 2027'],
      ['14 Jan', '14 Jan 2028'],
    ] as const) {
      const { text } = await add(typed)
      expect(text, typed).toMatch(new RegExp(`${day}, \\d\\d:\\d\\d`))
      expect(text, typed).not.toMatch(/Dec 2026|Jan 2027/)
    }
    expect((await add('today')).text).not.toContain('15 Jan 2027, 10:00')
    expect((await add('today')).text).toContain('15 Jan 2027, 14:00')
    const offered = buttonLike(await add('5 December 10:00'), /2027/)
    expect(offered && (await press(here, focal('cted'), offered)).text).toContain('5 Dec 2027, 10:00')
  } finally {
    await here.end()
  }
})

test('in no time at all is now, and has passed', async () => {
  const here = await world()
  try {
    const refused = await here.say(focal('cted'), '/reminder add "Call" at:"in 0 minutes"')
    expect(refused.text).toContain('has passed')
    expect(refused.text).not.toContain('in 0 minutes 15:00')
  } finally {
    await here.end()
  }
})
