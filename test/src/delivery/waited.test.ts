import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

const chair = focal('interpol')
const reader = focal('wco')

describe('what waits for its reader', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(reader, '/profile timezone America/New_York')
    await here.say(reader, '/reminder settings quiet:22:00-07:00')
    await here.say(
      chair,
      '/meeting schedule Plenary wg:ETCIP start:"2026-12-10T14:00" timezone:Europe/Vienna',
    )
  })
  afterAll(() => here.end())

  /** What the reader is told of the meeting as the clock is turned to each instant, in the first words of each. */
  async function told(...instants: readonly string[]): Promise<readonly string[]> {
    const said: string[] = []
    for (const instant of instants) {
      here.delivered.length = 0
      await here.turn(instant)
      const own = here.delivered.filter(({ to, text }) => to === reader && text.includes('Plenary'))
      said.push(own.map(({ text }) => text.split(':')[0]).join(' and '))
    }
    return said
  }
  const move = (day: number) =>
    here.say(chair, `/meeting move M1 start:"2026-12-${day}T14:00" timezone:Europe/Vienna confirm:yes`)

  test('comes in no night of a zone or of hours that they have set since', async () => {
    await here.turn('2026-11-24T08:00:00Z')
    await move(11)
    await here.say(reader, '/profile timezone America/Los_Angeles')
    expect(await told('2026-11-24T12:01:00Z', '2026-11-24T15:01:00Z')).toEqual(['', 'Moved'])

    await here.turn('2026-11-25T09:00:00Z')
    await move(14)
    await here.say(reader, '/reminder settings quiet:22:00-10:00')
    expect(await told('2026-11-25T15:01:00Z', '2026-11-25T18:01:00Z')).toEqual(['', 'Moved'])
  })

  test('comes in a digest at the hour of that by the clock that they have by then', async () => {
    await here.say(reader, '/profile timezone Europe/Vienna')
    await here.say(reader, '/reminder settings quiet:off digest:8:00')
    await here.say(chair, '/meeting move M1 start:"2026-12-10T14:00" timezone:Europe/Vienna confirm:yes')
    await here.turn('2026-12-03T13:01:00Z')
    await here.say(reader, '/profile timezone America/New_York')
    expect(await told('2026-12-04T07:01:00Z', '2026-12-04T13:01:00Z')).toEqual(['', 'Your digest'])
  })

  test('comes at the hour of the digest that it waited for once they want none any more', async () => {
    await here.say(reader, '/reminder settings digest:17:00')
    await here.say(
      chair,
      '/meeting schedule Plenary start:"2026-12-11T15:00" timezone:Europe/Vienna wg:ETCIP',
    )
    await here.turn('2026-12-04T14:05:00Z')
    await here.say(reader, '/reminder settings digest:off')
    expect(await told('2026-12-04T21:59:00Z', '2026-12-04T22:01:00Z')).toEqual(['', 'Your digest'])
    await here.say(chair, '/meeting cancel M2 confirm:yes')
    await move(14)
  })

  test('is not told again beside a reminder of the same meeting, as after a night in which nobody worked', async () => {
    await here.say(reader, '/profile timezone Asia/Tokyo')
    await here.say(reader, '/reminder settings quiet:21:30-07:00')
    // A week before it is ten in the evening there, and it waits for the morning.
    expect(await told('2026-12-07T13:01:00Z')).toEqual([''])
    await here.say(reader, '/reminder settings quiet:23:30-07:00')
    expect(await told('2026-12-14T12:46:00Z', '2026-12-14T12:50:00Z')).toEqual([
      'Reminder, in 15 minutes',
      '',
    ])
  })
})

describe('whoever sleeps while a meeting is moved on and on', () => {
  let here: World
  const start = (day: number) => `start:"2026-12-${day}T14:00" timezone:Europe/Vienna confirm:yes`
  beforeAll(async () => {
    here = await world()
    await here.say(reader, '/profile timezone Asia/Tokyo')
    await here.say(reader, '/reminder settings quiet:22:00-07:00')
    await here.say(chair, `/meeting schedule Plenary wg:ETCIP ${start(10)}`)
  })
  afterAll(() => here.end())

  test.each([
    [
      'from when it was as they know it',
      [`move M1 ${start(11)}`, `move M1 ${start(14)}`],
      /^Moved: .* 10 Dec .* 14 Dec /,
    ],
    [
      'that it is as it was',
      [`move M1 ${start(15)}`, `move M1 ${start(14)}`],
      /^Moved and moved back: .* 14 Dec /,
    ],
    [
      'of a new one that they are invited',
      [`schedule Review wg:ETCIP ${start(16)}`, `move M2 ${start(17)}`],
      /^You are invited: Review \(ETCIP\), .* 17 Dec .*/,
    ],
  ])('hears in the morning %s', async (_, lines, said) => {
    const night = new Date(here.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10)
    await here.turn(`${night}T15:00:00Z`)
    here.delivered.length = 0
    for (const line of lines) expect((await here.say(chair, `/meeting ${line}`)).outcome, line).toBe('done')
    await here.turn(`${night}T22:01:00Z`)
    const told = here.delivered.filter(({ to, text }) => to === reader && /Plenary|Review/.test(text))
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(said)])
  })
})

test('whoever leaves a group while they sleep hears that, and not of a change before it', async () => {
  const here = await world()
  await here.say(reader, '/profile timezone Asia/Tokyo')
  await here.say(reader, '/reminder settings quiet:22:00-07:00')
  const start = (day: number) => `start:"2026-12-${day}T14:00" timezone:Europe/Vienna confirm:yes`
  await here.say(chair, `/meeting schedule Plenary wg:ETCIP ${start(10)}`)
  await here.turn('2026-11-23T15:00:00Z')
  await here.say(chair, `/meeting move M1 ${start(11)}`)
  await here.say(secretariat, '/directory edit person "WCO focal point" entity:IOM confirm:yes')
  here.delivered.length = 0
  await here.turn('2026-11-23T22:01:00Z')
  const told = here.delivered.filter(({ to, text }) => to === reader && text.includes('Plenary'))
  expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^You are no longer invited: Plenary/)])
  await here.end()
})

describe('a reminder that was said', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(
      chair,
      '/meeting schedule Plenary wg:ETCIP start:"2026-11-26T14:00" timezone:Europe/Vienna',
    )
    await here.turn('2026-11-25T13:05:00Z')
  })
  afterAll(() => here.end())

  const reminders = (from: World = here) =>
    from.delivered
      .splice(0)
      .filter(({ to, text }) => to === reader && text.startsWith('Reminder'))
      .map(({ text }) => text.split(':')[0])

  test('is not said again once the meeting was moved away and back, or cancelled and restored', async () => {
    expect(reminders()).toEqual(['Reminder, tomorrow'])
    for (const line of [
      'move M1 start:"2026-12-03T14:00" timezone:Europe/Vienna confirm:yes',
      'move M1 start:"2026-11-26T14:00" timezone:Europe/Vienna confirm:yes',
      'cancel M1 confirm:yes',
      'restore M1',
    ]) {
      expect((await here.say(chair, `/meeting ${line}`)).outcome, line).toBe('done')
      await here.turn(new Date(here.clock.now().getTime() + 60_000).toISOString())
    }
    await here.turn('2026-11-25T15:05:00Z')
    expect(reminders()).toEqual([])
  })

  test('comes once from two processes whose clocks are apart, and once more from none of them set back', async () => {
    const other = await world({ database: here.database, now: '2026-11-26T12:53:00Z' })
    here.clock.set(new Date('2026-11-26T12:46:00Z'))
    await Promise.all([here, other].map(({ bot }) => bot.settle({ ticks: true })))
    expect([...reminders(), ...reminders(other)]).toHaveLength(1)

    for (const back of ['2026-11-26T12:40:00Z', '2026-11-26T12:45:30Z', '2026-11-26T12:47:00Z']) {
      await here.turn(back)
      other.clock.set(new Date(back))
      await other.bot.settle({ ticks: true })
    }
    expect([...reminders(), ...reminders(other)]).toEqual([])
    await other.bot.stop()
  })
})
