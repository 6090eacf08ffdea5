import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { rulesOf } from '../../../src/core/feature/rulesOf.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

test('rules that neither act nor take change nothing in finding what is due', async () => {
  const here = await world({ now: '2026-11-26T10:00:00Z' })
  const room = { platform: 'terminal', tenant: 'local', channel: 'room', private: false }
  await here.say(secretariat, '/wg bind BMLE', { place: room })
  for (const line of [
    '/meeting schedule Joint wg:"ETCIP and BMLE" start:2026-12-14T12:00Z',
    '/meeting schedule Plenary wg:ETCIP start:2026-12-04T14:00Z',
    '/meeting poll open Drones wg:ETCIP slots:"14 Dec 10:00, 15 Dec 10:00" until:"1 Dec 18:00"',
    '/meeting silence open "The text." wg:ETCIP until:"30 Nov 18:00"',
    '/newsletter open 2026-11..2026-12 closes:2026-12-04',
  ]) {
    expect(await here.say(secretariat, line)).toMatchObject({ outcome: 'done' })
  }
  const meeting = /M\d+/.exec((await here.say(secretariat, '/meeting show Plenary')).text)?.[0]
  await here.say(secretariat, `/meeting action add ${meeting} what:"Write" owner:CTED due:"30 Nov"`)
  await here.say(focal('cted'), '/reminder settings lead:3d')

  const owed = new Set<string>()
  for (const at of [
    '2026-11-26T10:01',
    '2026-11-30T09:00',
    '2026-12-01T19:00',
    '2026-12-06T14:00',
    '2027-02-01T09:00',
  ])
    for (const key of await lookAll(here, new Date(`${at}:00Z`))) owed.add(key)
  await here.end()

  expect([...owed]).toEqual(expect.arrayContaining(['meeting', 'agenda-call', 'action', 'newsletter-call']))
})

/** Asks every such rule in a transaction that can change nothing; gives those that owe something. */
async function lookAll({ database }: World, now: Date): Promise<readonly string[]> {
  const owed: string[] = []
  for (const { key, acts, takes, moments, audience } of rulesOf(features)) {
    if (acts || takes) continue
    await database.store.kysely.transaction().execute(async (trx) => {
      await sql`set transaction read only`.execute(trx)
      for (const { due } of audience) {
        const found = await due(trx, { now, moments, limit: 500 })
        if (found.length > 0) owed.push(key)
      }
    })
  }
  return owed
}
