import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

function asked(): readonly string[] {
  return here.delivered.filter(({ text }) => text.startsWith('What came of')).map(({ to }) => to)
}

async function met(): Promise<void> {
  here = await world()
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-11-23T14:00Z duration:1h')
  here.delivered.length = 0
}

describe('an outcome that is not on record', () => {
  test('is asked of the chair, then of others days apart, then of the secretariat, with who was asked before', async () => {
    await met()
    await here.turn('2026-11-26T14:59:00Z')
    expect(asked()).toEqual([])
    await here.turn('2026-11-26T15:00:00Z')
    await here.turn('2026-11-27T15:00:00Z')
    expect(asked()).toEqual([focal('interpol')])
    for (let day = 28; day <= 30; day += 1) await here.turn(`2026-11-${day}T15:00:00Z`)
    for (let day = 1; day <= 9; day += 1) await here.turn(`2026-12-0${day}T15:00:00Z`)

    expect(asked().at(-1)).toBe(secretariat)
    expect(new Set(asked()).size).toBe(asked().length)
    const last = here.delivered.findLast(({ text }) => text.startsWith('What came of'))
    expect(last?.text).toContain('Asked before: INTERPOL focal point')
    expect(last?.text).toContain('09:00 (America/New_York)')
  })

  test('names nobody whom the question never reached', async () => {
    await met()
    await here.turn('2026-11-26T15:00:00Z')
    await here.turn('2026-11-27T15:00:00Z')
    expect(asked()).toEqual([focal('interpol')])
    await here.database.store.pool.query(
      `update notices set state = 'dead', fault = 'account is gone'
       where subject like 'meeting:%' and person_id = (select id from people where email = $1)`,
      [focal('interpol')],
    )
    for (let day = 28; day <= 30; day += 1) await here.turn(`2026-11-${day}T15:00:00Z`)

    const last = here.delivered.findLast(({ text }) => text.startsWith('What came of'))
    expect(last?.to).not.toBe(focal('interpol'))
    expect(last?.text).not.toContain('Asked before: INTERPOL focal point')
  })

  test('names the hour at which somebody was asked, not the night hour from which that waited for their morning', async () => {
    await met()
    // 02:30 in Paris.
    await here.turn('2026-11-27T01:30:00Z')
    expect(asked()).toEqual([])
    await here.turn('2026-11-27T08:20:00Z')
    expect(asked()).toEqual([focal('interpol')])
    for (let day = 28; day <= 30; day += 1) await here.turn(`2026-11-${day}T15:00:00Z`)
    for (let day = 1; day <= 9; day += 1) await here.turn(`2026-12-0${day}T15:00:00Z`)

    const last = here.delivered.findLast(({ text }) => text.startsWith('What came of'))
    expect(last?.to).toBe(secretariat)
    expect(last?.text).toContain(
      'Asked before: INTERPOL focal point, Fri 27 Nov 2026, 03:20 (America/New_York)',
    )
  })

  test('is asked of nobody any more once it is recorded', async () => {
    await met()
    await here.turn('2026-11-26T15:00:00Z')
    await here.say(focal('interpol'), '/meeting hold M1 summary:"discussed drones"')
    await here.turn('2026-12-05T15:00:00Z')

    expect(asked()).toEqual([focal('interpol')])
  })
})
