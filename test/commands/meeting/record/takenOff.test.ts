import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonsOf } from '../../../support/messages/shownMessage.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
let here: World
beforeEach(async () => {
  here = await world()
  await here.say(chair, '/meeting schedule Third wg:ETCIP start:"19 Nov 10:00" held:yes')
  here.delivered.length = 0
})
afterEach(() => here.end())

describe('a meeting that was put on record by mistake', () => {
  test('is taken off the record, which tells nobody and speaks of no invitation, and put back', async () => {
    const asked = await here.say(chair, '/meeting cancel M1')
    expect(asked.outcome).toBe('asked')
    expect(asked.text).toContain('Take M1 Third')
    expect(asked.text).not.toMatch(/invited|cancel/i)

    const off = await here.press(chair, 'meeting cancel', { meeting: 'M1' }, true)
    expect(off.text).toContain('Taken off the record: M1 Third')
    expect(off.text).not.toMatch(/people are told/)
    expect(here.delivered).toEqual([])

    const [undo] = buttonsOf(off.answer.message)
    const back = await here.press(chair, undo?.command ?? '', undo?.values ?? {}, undo?.confirmed)
    expect(back.text).toContain('On record again: M1 Third')
    expect((await here.say(chair, '/meeting show M1')).text).toContain(': held')
    expect(here.delivered).toEqual([])
  })

  test('is said to be off the record rather than cancelled, and counts in no year', async () => {
    await here.press(chair, 'meeting cancel', { meeting: 'M1' }, true)
    const shown = await here.say(chair, '/meeting show M1')

    expect(shown.text).toContain(': taken off the record')
    expect(buttonsOf(shown.answer.message).map(({ label }) => label)).toContain('Put it back')
    for (const line of [
      'show M1',
      'list wg:ETCIP from:2026-11-01',
      'move M1 start:"1 Dec 10:00"',
      'rsvp M1 yes',
    ])
      expect((await here.say(chair, `/meeting ${line}`)).text).not.toContain('cancelled')
    expect((await here.say(chair, '/report meetings 2026')).text).toContain('0 cancelled')
  })

  test('is not put back beside another one that was recorded for its time meanwhile', async () => {
    await here.press(chair, 'meeting cancel', { meeting: 'M1' }, true)
    await here.say(chair, '/meeting schedule Other wg:ETCIP start:"19 Nov 10:00" held:yes')

    const back = await here.say(chair, '/meeting restore M1')
    expect(back.outcome).toBe('refused')
    expect(back.text).toContain('M2 Other')
  })
})

describe('what took place is not cancelled', () => {
  test('once its outcome is recorded: it is corrected, or taken back first', async () => {
    await here.say(chair, '/meeting hold M1 summary:"discussed drones"')

    const reply = await here.say(chair, '/meeting cancel M1 confirm:yes')
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('M1 Third took place')
    expect(buttonsOf(reply.answer.message).map(({ command }) => command)).toEqual([
      'meeting hold',
      'meeting restore',
    ])

    await here.say(chair, '/meeting restore M1')
    expect((await here.say(chair, '/meeting cancel M1')).text).toContain('Take M1 Third')
  })

  test('while an action follows from it', async () => {
    await here.say(chair, '/meeting action add M1 what:"Send the plan" owner:UNODC')

    const reply = await here.say(chair, '/meeting cancel M1')
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('A1 Send the plan')
    expect(reply.text).toContain('/meeting action remove')
  })

  test('where people were invited to it', async () => {
    await here.say(chair, '/meeting schedule Q4 wg:ETCIP start:"23 Nov 10:00" confirm:yes')
    await here.turn('2026-11-23T12:00:00Z')
    await here.say(chair, '/meeting hold M2 summary:"discussed drones"')

    const reply = await here.say(chair, '/meeting cancel M2')
    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('M2 Q4 took place')
  })
})
