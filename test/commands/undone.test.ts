import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-23T09:00:00Z' })
})
afterEach(() => here.end())

/** Every term of a group, but for the numbers that the store gives. */
async function terms(): Promise<unknown> {
  const { rows } = await here.database.store.pool.query(
    `select r.role, r.entity_id, r.person_id, r.holder, r.during::text, r.as_of, r.note from roles r
     join working_groups g on g.id = r.group_id where g.acronym = 'ETCIP' order by 1, 2, 5`,
  )
  return rows
}

async function meeting(): Promise<Record<string, unknown>> {
  const { rows } = await here.database.store.pool.query(
    'select status, summary, attended, held_at, cancelled_reason from meetings where id = 1',
  )
  return rows[0]
}

describe('a former chair', () => {
  test('stays a member, which is said, and is invited', async () => {
    const reply = await here.say(secretariat, '/wg appoint ETCIP role:chair entity:CTED from:2027-01-01')
    expect(reply.text).toContain('INTERPOL’s term as chair ends on 31 Dec 2026.')
    expect(reply.text).toContain('INTERPOL stays a member from 1 Jan 2027 on')
    expect((await here.say(secretariat, '/wg show ETCIP on:2027-01-02')).text).toMatch(/Members: .*INTERPOL/)
    await here.say(secretariat, '/meeting schedule Q1 wg:ETCIP start:"14 Jan 2027 14:30"')
    expect((await here.say(focal('interpol'), '/meeting rsvp M1 yes')).text).toContain('You said yes')
  })
})

describe('an undo restores to the letter', () => {
  test.each([
    ['/wg appoint ETCIP role:chair entity:CTED from:2027-01-01'],
    ['/wg appoint ETCIP role:vice-chair entity:WHO'],
    ['/wg appoint ETCIP role:observer entity:WHO from:2027-01-01'],
    ['/wg release ETCIP role:observer entity:IPU confirm:yes'],
    ['/wg join ETCIP entity:IOM'],
    ['/wg leave ETCIP entity:IPU as:observer confirm:yes'],
  ])('of %s, and an undo of the undo does it again', async (line) => {
    const before = await terms()
    const done = await here.say(secretariat, line)
    const after = await terms()
    expect(after).not.toEqual(before)
    const undone = await press(here, secretariat, buttonNamed(done, 'Undo'))
    expect(undone.text).toContain('are as they were before')
    expect(await terms()).toEqual(before)
    await press(here, secretariat, buttonNamed(undone, 'Undo'))
    expect(await terms()).toEqual(after)
  })

  test('of a change that was altered since is refused, and changes nothing', async () => {
    const done = await here.say(secretariat, '/wg appoint ETCIP role:chair entity:CTED from:2027-01-01')
    await here.say(secretariat, '/wg appoint ETCIP role:chair entity:WHO from:2027-02-01')
    const now = await terms()
    expect((await press(here, secretariat, buttonNamed(done, 'Undo'))).text).toContain('was changed since')
    expect(await terms()).toEqual(now)
  })

  test('of who leads a group is the secretariat’s, of who sits in it the chairs’ too', async () => {
    const chair = focal('interpol')
    const joined = await here.say(chair, '/wg join ETCIP entity:IOM')
    expect((await press(here, focal('who'), buttonNamed(joined, 'Undo'))).outcome).toBe('refused')
    expect((await press(here, chair, buttonNamed(joined, 'Undo'))).outcome).toBe('done')
    const appointed = await here.say(secretariat, '/wg appoint ETCIP role:vice-chair entity:WHO')
    expect((await press(here, chair, buttonNamed(appointed, 'Undo'))).outcome).toBe('refused')
  })

  test('of an outcome, the first and a corrected one', async () => {
    await here.say(secretariat, '/meeting schedule Q4 wg:ETCIP start:"24 Nov 14:30"')
    await here.turn('2026-11-25T09:00:00Z')
    const ahead = await meeting()
    const held = await here.say(
      secretariat,
      '/meeting hold M1 summary:"discussed drones" attended:"CTED, WHO"',
    )
    const first = await meeting()
    await here.turn('2026-11-25T10:00:00Z')
    const corrected = await here.say(secretariat, '/meeting hold M1 summary:"discussed ships" attended:none')
    expect((await press(here, secretariat, buttonNamed(corrected, 'Undo: take it back'))).text).toContain(
      'its outcome is again the one before',
    )
    expect(await meeting()).toEqual(first)
    expect((await press(here, secretariat, buttonNamed(held, 'Undo: take it back'))).outcome).toBe('refused')
    await here.say(secretariat, '/meeting hold M1 summary:"discussed ships"')
    await here.say(secretariat, '/meeting restore M1')
    expect(await meeting()).toEqual(first)
    expect(ahead['status']).toBe('scheduled')
  })

  test('of a meeting held for the first time leaves it as it was', async () => {
    await here.say(secretariat, '/meeting schedule Q4 wg:ETCIP start:"24 Nov 14:30"')
    await here.turn('2026-11-25T09:00:00Z')
    const ahead = await meeting()
    const held = await here.say(
      secretariat,
      '/meeting hold M1 summary:"discussed drones" attended:"CTED, WHO"',
    )
    await press(here, secretariat, buttonNamed(held, 'Undo: take it back'))
    expect(await meeting()).toEqual(ahead)
  })

  test('of a restored meeting cancels it for the same reason', async () => {
    await here.say(secretariat, '/meeting schedule Q4 wg:ETCIP start:"24 Nov 14:30"')
    await here.say(secretariat, '/meeting cancel M1 reason:"no quorum" confirm:yes')
    const cancelled = await meeting()
    const restored = await here.say(secretariat, '/meeting restore M1')
    const asked = await press(here, secretariat, buttonNamed(restored, 'Undo: cancel it'))
    await press(here, secretariat, buttonNamed(asked, 'Yes, go ahead'))
    expect(await meeting()).toEqual(cancelled)
  })
})
