import { afterAll, beforeAll, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
beforeAll(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
  for (const [who, line] of [
    [secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08'],
    [focal('interpol'), '/meeting schedule "Quarterly" wg:ETCIP start:"10 Dec 14:30"'],
    [focal('interpol'), '/meeting schedule "Briefing" wg:ETCIP start:"11 Dec 14:30"'],
    [focal('interpol'), '/meeting cancel M2 confirm:yes'],
    [focal('interpol'), '/meeting silence open "Terms" wg:ETCIP until:"4 Dec 12:00" confirm:yes'],
  ] as const)
    expect((await here.say(who, line)).outcome, line).toBe('done')
})
afterAll(() => here.end())

test.each([
  [focal('unesco'), '/meeting silence break S9 reason:"No"', 'silence procedure S9'],
  [focal('ilo'), '/meeting silence break S1 reason:"No"', 'Only the member entities of ETCIP'],
  [focal('ocha'), '/meeting silence break S1 reason:"No"', 'Only the member entities of ETCIP'],
  [focal('ilo'), '/directory retire person "CTED focal point"', 'You look after the people of ILO alone'],
  [secretariat, '/directory retire person "CTED focal point" on:2027-03-01', 'A person is retired at once'],
  [secretariat, '/wg release ETCIP role:chair entity:WHO', 'holds no term as chair'],
  [focal('interpol'), '/wg leave ETCIP entity:ILO', 'holds no term as member'],
  [secretariat, '/meeting cancel M2', 'cancelled already'],
  [secretariat, '/newsletter publish', 'Approve it first'],
])('what %s may not or cannot do by %s is refused before it is asked about', async (who, line, why) => {
  const reply = await here.say(who, line)
  expect(reply.text).not.toContain('Yes, go ahead')
  expect(reply.outcome).toBe('refused')
  expect(reply.text).toContain(why)
})

test('what can be done is asked about first, and nothing is changed or said to anybody by the question', async () => {
  const asked = await here.say(focal('interpol'), '/meeting cancel M1')
  expect(asked.outcome).toBe('asked')
  expect(asked.text).toContain('Nothing has been changed yet')
  expect(here.delivered.filter(({ text }) => text.startsWith('Cancelled: Quarterly'))).toEqual([])
  expect((await here.say(focal('unesco'), '/meeting list')).text).toContain('M1')
  const done = await here.say(focal('interpol'), '/meeting cancel M1 confirm:yes')
  expect(done.text).toContain('Cancelled M1 Quarterly')
  expect(here.delivered.filter(({ text }) => text.startsWith('Cancelled: Quarterly'))).not.toEqual([])
})
