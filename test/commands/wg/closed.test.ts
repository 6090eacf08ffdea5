import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T12:00:00Z' })
  for (const line of [
    '/wg add WATER name:"Working group on water" pillar:I',
    '/wg appoint WATER role:chair entity:WHO from:2026-11-02',
    '/wg retire WATER confirm:yes',
  ])
    expect((await say(line)).outcome, line).toBe('done')
})
afterAll(() => here.end())

const say = (line: string) => here.say(secretariat, line)

test('a closed group is shown as closed from its last day on, and as it was before', async () => {
  const shown = await say('/wg show WATER')
  expect(shown.text).toContain('on 23 Nov 2026: closed since 23 Nov 2026.')
  expect(shown.text).not.toContain('Schedule a meeting')
  expect((await say('/wg show WATER on:2026-11-22')).text).toContain('on 22 Nov 2026: chaired by WHO.')
})

test.each([
  '/meeting schedule "Late" wg:WATER start:"10 Dec 14:30"',
  '/meeting schedule "Joint" wg:"ETCIP, WATER" start:"10 Dec 14:30"',
  '/meeting poll open "Late" wg:WATER slots:"10 Dec 14:30, 11 Dec 14:30"',
  '/meeting suggest WATER',
  '/meeting silence open "The plan" wg:WATER until:"8 Dec"',
  '/wg appoint WATER role:co-chair entity:WCO',
  '/wg join WATER entity:WCO',
  '/wg cadence WATER monthly',
  '/reminder add Tea at:"8 Dec 10:00" for:WATER',
])('%s is refused, since the group is closed', async (line) => {
  const reply = await say(line)
  expect(reply.outcome).toBe('refused')
  expect(reply.text).toContain('WATER is closed since 23 Nov 2026')
})

test('a role that began before the group closed may still be entered', async () => {
  const reply = await say('/wg appoint WATER role:vice-chair entity:WCO from:2026-11-03 to:2026-11-20')
  expect(reply.outcome).toBe('done')
})

test('what was recorded in a group’s time may still be entered after it closed', async () => {
  const reply = await say('/meeting schedule "Last" wg:WATER start:"20 Nov 14:30" held:yes confirm:yes')
  expect(reply.outcome).toBe('done')
})

test('a list of one group counts one group', async () => {
  expect((await say('/wg list pillar:I')).text).toContain('1 working group of pillar I on 23 Nov 2026:')
  expect((await say('/wg list')).text).toContain('8 working groups on 23 Nov 2026:')
})

test('the meetings that a closing group still has are named, and its series go no further', async () => {
  await say('/wg add SOIL name:"Working group on soil" pillar:I')
  await say('/wg appoint SOIL role:chair entity:WHO from:2026-11-02')
  await say('/meeting schedule Monthly wg:SOIL start:"8 Dec 14:30" repeat:monthly until:2028-12-31')
  const reply = await say('/wg retire SOIL on:2027-01-01 confirm:yes')
  await here.turn('2027-11-01T12:00:00Z')
  await here.turn('2027-11-01T12:01:00Z')

  expect(reply.text).toMatch(
    /6 meetings of it are still planned:\n- M\d+ Monthly, .*and the rest of its series/,
  )
  expect(reply.text).toMatch(/\[Cancel M\d+\]/)
  expect((await say('/meeting list wg:SOIL from:2027-07-01 to:2028-12-31')).text).not.toContain('Monthly')
})

test('a closing group with many meetings is told how many more, and cancels none that another group holds too', async () => {
  await say('/wg add SAND name:"Working group on sand" pillar:I')
  await say('/meeting schedule Both wg:"ETCIP, SAND" start:"1 Dec 14:30"')
  for (const day of [2, 3, 4, 7, 8, 9]) {
    const reply = await say(`/meeting schedule "Day ${day}" wg:SAND start:"${day} Dec 14:30" confirm:yes`)
    expect(reply.outcome).toBe('done')
  }
  const { text } = await say('/wg retire SAND confirm:yes')
  expect(text).toContain('7 meetings of it are still planned:')
  expect(text).toMatch(/M(\d+) Both, .*, held together by ETCIP and SAND\n/)
  expect(text).toContain('- and 2 more')
  expect(text.match(/\[Cancel M/g)).toHaveLength(4)
})

test('a joint series goes on for the group that is left', async () => {
  await say('/wg add AIR name:"Working group on air" pillar:I')
  await say('/meeting schedule Both wg:"ETCIP, AIR" start:"9 Dec 2027 14:30" repeat:monthly until:2029-12-31')
  await say('/wg retire AIR on:2028-01-01 confirm:yes')
  await here.turn('2028-11-01T12:00:00Z')
  await here.turn('2028-11-01T12:01:00Z')

  expect((await say('/meeting list wg:ETCIP from:2029-03-01 to:2029-03-31')).text).toContain('Both')
})

test('what goes on in a closing group is named: its polls, texts under silence and reminders', async () => {
  await say('/wg add DUST name:"Working group on dust" pillar:I')
  await say('/wg appoint DUST role:chair entity:WHO from:2026-11-02')
  await say('/meeting poll open "Next one" wg:DUST slots:"10 Dec 2028 14:30, 11 Dec 2028 14:30" confirm:yes')
  await say('/meeting silence open "The plan" wg:DUST until:"8 Dec 2028" confirm:yes')
  await say('/reminder add Tea at:"8 Dec 2028 10:00" for:wg wg:DUST confirm:yes')
  const { text } = await say('/wg retire DUST confirm:yes')

  expect(text).toMatch(
    /This goes on all the same:[\s\S]*the poll Next one[\s\S]*silence of The plan[\s\S]*the reminder Tea/,
  )
  expect(text).toMatch(/\[Close P\d+\] \[Cancel R\d+\]/)
})
