import { afterAll, beforeAll, expect, test } from 'vitest'

import { calendarPage } from '../../../../src/bot/pages/calendarPages.ts'
import { byIcalJs, byNodeIcal } from '../../../src/calendar/readCalendar.ts'
import { focal, type World, world } from '../../../support/world.ts'
import { scheduledStarts } from './scheduledStarts.ts'

const chair = focal('interpol')
const reader = focal('wco')
let here: World
const tokens: string[] = []
beforeAll(async () => {
  here = await world({ publicUrl: 'https://bot.example' })
  await here.say(
    chair,
    '/meeting schedule Weekly wg:ETCIP start:"2026-12-01T14:00" timezone:Europe/Vienna repeat:weekly until:2027-12-31',
  )
  for (const line of ['/meeting calendar', '/meeting calendar wg:ETCIP', '/meeting calendar of:all']) {
    const { text } = await here.say(reader, line)
    tokens.push(/calendar\/([\w-]+)\.ics/.exec(text)?.[1] ?? '')
  }
})
afterAll(() => here.end())

// New York and Vienna change their clocks two weeks apart, and the series goes on over both changes.
test.each([
  'edit M3 place:"Room 5" series:rest',
  'move M6 start:"2027-01-07T09:00" timezone:Europe/Vienna series:rest',
  'cancel M8 series:this',
  'move M9 start:"2027-01-30T09:00" timezone:Europe/Vienna series:this',
  'move M4 start:"2026-12-23T11:00" timezone:America/New_York series:rest',
  'cancel M2 series:rest',
  'restore M2 series:rest',
])('every calendar address has the instants that stand in the store after: %s', async (line) => {
  expect((await here.say(chair, `/meeting ${line} confirm:yes`)).outcome).toBe('done')
  const kept = await scheduledStarts(here)
  const last = kept.at(-1) ?? ''

  for (const token of tokens) {
    const page = await calendarPage(here.database.store.kysely, token, here.clock.now(), 'bot.example')
    const read = byIcalJs(page?.ics ?? '')
    // What the rule says of the time after the last meeting that exists is made later.
    expect(read.filter((at) => at <= last)).toEqual(kept)
    expect(byNodeIcal(page?.ics ?? '')).toEqual(read)
  }
})
