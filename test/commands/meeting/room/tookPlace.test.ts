import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

describe('a meeting that took place', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
    await here.say(chair, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
    await here.turn('2026-12-12T13:30:00Z')
    await here.say(chair, '/meeting start M1')
  })
  afterEach(() => here.end())

  const chair = focal('interpol')
  const deliveredTo = (who: string, words: string) =>
    here.delivered.filter(({ to, text }) => to === who && text.includes(words))

  test('is not cancelled, as nobody sat in it in vain, and may be put off', async () => {
    const cancelled = await here.say(chair, '/meeting cancel M1 confirm:yes')

    expect(cancelled.outcome).toBe('refused')
    expect(cancelled.text).toContain('was started, so it cannot be cancelled')
    expect(cancelled.text).toContain('[Record the outcome]')
    expect((await here.say(chair, '/meeting hold M1 summary:"adopted the plan"')).outcome).toBe('done')
  })

  test('was attended by whoever led it, asked for the floor or objected, without a word of being there', async () => {
    await here.say(focal('cted'), '/meeting queue M1')
    await here.say(chair, '/meeting propose M1 text:"The group adopts its plan"')
    await here.say(focal('icao'), '/meeting note M1 text:"too early" objects:R1')
    await here.say(chair, '/meeting end M1')
    const held = await here.say(chair, '/meeting hold M1 summary:"discussed the plan"')
    await here.turn('2026-12-13T13:30:00Z')

    expect(held.text).toContain('Attended: CTED, ICAO, INTERPOL')
    expect(deliveredTo(focal('cted'), 'You missed')).toEqual([])
    expect(deliveredTo(focal('who'), 'You missed')).toHaveLength(1)
  })

  test('has its corrected outcome sent to whoever was told the first one, once', async () => {
    await here.say(chair, '/meeting end M1')
    await here.say(chair, '/meeting hold M1 summary:"adopted the plan" attended:"INTERPOL"')
    await here.turn('2026-12-13T13:30:00Z')
    await here.say(chair, '/meeting hold M1 summary:"rejected the plan"')
    await here.turn('2026-12-14T13:30:00Z')
    await here.say(chair, '/meeting hold M1 summary:"rejected the plan" participants:12')
    await here.turn('2026-12-15T13:30:00Z')

    expect(deliveredTo(focal('who'), 'adopted the plan')).toHaveLength(1)
    expect(deliveredTo(focal('who'), 'rejected the plan')).toHaveLength(1)
    expect(deliveredTo(focal('who'), 'Its outcome was corrected')).toHaveLength(1)
  })

  test('and that nobody ended says in its history that it closed itself', async () => {
    await here.turn('2026-12-12T17:30:00Z')
    const history = await here.say(chair, '/meeting history M1')

    expect(history.text).toContain('closed itself')
  })
})

test('an item that was under discussion when its meeting was put off is taken up anew, or taken off', async () => {
  const here = await world()
  const chair = focal('interpol')
  await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"24 Nov 14:30"')
  await here.say(chair, '/meeting agenda add M1 item:Budget minutes:20')
  await here.turn('2026-11-24T13:30:00Z')
  await here.say(chair, '/meeting start M1')
  await here.say(chair, '/meeting move M1 start:"1 Dec 14:30"')
  const off = await here.say(chair, '/meeting agenda remove M1 item:Budget')

  expect(off.outcome).toBe('done')
  await here.end()
})

test('a past meeting is put on record once', async () => {
  const here = await world()
  const line = '/meeting schedule Record wg:ETCIP start:"2026-10-05 10:00" held:yes'
  const first = await here.say(focal('interpol'), line)
  const again = await here.say(focal('interpol'), line)

  expect(first.text).toContain('Recorded M1')
  expect(again.outcome).toBe('refused')
  expect(again.text).toContain('M1 Record of ETCIP is on record as held at that very time already')
  await here.end()
})

test('a past meeting that was scheduled is not put on record beside itself, unless it was cancelled', async () => {
  const here = await world()
  const chair = focal('interpol')
  await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"24 Nov 14:30"')
  await here.turn('2026-11-26T09:00:00Z')
  const line = '/meeting schedule "Q4 plenary" wg:ETCIP start:"24 Nov 14:30"'
  const asked = await here.say(chair, line)
  await here.say(chair, '/meeting cancel M1 confirm:yes')
  const anew = await here.say(chair, line)

  expect(asked.outcome).toBe('refused')
  expect(asked.text).toContain('M1 Plenary of ETCIP was scheduled for that very time: say what came of it')
  expect(asked.text).toContain('[Say what came of it]')
  expect(anew.text).toContain('shall I put it on record?')
  await here.end()
})

test('a cancelled meeting named in full is meant, not another that has the same words in its title', async () => {
  const here = await world()
  const chair = focal('interpol')
  await here.say(chair, '/meeting schedule Joint wg:ETCIP start:"12 Dec 14:30"')
  await here.say(chair, '/meeting schedule "Joint review of the year" wg:ETCIP start:"14 Dec 14:30"')
  await here.say(chair, '/meeting cancel Joint confirm:yes')
  const again = await here.say(chair, '/meeting cancel Joint confirm:yes')
  const answered = await here.say(focal('cted'), '/meeting rsvp Joint no')
  const restored = await here.say(chair, '/meeting restore Joint')

  expect(again.text).toContain('M1 Joint is cancelled')
  expect(answered.text).toContain('cancelled')
  expect(restored.text).toContain('Restored M1 Joint')
  await here.end()
})
