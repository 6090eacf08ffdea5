import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const chair = focal('interpol')

function reports(to: string): string[] {
  return here.delivered.flatMap((one) =>
    one.to === to && /report of ETCIP/i.test(one.text) ? [one.text.split('\n')[0] ?? ''] : [],
  )
}

test('a report whose day was moved while a reminder waited is not reminded of with the old day', async () => {
  here = await world({ now: '2026-11-25T12:00:00Z' })
  await here.say(chair, '/reminder settings digest:08:00')
  await here.say(secretariat, '/report status 2026 due:"30 Nov 2026"')
  await here.turn('2026-11-29T12:00:00Z')
  await here.say(secretariat, '/report status 2026 due:"31 Jan 2027"')
  await here.turn('2026-11-30T12:00:00Z')

  const deliveries = here.delivered.filter(({ to, text }) => to === chair && text.includes('report of ETCIP'))
  expect(deliveries).toEqual([])
})

test('nobody else is told that a report is late before its day is over', async () => {
  here = await world({ now: '2026-11-20T12:00:00Z' })
  for (const who of [chair, focal('cted')]) await here.say(who, '/profile hours 9-17 Mon-Fri')
  await here.say(secretariat, '/wg appoint ETCIP role:vice-chair entity:CTED')
  await here.say(secretariat, '/report status 2026 due:"28 Nov 2026"')
  await here.turn('2026-11-27T20:00:00Z')
  const before = reports(focal('cted'))
  await here.turn('2026-11-30T20:00:00Z')

  expect(before).toEqual([])
  expect(reports(chair).length).toBeGreaterThan(0)
  expect(reports(focal('cted')).length).toBeGreaterThan(0)
})

test('whoever leads the group no longer when the digest comes is not asked for its report, and the new chair is', async () => {
  here = await world({ now: '2026-11-15T12:00:00Z' })
  await here.say(chair, '/reminder settings digest:08:00')
  await here.say(secretariat, '/report status 2026 due:"30 Nov 2026"')
  // Due at nine on the 16th, so that it waits for the digest of the 17th.
  await here.turn('2026-11-16T12:00:00Z')
  await here.say(secretariat, '/wg appoint ETCIP role:chair entity:WHO from:2026-11-16')
  await here.turn('2026-11-17T12:00:00Z')

  expect(reports(chair)).toEqual([])
  await here.turn('2026-11-23T12:00:00Z')
  expect(reports(chair)).toEqual([])
  expect(reports(focal('who')).length).toBeGreaterThan(0)
})
