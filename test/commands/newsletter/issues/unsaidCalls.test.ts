import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

test('calls that were kept back, as somebody wanted none, are no calls: they may be asked at once, and none is counted', async () => {
  here = await world({ now: '2026-11-24T15:00:00Z' })
  for (const rule of ['newsletter-call', 'newsletter-reminder'])
    await here.say(focal('who'), `/reminder stop ${rule}`)
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.turn('2026-11-24T15:30:00Z')
  expect(here.delivered.filter(({ to, text }) => to === focal('who') && text.includes('is open'))).toEqual([])
  expect((await here.say(secretariat, '/newsletter nudge WHO')).text).toContain('1 person is asked')
  expect((await here.say(secretariat, '/newsletter nudge UNODC')).text).toContain(
    'was asked in the last hours',
  )
  await here.turn('2027-01-07T15:30:00Z')
  await here.turn('2027-01-09T15:00:00Z')

  const calls = here.delivered.filter(({ text }) => /is open: please send|Nothing from .* yet:/.test(text))
  const closed = here.delivered.find(({ text }) => text.includes('entities have not answered'))
  expect(closed?.text).toContain(`They had ${calls.length} calls and reminders in all.`)
})
