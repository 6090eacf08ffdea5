import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world({ amends: true })
  await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
})
afterEach(() => here.end())

/** What somebody sees now of the notice that began with these words. */
function stands(to: string, begin: string): string {
  const one = here.delivered.findLast((each) => each.to === to && each.text.startsWith(begin))
  return here.amended.get(one?.key ?? '') ?? one?.text ?? ''
}

test('a duty whose time ran out says since when, and credits nobody who changes something later', async () => {
  const slots = 'slots:"21 Dec 10:00; 22 Dec 10:00" until:"2026-12-10 12:00"'
  await here.say(focal('interpol'), `/meeting poll open Next wg:ETCIP ${slots}`)
  await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
  await here.say(focal('iom'), '/update post "IOM trained border officials in Amman on 20 November 2026."')
  await here.turn('2026-11-23T16:00:00Z')
  await here.turn('2026-12-09T12:00:00Z')
  await here.turn('2026-12-11T13:30:00Z')
  await here.press(focal('interpol'), 'meeting poll settle', { poll: 'P1', slot: '1' }, true)
  await here.turn('2027-02-02T12:00:00Z')
  await here.say(focal('iom'), '/update edit U1 place:Jordan')
  await here.press(focal('interpol'), 'meeting hold', { meeting: 'M1', summary: 'Drones were discussed' })

  expect(stands(focal('opcw'), 'No. 1')).toMatch(/✓ Over, .*Jan 2027/)
  expect(stands(focal('unodc'), 'You have not voted')).toMatch(/✓ Over, .*10 Dec 2026/)
  expect(stands(focal('unodc'), 'Reminder, tomorrow')).toMatch(/✓ Over, .*12 Dec 2026/)
})
