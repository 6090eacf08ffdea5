import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type TwoProcesses, twoProcesses } from '../../../support/faults/twoProcesses.ts'
import { focal, type Reply, type World } from '../../../support/world.ts'

/** CTED chairs BMLE, WCO is its co-chair; both may do all of a chair’s work. */
const [chair, other, member] = [focal('cted'), focal('wco'), focal('ohchr')]

describe('two at once, each through a process of its own,', () => {
  let both: TwoProcesses
  let here: World
  beforeAll(async () => {
    both = await twoProcesses({ now: '2026-11-23T09:00:00Z' })
    here = both.one
  })
  afterAll(() => both.end())

  const line = (who: string, text: string) => (world: World) => world.say(who, text)
  const outcomes = (replies: readonly Reply[]) => replies.map(({ outcome }) => outcome)

  /** Schedules a meeting of a title; its number, as `M7`. */
  async function meeting(title: string, start: string, more = ''): Promise<string> {
    const reply = await here.say(chair, `/meeting schedule "${title}" wg:BMLE start:"${start}" ${more}`)
    return /M\d+/.exec(reply.text)?.[0] ?? reply.text
  }

  test('schedule for one hour: the second is told of the first', async () => {
    const replies = await both.atOnce(
      ['invitations'],
      line(chair, '/meeting schedule "Ports" wg:BMLE start:"2027-01-12T10:00Z"'),
      line(other, '/meeting schedule "Airports" wg:BMLE start:"2027-01-12T10:00Z"'),
    )

    expect(outcomes(replies)).toEqual(['done', 'done'])
    expect(replies.map(({ text }) => text.includes('Clashes with'))).toEqual([false, true])
    expect(replies[1].text).toContain('Ports, Tue 12 Jan 2027')
  })

  test('put one past meeting on record: it is there once', async () => {
    const past = '/meeting schedule "Past" wg:BMLE start:"2026-10-05T10:00Z" held:yes'
    const replies = await both.atOnce(['audit'], line(chair, past), line(other, past))

    expect(outcomes(replies)).toEqual(['done', 'refused'])
  })

  test('move two meetings to one hour: the second is told of the first', async () => {
    const ids = [await meeting('Rail', '2027-01-14T10:00Z'), await meeting('Road', '2027-01-15T10:00Z')]
    const replies = await both.atOnce(
      ['meeting_changes'],
      line(chair, `/meeting move ${ids[0]} start:"2027-01-18T10:00Z"`),
      line(other, `/meeting move ${ids[1]} start:"2027-01-18T10:30Z"`),
    )

    expect(outcomes(replies)).toEqual(['done', 'done'])
    expect(replies.map(({ text }) => text.includes('Clashes with'))).toEqual([false, true])
  })

  test('move and cancel one meeting: it is moved before it is cancelled, and each is told what was', async () => {
    const id = await meeting('Sea', '2027-01-20T10:00Z')
    const replies = await both.atOnce(
      ['meeting_changes'],
      line(chair, `/meeting move ${id} start:"2027-01-21T10:00Z"`),
      line(other, `/meeting cancel ${id} confirm:yes`),
    )
    const [moved, cancelled] = replies
    const shown = (await here.say(member, `/meeting show ${id}`)).text

    expect([moved.outcome, cancelled.outcome]).toEqual(['done', 'done'])
    expect(cancelled.text).toContain('Thu 21 Jan 2027')
    expect(shown).toContain('cancelled')
  })

  test('answer while it is moved: the answer is to the hour that stands', async () => {
    const id = await meeting('Air', '2027-01-25T10:00Z')
    const [moved, answered] = await both.atOnce(
      ['meeting_changes'],
      line(chair, `/meeting move ${id} start:"2027-01-26T10:00Z"`),
      line(member, `/meeting rsvp ${id} yes`),
    )

    expect([moved.outcome, answered.outcome]).toEqual(['done', 'done'])
    expect(answered.text).toContain('Tue 26 Jan 2027')
    expect((await here.say(chair, `/meeting attendees ${id}`)).text).toContain('Yes: 1: OHCHR')
  })

  test('move the rest of a series from two of its meetings: the second begins where the first left it', async () => {
    const first = Number(
      (await meeting('Weekly', '2027-02-01T10:00Z', 'repeat:weekly until:2027-03-01')).slice(1),
    )
    const replies = await both.atOnce(
      ['meeting_changes'],
      line(chair, `/meeting move M${first} start:"2027-02-01T12:00Z" series:rest`),
      line(other, `/meeting move M${first + 2} start:"2027-02-15T15:00Z" series:rest`),
    )
    const hours = await column(
      `select to_char(starts_at at time zone 'UTC', 'MM-DD HH24') as x from meetings where title = 'Weekly' order by starts_at`,
    )

    expect(outcomes(replies)).toEqual(['done', 'done'])
    expect(hours).toEqual(['02-01 12', '02-08 12', '02-15 15', '02-22 15', '03-01 15'])
  })

  test('cancel the rest of a series from two of its meetings: each is cancelled once', async () => {
    const first = Number(
      (await meeting('Fortnight', '2027-02-02T10:00Z', 'repeat:weekly until:2027-03-02')).slice(1),
    )
    const replies = await both.atOnce(
      ['meeting_changes'],
      line(chair, `/meeting cancel M${first} series:rest confirm:yes`),
      line(other, `/meeting cancel M${first + 2} series:rest confirm:yes`),
    )
    const changes = await column(`select sequence as x from meetings where title = 'Fortnight' order by id`)

    expect(outcomes(replies)).toEqual(['done', 'refused'])
    expect(replies[1].text).toContain('is cancelled already; nothing was changed')
    expect(changes).toEqual([1, 1, 1, 1, 1])
  })

  test('move the rest of a series while its next meetings are made: none stays at the old hour', async () => {
    const first = await meeting(
      'Monthly',
      '2027-01-05T10:00Z',
      'timezone:UTC repeat:monthly until:2028-01-05',
    )
    both.other.clock.set(new Date('2027-01-02T09:00:00Z'))
    here.clock.set(new Date('2027-01-02T09:00:00Z'))
    const [made, moved] = await both.atOnce(
      ['invitations'],
      (world) => world.bot.settle({ ticks: true }),
      line(other, `/meeting move ${first} start:"2027-01-05T16:00" timezone:UTC series:rest`),
    )
    await here.turn('2027-01-03T09:00:00Z')
    const hours = await column(
      `select distinct to_char(starts_at at time zone 'UTC', 'HH24') as x from meetings where title = 'Monthly' and status = 'scheduled'`,
    )

    expect([made, moved.outcome]).toEqual([undefined, 'done'])
    expect(hours).toEqual(['16'])
    both.other.clock.set(new Date('2026-11-23T09:00:00Z'))
    here.clock.set(new Date('2026-11-23T09:00:00Z'))
  })

  async function column(query: string): Promise<readonly unknown[]> {
    const { rows } = await here.database.store.pool.query(query)
    return rows.map(({ x }) => x)
  }
})
