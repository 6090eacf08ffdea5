import { afterEach, beforeEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z', askAbove: 5 })
})
afterEach(() => here.end())

async function busy(email: string, from: string, to: string): Promise<void> {
  const { pool } = here.database.store
  await pool.query(
    "insert into busy_addresses (person_id, address, host, set_at, next_at) select id, 'sealed', 'example.org', now(), now() from people where email = $1",
    [email],
  )
  await pool.query(
    `insert into busy_times (person_id, starts_at, ends_at) select id, $2, $3 from people where email = $1`,
    [email, from, to],
  )
}

test('a preview names who is busy at the time by their own calendar, and nobody who is free', async () => {
  await busy(focal('icao'), '2026-12-10T13:00Z', '2026-12-10T14:00Z')
  await busy(focal('who'), '2026-12-10T14:15Z', '2026-12-10T14:20Z')
  await busy(focal('imo'), '2026-12-10T14:30Z', '2026-12-10T15:00Z')

  const asked = await here.say(
    focal('interpol'),
    '/meeting schedule Q4 wg:ETCIP start:"10 Dec 14:30" duration:1h',
  )
  expect(asked.text).toContain('2 people are busy then, by their calendars: ICAO, WHO')
})

test('a preview goes by each person’s own hours, days off, holidays and absences', async () => {
  const schedule = (start: string) =>
    here.say(focal('interpol'), `/meeting schedule Q4 wg:ETCIP start:"${start}" duration:1h`)
  expect((await schedule('10 Dec 15:00')).text).toMatch(
    /^By their clocks\n- Thu 10 Dec 2026[\s\S]*\n- Everybody is within their working hours\.$/m,
  )

  await here.say(focal('icao'), '/profile hours 10:00-16:00')
  await here.say(focal('who'), '/profile away "9-11 Dec"')
  await here.say(focal('unodc'), '/profile hours 9-18 days:Mon-Wed')
  const asked = await schedule('10 Dec 15:00')
  expect(asked.text).toContain('1 person is outside their working hours: ICAO')
  expect(asked.text).toContain('2 people are away or on a day off: UNODC, WHO')
  expect(asked.text).not.toContain('Everybody is within')

  // Austria keeps the 8th of December, and its people are the only ones who do.
  expect((await schedule('8 Dec 16:00')).text).toMatch(/away or on a day off: [^\n]*CTBTO/)
})

test('no time of another group’s meeting that shares members is suggested, unless there is no other', async () => {
  const suggest = async (between: string) =>
    (await here.say(focal('interpol'), `/meeting suggest ETCIP between:"${between}"`)).text
  expect(await suggest('8 Dec')).toContain('1. Tue 8 Dec 2026, 15:00')

  await here.say(secretariat, '/meeting schedule Plenary wg:PCVE start:"8 Dec 09:00" confirm:yes')
  await here.say(secretariat, '/meeting schedule All wg:PCVE start:"9 Dec 00:00" duration:30h confirm:yes')
  expect(await suggest('8 Dec')).not.toContain('8 Dec 2026, 15:00')
  expect(await suggest('8 Dec')).not.toContain('8 Dec 2026, 14:30')
  expect(await suggest('9 Dec')).toMatch(/Wed 9 Dec 2026, 15:00[^\n]*; busy: /)
})
