import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

describe('a series of meetings', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
  })
  afterEach(() => here.end())

  const chair = focal('interpol')
  const schedule = (more: string) => here.say(chair, `/meeting schedule Quarterly wg:ETCIP ${more}`)
  const monthly = 'start:"8 Dec 14:30" repeat:monthly until:2027-11-30'
  const deliveriesTo = (word: string) => here.delivered.filter(({ text }) => text.includes(word))
  async function starts(): Promise<readonly string[]> {
    const { rows } = await here.database.store.pool.query(
      `select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at, status from meetings order by starts_at`,
    )
    return rows.map(({ at, status }) => (status === 'scheduled' ? at : `${at} ${status}`))
  }

  test('exists some months ahead at once and grows as time passes, at the same hour of the clock', async () => {
    const reply = await schedule(monthly)
    const before = await starts()
    await here.turn('2027-03-01T12:00:00Z')

    expect(reply.text).toContain('12 meetings, every month, first M1 on Tue 8 Dec 2026, 14:30 (Europe/Paris)')
    expect(before).toEqual(
      ['2026-12-08', '2027-01-08', '2027-02-08', '2027-03-08']
        .map((day) => `${day} 13:30`)
        .concat(['2027-04-08', '2027-05-08', '2027-06-08'].map((day) => `${day} 12:30`)),
    )
    expect((await starts()).at(-1)).toBe('2027-09-08 12:30')
  })

  test('is announced to everybody in one message, and each meeting is reminded of on its own', async () => {
    await schedule(monthly)
    await here.turn('2027-01-01T13:31:00Z')

    expect(deliveriesTo('You are invited: Quarterly').filter(({ to }) => to === focal('cted'))).toHaveLength(
      1,
    )
    expect(deliveriesTo('Reminder, in seven days: Quarterly (ETCIP), Fri 8 Jan 2027').length).toBeGreaterThan(
      10,
    )
  })

  test('reads a rule of weekdays, says how else it might be meant, and leaves days out', async () => {
    const reply = await schedule(
      'start:"8 Dec 14:30" repeat:"every 2nd Tuesday" until:2027-04-30 except:"12 Jan 2027"',
    )

    expect(reply.text).toContain('If you meant “every other Tuesday”')
    expect((await starts()).map((at) => at.slice(0, 10))).toEqual([
      '2026-12-08',
      '2027-02-09',
      '2027-03-09',
      '2027-04-13',
    ])
  })

  test('asks whether one meeting or the rest is meant, and cancels and restores either', async () => {
    await schedule(monthly)
    const asked = await here.press(chair, 'meeting cancel', { meeting: 'M3' }, true)
    await here.press(chair, 'meeting cancel', { meeting: 'M3', series: 'this' }, true)
    await here.turn('2026-11-22T12:00:00Z')
    const rest = await here.press(chair, 'meeting cancel', { meeting: 'M2', series: 'rest' }, true)
    const cancelled = await starts()
    await here.turn('2026-12-20T12:00:00Z')
    await here.press(chair, 'meeting restore', { meeting: 'M2', series: 'rest' }, true)

    expect(asked.outcome).toBe('refused')
    expect(asked.text).toContain('This one and the rest')
    expect(rest.text).toContain('Cancelled 5 meetings of Quarterly')
    expect(cancelled.filter((at) => at.endsWith('cancelled'))).toHaveLength(6)
    expect((await starts()).filter((at) => at.endsWith('cancelled'))).toEqual(['2027-02-08 13:30 cancelled'])
    expect(deliveriesTo('Cancelled: Quarterly from').filter(({ to }) => to === focal('cted'))).toHaveLength(1)
  })

  test('moves the rest to another day and hour, keeps what came before, and goes on so', async () => {
    await schedule(monthly)
    await here.say(chair, '/meeting move M3 start:"2027-02-09 10:00" series:rest')
    const moved = await starts()
    await here.turn('2027-03-20T12:00:00Z')
    const later = await starts()
    await here.press(chair, 'meeting move', {
      meeting: 'M5',
      series: 'this',
      start: '2027-04-12T09:00:00Z',
      timezone: 'Europe/Paris',
    })

    expect(moved.slice(0, 5)).toEqual([
      '2026-12-08 13:30',
      '2027-01-08 13:30',
      '2027-02-09 09:00',
      '2027-03-09 09:00',
      '2027-04-09 08:00',
    ])
    expect(later.at(-1)).toBe('2027-09-09 08:00')
    expect((await starts())[4]).toBe('2027-04-12 09:00')
  })

  test('invites who comes to belong to the group later, to all its meetings in one message', async () => {
    await schedule(monthly)
    await here.say(secretariat, '/wg join ETCIP entity:UNAOC')
    await here.turn('2026-11-22T12:00:00Z')
    await here.turn('2026-11-23T12:00:00Z')

    const invited = deliveriesTo('You are invited: Quarterly').filter(({ to }) => to === focal('unaoc'))
    expect(invited).toHaveLength(1)
    expect(invited[0]?.text).toContain('M2 Quarterly')
    expect((await here.say(focal('unaoc'), '/meeting rsvp M2 yes')).outcome).toBe('done')
  })

  test.each([
    ['start:"8 Dec 14:30" repeat:quarterly', 'has no end'],
    ['start:"8 Dec 14:30" repeat:sometimes until:2027-12-31', 'as a rhythm'],
    ['start:"8 Dec 14:30" repeat:monthly until:2026-12-20', 'a single day'],
    [
      'start:"8 Dec 14:30" repeat:"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" until:2030-01-01',
      'never comes to a day',
    ],
    ['start:"8 Dec 14:30" repeat:daily until:2030-01-01', 'more than 200'],
    ['start:"8 Dec 14:30" repeat:monthly until:2027-12-31 except:"9 Dec"', 'is not a day of the series'],
    ['start:"8 Dec 14:30" until:2027-12-31', 'say how it repeats'],
    ['start:"8 Nov 14:30" repeat:"FREQ=DAILY" until:2026-11-10', 'in the past'],
  ])('%s is refused, and nothing is scheduled', async (options, why) => {
    const reply = await schedule(options)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
    expect(await starts()).toEqual([])
  })

  test('takes a number of times in the rhythm itself', async () => {
    const reply = await schedule('start:"8 Dec 14:30" repeat:"every other week, 4 times"')

    expect(reply.text).toContain('4 meetings, every 2 weeks')
    expect((await starts()).map((at) => at.slice(0, 10))).toEqual([
      '2026-12-08',
      '2026-12-22',
      '2027-01-05',
      '2027-01-19',
    ])
  })

  test('says which of its days fall on a weekend, with a rule that has none', async () => {
    const reply = await here.say(
      chair,
      '/meeting schedule Odd wg:ETCIP start:"20 Jan 2027 14:30" repeat:monthly until:2027-06-30',
    )
    const other = await here.say(
      chair,
      '/meeting schedule Even wg:ETCIP start:"19 Jan 2027 14:30" repeat:"third Tuesday of the month" until:2027-06-30',
    )

    expect(reply.text).toContain(
      'Mind the days: 3 meetings fall on a weekend, 20 Feb 2027, 20 Mar 2027 and 20 Jun 2027.',
    )
    expect(other.outcome).toBe('done')
    expect(other.text).not.toContain('weekend')
  })
})

test('a series that begins more than half a year ahead is made with its first meeting, and grows as time passes', async () => {
  const here = await world({ now: '2026-11-23T09:00:00Z' })
  const chair = focal('interpol')
  const starts = async () =>
    (
      await here.database.store.pool.query(
        `select starts_at::date::text as day from meetings order by starts_at`,
      )
    ).rows.map(({ day }) => day)
  const line =
    '/meeting schedule "Next year" wg:ETCIP start:"2027-09-07 10:00" repeat:"quarterly, 5 times" confirm:yes'

  expect((await here.say(chair, line)).text).toMatch(/5 meetings, .*first M1 on Tue 7 Sep 2027/)
  expect(await starts()).toEqual(['2027-09-07'])
  await here.turn('2027-06-01T12:00:00Z')
  expect(await starts()).toEqual(['2027-09-07', '2027-12-07'])
  await here.end()
})
