import { afterAll, beforeAll, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
  await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 14:30" confirm:yes')
  await here.say(chair, '/meeting agenda add M1 "1. Drones 2. Borders"')
  await here.say(chair, '/meeting poll open Call wg:ETCIP slots:"15 Dec 14:30, 16 Dec 14:30" confirm:yes')
})
afterAll(() => here.end())

const say = (line: string) => here.say(chair, line)

test.each(['drop the poll', 'scrap the vote', 'cancel our poll', 'close the poll', 'end that poll'])(
  '“%s” asks which poll is to be closed, and takes no item off an agenda',
  async (line) => {
    const { text } = await say(line)
    expect(text).toContain('/meeting poll close')
    expect(text).toContain('P1 Call')
    expect(text).not.toContain('agenda')
  },
)

test('“drop P1” closes it, “drop the meeting” asks to cancel it, and “drop the drones item” takes the item off', async () => {
  expect((await say('drop P1')).text).toContain('Closed P1 Call')
  await say('/meeting show M1')
  expect((await say('drop the meeting')).text).toContain('Cancel the meeting M1 Plenary')
  await say('/meeting show M1')
  expect((await say('drop the drones item')).text).toContain('Taken off the agenda of M1 Plenary: Drones')
})

test.each([
  ['start:"12 Jan 14:30" every quarter until:"1 Jan 2028"', 'every quarter'],
  ['start:"12 Jan 14:30" quarterly, 4 times', 'every quarter'],
  ['start:"12 Jan 14:30" every month until:"1 May 2027"', 'every month'],
  ['start:"12 Jan 14:30 every quarter, 4 times"', 'every quarter'],
])('/meeting schedule … %s is a series of four meetings', async (how, rhythm) => {
  const { text } = await say(`/meeting schedule Briefing wg:ETCIP ${how}`)
  expect(text).toContain(`Schedule Briefing (ETCIP), 4 meetings, ${rhythm}`)
})

test('a rhythm behind a quoted start is asked when it ends, and words behind one are the title where there is none', async () => {
  const endless = await say('/meeting schedule Briefing wg:ETCIP start:"12 Jan 14:30" every quarter')
  expect(endless.text).toContain('The series has no end. Say until when, or how often: “quarterly, 8 times”.')
  expect((await press(here, chair, buttonNamed(endless, 'Until 12 Jan 2028'))).text).toMatch(
    /Briefing \(ETCIP\), \d meetings, every quarter/,
  )
  expect((await say('/meeting schedule wg:ETCIP start:"12 Jan 14:30" Briefing')).text).toContain(
    'Schedule Briefing (ETCIP), Tue 12 Jan 2027, 14:30',
  )
})

test('a meeting that is guessed carries the day that was said, so that only the hour is asked for', async () => {
  for (const [line, day] of [
    ['book ETCIP 10 December', '10 December'],
    ['ETCIP get together on 10 December', '10 December'],
  ]) {
    const guessed = await say(line ?? '')
    const offer = buttonNamed(guessed, `/meeting schedule wg:ETCIP start:"${day}"`)
    expect(offer.values).toMatchObject({ wg: 'ETCIP', start: day })
    const asked = await here.press(chair, offer.command, { ...offer.values, title: 'Drones' })
    expect(asked.text).toContain(`“${day}” has no time of day.`)
    expect(
      (await press(here, chair, buttonNamed(asked, 'Thu 10 Dec 2026, 14:00 (Europe/Paris)'))).text,
    ).toContain('Drones (ETCIP), Thu 10 Dec 2026, 14:00')
  }
  expect((await say('new meeting of ETCIP in December')).text).toContain('/meeting schedule wg:ETCIP')
  expect((await say('new meeting of ETCIP in December')).text).not.toContain('start:')
})
