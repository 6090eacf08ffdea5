import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')
/** Two in the morning in Zurich. */
const night = '2026-12-01T01:00:00Z'
const morning = '2026-12-01T06:00:00Z'

async function asleep(): Promise<void> {
  here = await world({ now: '2026-11-30T12:00:00Z' })
  await here.say(who, '/reminder settings quiet:22:00-07:00')
  await here.turn('2026-11-30T12:01:00Z')
}

async function said(line: string, by = secretariat): Promise<void> {
  const { outcome, text } = await here.say(by, line)
  expect(outcome, text).toBe('done')
}

function toldTo(email: string, what: RegExp): string[] {
  return here.delivered.filter(({ to, text }) => to === email && what.test(text)).map(({ text }) => text)
}

describe('what others do in the quiet hours that somebody set', () => {
  test('is told when these end, and to everybody else at once', async () => {
    await asleep()
    await here.turn(night)
    await said('/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
    expect(toldTo(who, /Plenary/)).toEqual([])
    expect(toldTo(focal('imo'), /You are invited: Plenary/)).toHaveLength(1)
    expect((await here.say(who, '/reminder list')).text).toContain('waits until you want to be reminded')

    await here.turn(morning)
    await here.turn('2026-12-01T06:10:00Z')
    expect(toldTo(who, /You are invited: Plenary/)).toHaveLength(1)
  })

  test('is told at once where the morning would be too late', async () => {
    await asleep()
    await said('/meeting schedule Early wg:ETCIP start:2026-12-01T01:45Z')
    await here.turn(night)
    await said('/meeting cancel M1 confirm:yes')

    expect(toldTo(who, /Cancelled: Early/)).toHaveLength(1)
  })

  test('is told at once where a meeting of that night goes to another day', async () => {
    await asleep()
    await said('/meeting schedule Early wg:ETCIP start:2026-12-01T03:00Z')
    await here.turn(night)
    await said('/meeting move M1 start:2026-12-08T14:00Z')

    expect(toldTo(who, /Moved: Early/)).toHaveLength(1)
  })

  test('is told as it came to be by the morning', async () => {
    await asleep()
    await said('/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
    const before = toldTo(who, /Plenary/).length
    await here.turn(night)
    await said('/meeting move M1 start:2026-12-11T14:00Z')
    await said('/meeting cancel M1 confirm:yes')
    await here.turn(morning)

    expect(toldTo(who, /Plenary/).slice(before)).toEqual([expect.stringContaining('Cancelled: Plenary')])
  })

  test('is not told of what came and went while they slept', async () => {
    await asleep()
    await here.turn(night)
    await said('/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
    await said('/meeting cancel M1 confirm:yes')
    await here.turn(morning)

    expect(toldTo(who, /Plenary/)).toEqual([])
  })

  test('waits on for the next morning where nobody worked at that hour, whatever rule is switched off', async () => {
    await asleep()
    await said('/reminder rule cadence state:off')
    await here.turn(night)
    await said('/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
    await here.turn('2026-12-01T22:30:00Z')
    expect(toldTo(who, /Plenary/)).toEqual([])

    await here.turn('2026-12-02T06:05:00Z')
    expect(toldTo(who, /You are invited: Plenary/)).toHaveLength(1)
  })

  test('is told at once to whoever does it', async () => {
    await asleep()
    await said('/wg appoint ETCIP role:chair entity:who person:focal.who@compact.example from:2026-11-01')
    await here.turn(night)
    await said('/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z', who)

    expect(toldTo(who, /You are invited: Plenary/)).toHaveLength(1)
  })
})
