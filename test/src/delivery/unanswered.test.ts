import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { DeliveryError } from '../../../src/core/errors.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('a chat that does not say whether it changed a message', () => {
  let here: World
  let asked: string[]
  let silent: boolean
  beforeEach(async () => {
    asked = []
    silent = true
    here = await world({
      async amends(key) {
        asked.push(key)
        if (silent) throw new DeliveryError('No answer.', { kind: 'ambiguous' })
      },
    })
    await here.say(secretariat, '/directory add person "OPCW two" email:two@opcw.example entity:OPCW')
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.turn('2026-12-10T12:00:00Z')
  })
  afterEach(() => here.end())

  test('is asked for one of them, and for all once it answers', async () => {
    await here.say(focal('opcw'), '/meeting action done A1')
    const before = asked.length
    silent = false
    await here.turn('2026-12-10T12:03:00Z')

    expect(before).toBe(1)
    expect(here.amended.size).toBeGreaterThan(2)
  })

  test('about one message alone keeps back no other for more than one round', async () => {
    silent = false
    let stuck: string | undefined
    const other = await world({
      database: here.database,
      now: '2026-12-10T12:00:00Z',
      async amends(key) {
        stuck ??= key
        if (key === stuck) throw new DeliveryError('No answer.', { kind: 'ambiguous' })
      },
    })
    await other.say(focal('opcw'), '/meeting action done A1')
    await other.turn('2026-12-10T12:03:00Z')
    await other.bot.stop()

    expect(stuck).toBeDefined()
    expect(other.amended.size).toBeGreaterThan(1)
    expect(other.amended.has(stuck ?? '')).toBe(false)
  })

  test('is asked for none once the program is to stop, and the next one asks for them', async () => {
    here.bot.beginNothing()
    await here.say(focal('opcw'), '/meeting action done A1')
    const before = asked.length
    silent = false
    const next = await world({ database: here.database, now: '2026-12-10T12:03:00Z', amends: true })
    await next.turn('2026-12-10T12:03:00Z')
    await next.bot.stop()

    expect(before).toBe(0)
    expect(next.amended.size).toBeGreaterThan(2)
  })
})
