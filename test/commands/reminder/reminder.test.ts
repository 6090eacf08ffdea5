import { afterEach, describe, expect, test } from 'vitest'

import { DeliveryError } from '../../../src/core/errors.ts'
import { tick } from '../../../src/delivery/ticks.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

function remindersOf(who: string): string[] {
  return here.delivered
    .filter((one) => one.to === who && one.text.startsWith('Reminder'))
    .map((one) => one.text)
}

describe('meeting reminders', () => {
  test('come seven days, one day and 15 minutes ahead to each person invited, once, however often the tick runs', async () => {
    here = await world()
    await here.say(
      secretariat,
      '/meeting schedule "Plenary" wg:ETCIP start:2026-12-10T14:30 timezone:Europe/Paris',
    )
    for (const at of [
      '2026-12-03T13:29:00Z',
      '2026-12-03T13:30:00Z',
      '2026-12-03T14:00:00Z',
      '2026-12-09T13:30:00Z',
      '2026-12-10T13:15:00Z',
    ]) {
      await here.turn(at)
      await Promise.all([tick(here.bot.services), tick(here.bot.services), here.bot.settle({ ticks: true })])
    }

    const mine = remindersOf(focal('who'))
    expect(mine).toHaveLength(3)
    expect(mine[0]).toContain('in seven days: Plenary (ETCIP), Thu 10 Dec 2026, 14:30 (Europe/Zurich)')
    expect(mine[1]).toContain('tomorrow')
    expect(mine[2]).toContain('in 15 minutes')
    expect(remindersOf(focal('ipu'))).toHaveLength(3)
    expect(remindersOf(focal('unaoc'))).toHaveLength(0)
  })

  test('are not sent to those who said no', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-10T14:30Z')
    await here.say(focal('who'), '/meeting rsvp M1 no')
    await here.turn('2026-12-09T15:00:00Z')

    expect(remindersOf(focal('who'))).toHaveLength(0)
    expect(remindersOf(focal('cted'))).toHaveLength(1)
  })

  test('move along with the meeting and fall away with its cancelling', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule "Moving" wg:ETCIP start:2026-12-10T14:30Z')
    await here.say(secretariat, '/meeting schedule "Falling" wg:ETCIP start:2026-12-11T14:30Z')
    await here.turn('2026-12-03T15:00:00Z')
    await here.say(secretariat, '/meeting move M1 start:2026-12-17T14:30Z')
    await here.say(secretariat, '/meeting cancel M2 confirm:yes')
    here.delivered.length = 0
    await here.turn('2026-12-09T15:00:00Z')
    const afterOldTime = remindersOf(focal('who'))
    await here.turn('2026-12-10T14:30:00Z')

    expect(afterOldTime).toEqual([])
    expect(remindersOf(focal('who'))).toHaveLength(1)
    expect(remindersOf(focal('who'))[0]).toContain('in seven days: Moving')
  })

  test('that were missed while nobody ticked are not made up for one by one', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule "Outage" wg:ETCIP start:2026-12-10T14:30Z')
    await here.turn('2026-12-10T12:30:00Z')

    expect(remindersOf(focal('who'))).toHaveLength(1)
    expect(remindersOf(focal('who'))[0]).toContain('in 2 hours')
  })

  test('never come after the meeting has begun', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule "Late" wg:ETCIP start:2026-12-10T14:30Z')
    await here.turn('2026-12-10T14:30:00Z')

    expect(remindersOf(focal('who'))).toEqual([])
  })

  test('a lead that had passed when the meeting was scheduled is left out', async () => {
    here = await world()
    await here.say(secretariat, '/meeting schedule "Soon" wg:ETCIP start:2026-11-24T14:30Z')
    await here.turn('2026-11-21T12:01:00Z')
    expect(remindersOf(focal('who'))).toEqual([])
    await here.turn('2026-11-23T14:30:00Z')

    expect(remindersOf(focal('who'))).toHaveLength(1)
  })

  test.each([
    ['forward', '2027-04-02T10:00', 'Europe/Vienna', '2027-03-26T09:00:00Z', '2027-03-26T08:59:00Z'],
    ['back', '2027-11-03T10:00', 'Europe/Vienna', '2027-10-27T08:00:00Z', '2027-10-27T07:59:00Z'],
  ])(
    'keep the hour of the wall clock when the clocks go %s in between',
    async (_, start, zone, due, justBefore) => {
      here = await world()
      await here.say(secretariat, `/meeting schedule "Summer" wg:ETCIP start:${start} timezone:${zone}`)
      await here.turn(justBefore)
      expect(remindersOf(focal('who'))).toEqual([])
      await here.turn(due)

      expect(remindersOf(focal('who'))).toHaveLength(1)
    },
  )

  test('reach everybody else when one person cannot be reached, and a busy platform is tried again', async () => {
    let busy = 2
    here = await world({
      post: async (to) => {
        if (to.email === focal('who')) throw new DeliveryError('the account is gone', { kind: 'gone' })
        if (to.email === focal('cted') && busy-- > 0)
          throw new DeliveryError('slow down', { kind: 'retryable', afterSeconds: 0 })
      },
    })
    await here.say(secretariat, '/meeting schedule "Faulty" wg:ETCIP start:2026-12-10T14:30Z')
    for (let round = 0; round < 60 && !here.delivered.some((one) => one.to === focal('cted')); round++) {
      await new Promise((resolve) => setTimeout(resolve, 250))
      await here.bot.settle({ ticks: false })
    }

    expect(here.delivered.filter((one) => one.to === focal('cted'))).toHaveLength(1)
    expect(here.delivered.some((one) => one.to === focal('who'))).toBe(false)
    const dead = await here.database.store.pool.query(
      `select n.state, p.email from ledger n join people p on p.id = n.person_id where n.state not in ('sent')`,
    )
    expect(dead.rows).toEqual([{ state: 'dead', email: focal('who') }])
  })

  test('an ambiguous failure is not blindly repeated', async () => {
    let tries = 0
    here = await world({
      post: async (to) => {
        if (to.email !== focal('who')) return
        tries++
        throw new Error('connection reset after sending')
      },
    })
    await here.say(secretariat, '/meeting schedule "Unsure" wg:ETCIP start:2026-12-10T14:30Z')
    await here.bot.settle({ ticks: true })

    expect(tries).toBe(1)
    const state = await here.database.store.pool.query(
      `select n.state from ledger n join people p on p.id = n.person_id where p.email = $1`,
      [focal('who')],
    )
    expect(state.rows).toEqual([{ state: 'ambiguous' }])
  })
})

describe('personal reminders', () => {
  test('have no end, and say so of one that was typed', async () => {
    here = await world()
    const set = await here.say(focal('who'), '/reminder add "Call" at:"day after tomorrow 10-11"')
    expect(set.text).toContain('A reminder has no end, so 11:00 (Europe/Zurich) was not taken.')
  })

  test('come once at the hour of one’s own zone', async () => {
    here = await world()
    const set = await here.say(focal('opcw'), '/reminder add "Send the agenda" at:"tomorrow 9:00"')
    await here.turn('2026-11-22T07:59:00Z')
    expect(remindersOf(focal('opcw'))).toEqual([])
    await here.turn('2026-11-22T08:00:00Z')
    await here.turn('2026-11-22T08:01:00Z')

    expect(set.text).toContain('Sun 22 Nov 2026, 09:00 (Europe/Amsterdam)')
    expect(remindersOf(focal('opcw'))).toEqual([
      expect.stringMatching(/^Reminder: Send the agenda, Sun 22 Nov 2026, 09:00 \(Europe\/Amsterdam\)\n/),
    ])
  })

  test('are listed and cancelled by their owner alone', async () => {
    here = await world()
    await here.say(focal('opcw'), '/reminder add "Mine" at:"tomorrow 9:00"')
    const other = await here.say(focal('who'), '/reminder cancel R1')
    const list = await here.say(focal('opcw'), '/reminder list')
    const cancelled = await here.say(focal('opcw'), '/reminder cancel R1')
    await here.turn('2026-11-23T08:00:00Z')

    expect(other.outcome).toBe('refused')
    expect(list.text).toContain('Mine')
    expect(cancelled.outcome).toBe('done')
    expect(remindersOf(focal('opcw'))).toEqual([])
  })

  test('of a moment that has passed are refused', async () => {
    here = await world()
    const past = await here.say(focal('opcw'), '/reminder add "Late" at:2020-01-01T10:00')

    expect(past.text).toContain('has passed')
  })
})
