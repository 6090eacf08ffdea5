import { expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, world } from '../../../support/world.ts'

const who = focal('who')

test('a moment alone after the number of a reminder is its new time, and other words are its new text', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  const say = async (line: string) => (await here.say(who, `/reminder ${line}`)).text
  await say('add Report at:"tomorrow 9:00"')
  expect(await say('edit R1 friday 10:00')).toContain(
    'R1 comes Fri 27 Nov 2026, 10:00 (Europe/Zurich): Report',
  )
  expect(await say('edit R1 Noon')).toContain('12:00 (Europe/Zurich): Report')
  expect(await say('edit R1 Send the report')).toContain(': Send the report')
  await say('edit R1 text:Noon at:"tomorrow 9:00"')
  await say('edit R1 text:Lunch')
  await here.press(who, 'reminder edit', {
    reminder: 'R1',
    text: 'Noon',
    at: '2026-11-24T08:00:00.000Z',
  })

  expect(await say('list')).toContain('R1 Tue 24 Nov 2026, 09:00 (Europe/Zurich): Noon')

  await say('cancel R1')
  const refused = await here.say(who, '/reminder edit R1 at:"tomorrow 11:00"')
  expect(refused.text).toContain('R1 was cancelled, so nothing was changed.')
  expect((await press(here, who, buttonNamed(refused, 'Set it again'))).text).toContain('R1 is set again')
  await here.end()
})

test('a day that its rhythm does not meet changes nothing, and may become its day', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  await here.say(who, '/reminder add Report at:"every Monday 9:00"')
  const moved = await here.say(who, '/reminder edit R1 at:"friday 10:00"')
  expect([moved.outcome, moved.text]).toEqual([
    'refused',
    expect.stringContaining('comes every Monday, and 27 Nov 2026 is a Friday. Nothing was changed'),
  ])
  expect((await here.say(who, '/reminder list')).text).toContain('Mon 30 Nov 2026, 09:00')

  expect((await press(here, who, buttonNamed(moved, 'Make it every Friday at 10:00'))).text).toContain(
    'R1 comes Fri 27 Nov 2026, 10:00 (Europe/Zurich) and again every Friday',
  )
  expect((await here.say(who, '/reminder edit R1 at:"4 Dec 11:00"')).text).toContain('Fri 4 Dec 2026, 11:00')
  await here.end()
})

test('an hour alone stays on the reminder’s own day, a day alone keeps its hour, and nobody else’s is looked at', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  const say = async (line: string) => (await here.say(who, `/reminder ${line}`)).text
  await say('add Report at:"3 Dec 9:00"')
  expect(await say('edit R1 11am')).toContain('R1 comes Thu 3 Dec 2026, 11:00')
  expect(await say('edit R1 at:17')).toContain('R1 comes Thu 3 Dec 2026, 17:00')
  expect(await say('edit R1 friday')).toContain('R1 comes Fri 27 Nov 2026, 17:00')
  expect(await say('edit R1 1 hour earlier')).toContain('R1 comes Fri 27 Nov 2026, 16:00')
  expect(await say('edit R1 in 2 hours')).toContain('R1 comes Mon 23 Nov 2026, 12:00')
  const other = await here.say(focal('iom'), '/reminder edit R1 at:"1 hour earlier"')
  expect(other.outcome).toBe('refused')
  expect(other.text).not.toContain('12:00')
  await here.end()
})
