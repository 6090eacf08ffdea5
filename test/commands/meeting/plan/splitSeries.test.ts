import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')

describe('a series of which the rest was moved', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
    await here.say(
      chair,
      '/meeting schedule Series wg:ETCIP start:"7 Dec 14:30" repeat:weekly until:2026-12-29',
    )
    await move('M3', '2026-12-22T10:00Z')
  })
  afterEach(() => here.end())

  const move = (meeting: string, start: string, series: 'this' | 'rest' = 'rest') =>
    here.press(chair, 'meeting move', { meeting, start, series }, true)
  const cancel = (meeting: string) => here.press(chair, 'meeting cancel', { meeting, series: 'rest' }, true)
  const restore = (meeting: string) => here.press(chair, 'meeting restore', { meeting, series: 'rest' }, true)

  /** The meetings of the list, each as its number and day. */
  async function listed(...turns: readonly string[]): Promise<readonly string[]> {
    for (const turn of turns) await here.turn(turn)
    const { text } = await here.say(chair, '/meeting list wg:ETCIP from:2026-12-01')
    return [...text.matchAll(/(M\d+) \w{3} (\d+ \w{3}) \d{4}(?:.*(cancelled))?/g)].map(
      ([, id, day, off]) => `${id} ${day}${off ? ' off' : ''}`,
    )
  }

  test('is cancelled from an earlier meeting on with all that was moved, and restored with it', async () => {
    const { text } = await cancel('M2')

    expect(text).toContain('Cancelled 3 meetings')
    expect(await listed()).toEqual(['M1 7 Dec', 'M2 14 Dec off', 'M3 22 Dec off', 'M4 29 Dec off'])

    expect((await restore('M2')).text).toContain('Restored 3 meetings')
    expect(await listed('2026-12-08T12:00:00Z', '2026-12-08T12:01:00Z')).toEqual([
      'M1 7 Dec',
      'M2 14 Dec',
      'M3 22 Dec',
      'M4 29 Dec',
    ])
  })

  test('is not cancelled before all that would be is shown', async () => {
    const asked = await here.press(chair, 'meeting cancel', { meeting: 'M2', series: 'rest' })

    expect(asked.outcome).toBe('asked')
    expect(asked.text).toMatch(/^Cancel 3 meetings of Series from Mon 14 Dec 2026.*the rest of the series/)
    expect(asked.text).toContain('M4 Tue 29 Dec 2026')
    expect(await listed()).not.toContain('M4 29 Dec off')
  })

  test('leaves cancelled what had been cancelled alone when the rest is restored', async () => {
    await here.press(chair, 'meeting cancel', { meeting: 'M3', series: 'this' }, true)
    await cancel('M2')
    await restore('M2')

    expect(await listed()).toEqual(['M1 7 Dec', 'M2 14 Dec', 'M3 22 Dec off', 'M4 29 Dec'])
  })

  test('is moved from an earlier meeting on with all that was moved before, and makes none twice', async () => {
    const { text } = await move('M2', '2026-12-16T09:00Z')

    expect(text).toContain('3 meetings')
    expect(await listed('2026-12-08T12:00:00Z', '2026-12-08T12:01:00Z')).toEqual([
      'M1 7 Dec',
      'M2 16 Dec',
      'M3 23 Dec',
      'M4 30 Dec',
    ])
  })

  test('has another place from an earlier meeting on, each at its own hour', async () => {
    await here.press(chair, 'meeting edit', { meeting: 'M2', place: 'Room 5', series: 'rest' }, true)

    expect((await here.say(chair, '/meeting show M4')).text).toContain('Room 5')
    expect(await listed('2026-12-08T12:00:00Z', '2026-12-08T12:01:00Z')).toEqual([
      'M1 7 Dec',
      'M2 14 Dec',
      'M3 22 Dec',
      'M4 29 Dec',
    ])
  })
})

describe('a series without end in sight of which the rest was moved', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
    await here.say(
      chair,
      '/meeting schedule Series wg:ETCIP start:"7 Dec 14:30" repeat:monthly until:2027-12-31 confirm:yes',
    )
    await here.press(
      chair,
      'meeting move',
      { meeting: 'M2', start: '2027-01-08T10:00Z', series: 'rest' },
      true,
    )
  })
  afterEach(() => here.end())

  const later = async () => {
    for (const turn of ['2027-03-01T12:00:00Z', '2027-06-01T12:00:00Z', '2027-06-01T12:01:00Z'])
      await here.turn(turn)
    const { text } = await here.say(chair, '/meeting list wg:ETCIP from:2027-06-02 to:2027-12-31')
    return [...text.matchAll(/M\d+ \w{3} (\d+ \w{3} \d{4}, \d\d:\d\d).*/g)].map(([line, day]) =>
      line.includes('cancelled') ? `${day} off` : day,
    )
  }

  test('grows no more once it was cancelled from its first meeting on', async () => {
    await here.press(chair, 'meeting cancel', { meeting: 'M1', series: 'rest' }, true)

    expect((await later()).filter((day) => !day?.endsWith('off'))).toEqual([])
  })

  test('does not come back at its old hour where it is cancelled further on', async () => {
    for (const turn of ['2027-03-01T12:00:00Z', '2027-03-01T12:01:00Z']) await here.turn(turn)
    const { text } = await here.say(chair, '/meeting list wg:ETCIP from:2027-08-01 to:2027-08-31')
    const meeting = /(M\d+) \w+ 8 Aug/.exec(text)?.[1] ?? ''
    await here.press(chair, 'meeting cancel', { meeting, series: 'rest' }, true)

    expect((await later()).filter((day) => !day?.endsWith('off'))).toEqual([
      '8 Jun 2027, 11:00',
      '8 Jul 2027, 11:00',
    ])
  })

  test('goes on at the new hour alone once that was taken back', async () => {
    await here.press(chair, 'meeting cancel', { meeting: 'M1', series: 'rest' }, true)
    await here.press(chair, 'meeting restore', { meeting: 'M1', series: 'rest' }, true)
    const days = await later()

    const months = ['8 Jun', '8 Jul', '8 Aug', '8 Sep', '8 Oct', '8 Nov']
    expect(days).toEqual(expect.arrayContaining(months.map((day) => `${day} 2027, 11:00`)))
    expect(new Set(days.map((day) => day?.split(', ')[1]))).toEqual(new Set(['11:00']))
    expect(days).toHaveLength(new Set(days).size)
  })
})
