import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

async function planned(): Promise<void> {
  here = await world()
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
  await here.say(secretariat, '/meeting schedule Planning wg:ETCIP start:2026-12-15T14:00Z')
  here.delivered.length = 0
}

const deliveriesTo = (who: string, text: string) =>
  here.delivered.filter((one) => one.to === who && one.text.includes(text))

describe('invitations', () => {
  test('are withdrawn when an entity leaves the group, in one message, and come back with it', async () => {
    await planned()
    await here.say(secretariat, '/wg leave ETCIP entity:WCO on:2026-11-22 confirm:yes')
    await here.turn('2026-11-23T12:00:00Z')
    await here.turn('2026-11-24T12:00:00Z')

    const gone = deliveriesTo(focal('wco'), 'You are no longer invited: Plenary')
    expect(gone).toHaveLength(1)
    expect(gone[0]?.text).toContain('M2 Planning')
    expect((await here.say(focal('wco'), '/meeting rsvp M1 yes')).outcome).toBe('refused')
    expect((await here.say(secretariat, '/meeting history M1')).text).toContain('the invitation is withdrawn')

    await here.say(secretariat, '/wg join ETCIP entity:WCO from:2026-11-25')
    await here.turn('2026-11-26T12:00:00Z')
    expect(deliveriesTo(focal('wco'), 'You are invited: Plenary')).toHaveLength(1)
  })

  test('follow a role: a member who becomes an observer is counted apart', async () => {
    await planned()
    await here.say(secretariat, '/wg leave ETCIP entity:WCO on:2026-11-22 confirm:yes')
    await here.say(secretariat, '/wg join ETCIP entity:WCO as:observer from:2026-11-22')
    await here.turn('2026-11-23T12:00:00Z')
    await here.say(focal('wco'), '/meeting rsvp M1 yes')

    expect(deliveriesTo(focal('wco'), 'no longer invited')).toEqual([])
    expect((await here.say(secretariat, '/meeting attendees M1')).text).toContain('observers: WCO')
  })
})

describe('the outcome of a meeting', () => {
  test('is sent once to those whose entity was not there, unless it was taken back', async () => {
    await planned()
    await here.turn('2026-12-10T15:00:00Z')
    await here.say(focal('interpol'), '/meeting hold M1 summary:"discussed drones" attended:"INTERPOL, OPCW"')
    await here.turn('2026-12-10T15:05:00Z')
    expect(deliveriesTo(focal('wco'), 'You missed Plenary')).toEqual([])
    await here.turn('2026-12-10T16:00:00Z')
    await here.turn('2026-12-11T10:00:00Z')
    await here.turn('2026-12-11T15:00:00Z')

    expect(deliveriesTo(focal('wco'), 'You missed Plenary')).toHaveLength(1)
    expect(deliveriesTo(focal('wco'), 'discussed drones')).toHaveLength(1)
    expect(deliveriesTo(focal('opcw'), 'You missed')).toEqual([])
  })

  test('keeps beside a correction what it said before', async () => {
    await planned()
    await here.turn('2026-12-10T15:00:00Z')
    await here.say(focal('interpol'), '/meeting hold M1 summary:"discussed drones"')
    const reply = await here.say(focal('interpol'), '/meeting hold M1 summary:"discussed drones and borders"')
    expect(reply.text).toContain('It said before: discussed drones')
    expect((await here.say(secretariat, '/meeting history M1')).text).toContain(
      'said before: “discussed drones”',
    )
  })
})

describe('a clash', () => {
  test('names the place or the entities that two groups share', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z place:"Room 4"')
    const reply = await here.say(
      secretariat,
      '/meeting schedule Borders wg:BMLE start:2026-12-10T14:30Z place:"room 4"',
    )
    expect(reply.text).toContain('M1 Plenary')
    expect(reply.text).toMatch(/the same place, Room 4.*entities are expected at both/)
  })
})

describe('a quorum', () => {
  test('is counted when the meeting starts, and stands in its minutes', async () => {
    await planned()
    await here.say(secretariat, '/wg edit ETCIP quorum:3')
    await here.say(focal('wco'), '/meeting rsvp M1 yes')
    await here.turn('2026-12-10T13:59:00Z')
    await here.say(focal('interpol'), '/meeting rsvp M1 here')
    const started = await here.say(focal('interpol'), '/meeting start M1')
    expect(started.text).toContain('Quorum: 3 member entities; 1 are down as present, 2 said yes')
    await here.turn('2026-12-10T15:00:00Z')
    const minutes = await here.say(focal('interpol'), '/meeting minutes M1')
    expect(JSON.stringify(minutes.answer.message)).toContain('Quorum: 3 member entities; 1 present')
  })
})

describe('a seat at a meeting', () => {
  const attendees = async () => (await here.say(secretariat, '/meeting attendees M1')).text

  test('is a member’s for a guest whose entity joins the group, and a guest’s again when it leaves', async () => {
    await planned()
    await here.say(secretariat, '/meeting attendees M1 invite:IOM')
    await here.say(focal('iom'), '/meeting rsvp M1 yes')
    expect(await attendees()).toContain('observers: IOM')

    await here.say(secretariat, '/wg join ETCIP entity:IOM from:2026-11-21')
    await here.turn('2026-11-22T12:00:00Z')
    expect(await attendees()).toMatch(/Yes: 1: IOM/)

    await here.say(secretariat, '/wg leave ETCIP entity:IOM on:2026-11-23 confirm:yes')
    await here.turn('2026-11-24T12:00:00Z')
    expect(await attendees()).toContain('observers: IOM')
    expect(deliveriesTo(focal('iom'), 'no longer invited: Plenary')).toEqual([])
  })

  /** WCO is seated by name, and a deputy without a seat is asked to come. */
  async function deputized(): Promise<void> {
    here = await world()
    await here.say(secretariat, '/directory add person "Deputy of WCO" email:deputy@wco.example entity:WCO')
    await here.say(secretariat, `/directory nominate ${focal('wco')} wg:ETCIP as:principal`)
    await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
    await here.say(focal('wco'), '/meeting rsvp M1 no delegate:deputy@wco.example')
    await here.say('deputy@wco.example', '/meeting rsvp M1 yes')
  }

  test('of a colleague who is sent instead ends with that colleague’s own', async () => {
    await deputized()
    await here.turn('2026-11-21T13:00:00Z')
    expect(await attendees()).toContain('WCO (by an alternate)')
    await here.say(secretariat, '/wg leave ETCIP entity:WCO on:2026-11-22 confirm:yes')
    await here.turn('2026-11-23T12:00:00Z')

    expect(await attendees()).not.toContain('WCO')
    expect(deliveriesTo('deputy@wco.example', 'You are no longer invited: Plenary')).toHaveLength(1)
  })

  test('goes to whoever is seated by name instead, and whoever had it is told so', async () => {
    await planned()
    await here.say(secretariat, '/directory add person "Deputy of WCO" email:deputy@wco.example entity:WCO')
    await here.say(secretariat, '/directory nominate deputy@wco.example wg:ETCIP as:principal')
    await here.turn('2026-11-22T12:00:00Z')

    expect(deliveriesTo(focal('wco'), 'no longer invited: Plenary')[0]?.text).toContain(
      'On that day somebody else sits in its group for your entity.',
    )
    expect(deliveriesTo('deputy@wco.example', 'You are invited: Plenary')).toHaveLength(1)
    expect((await here.say(secretariat, '/meeting history M1')).text).toContain(
      'Somebody else sits in the group for WCO focal point’s entity on that day',
    )
  })

  test('of a colleague who is needed no more ends at once, and is not said to be their entity’s fault', async () => {
    await deputized()
    // At the very moment at which they were asked, or later.
    await here.say(focal('wco'), '/meeting rsvp M1 yes')
    await here.turn('2026-11-22T12:00:00Z')

    expect(deliveriesTo('deputy@wco.example', 'no longer needs anybody in their place')[0]?.text).toContain(
      'You are no longer invited to it.',
    )
    expect(deliveriesTo('deputy@wco.example', 'does not belong')).toEqual([])
    expect((await here.say('deputy@wco.example', '/meeting rsvp M1 yes')).outcome).toBe('refused')
    expect(await attendees()).toMatch(/Yes: 1: WCO\n/)
  })
})
