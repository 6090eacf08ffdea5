import { afterEach, expect, test } from 'vitest'

import { buttonNamed, press, sayIt } from '../../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const room = { platform: 'terminal', tenant: 'local', channel: '#etcip', private: false } as const

let here: World
afterEach(() => here.end())

test.each([
  'remind us tomorrow at 10 to vote',
  'please remind the group to vote tomorrow at 10',
  'remind everybody tomorrow 10:00 vote',
])('a chair says “%s” and the group is reminded', async (line) => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  const { outcome, text } = await here.say(focal('wco'), line)
  expect(outcome, text).toBe('done')
  expect(text).toMatch(/I will remind BMLE .*Tue 24 Nov 2026, 10:00.*: vote/)
})

test('whoever sees a reminder of a group in their list, and does not lead it, is told who may change it', async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(
    focal('interpol'),
    '/reminder add "Bring the papers" at:"tomorrow 10:00" for:ETCIP confirm:yes',
  )
  expect((await here.say(focal('who'), '/reminder list')).text).toContain('R1')

  for (const line of ['/reminder cancel R1', '/reminder edit R1 text:x', '/reminder restore R1'])
    expect((await here.say(focal('who'), line)).text).toBe(
      'R1 is set for ETCIP: only those who lead it and the secretariat may change it. Nothing was changed.',
    )
  expect((await here.say(focal('iom'), '/reminder cancel R1')).text).toContain(
    'You have no reminder R1 ahead',
  )
})

/** A question about another time of a group's reminder, which somebody gives another text before it is answered. */
async function askedAndChanged() {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
  await here.say(
    focal('interpol'),
    '/reminder add "Bring the papers" at:"tomorrow 10:00" for:ETCIP confirm:yes',
  )
  const asked = await here.say(focal('interpol'), '/reminder edit R1 at:"tomorrow 12:00"')
  await sayIt(here, secretariat, '/reminder edit R1 text:"Bring the signed papers"')
  return asked
}

test('a yes to another time of a group’s reminder is asked anew where somebody has changed it meanwhile', async () => {
  const asked = await askedAndChanged()
  const again = await press(here, focal('interpol'), buttonNamed(asked, 'Change the reminder'))
  const done = await press(here, focal('interpol'), buttonNamed(again, 'Change the reminder'))

  expect(again.outcome).toBe('asked')
  expect(again.text).toContain('It was changed since you were asked: R1 comes Tue 24 Nov 2026, 10:00')
  expect(again.text).toContain('Bring the signed papers')
  expect(done.text).toMatch(/R1 comes Tue 24 Nov 2026, 12:00.*: Bring the signed papers/)
})

test('and so it is where the group has a room by then, so that nobody is written to in person', async () => {
  const asked = await askedAndChanged()
  await here.say(focal('interpol'), '/wg bind ETCIP', { place: room })
  const again = await press(here, focal('interpol'), buttonNamed(asked, 'Change the reminder'))

  expect([again.outcome, again.text]).toEqual([
    'asked',
    expect.stringMatching(/^Remind ETCIP Tue 24 Nov 2026, 12:00.*, in 1 room: Bring the signed papers/),
  ])
})
