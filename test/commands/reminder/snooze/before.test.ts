import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

/** A meeting at three in the afternoon in Zurich, of which WHO wants to hear just before it. */
async function snoozed(settings = ''): Promise<void> {
  here = await world()
  if (settings !== '') await here.say(who, `/reminder settings ${settings}`)
  await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:2026-12-10T14:00Z')
  await here.turn('2026-12-09T14:00:00Z')
  expect((await here.say(who, '/reminder snooze M1 until:before')).text).toContain('Thu 10 Dec 2026, 14:45')
  here.delivered.length = 0
}

function heard(): string[] {
  return here.delivered.filter(({ to }) => to === who).map(({ text }) => text.split('\n')[0] ?? '')
}

describe('a reminder that was put off until just before its meeting', () => {
  test('comes once where the house reminds at that minute anyway', async () => {
    await snoozed()
    await here.turn('2026-12-10T13:45:00Z')
    await here.turn('2026-12-10T13:50:00Z')

    expect(heard()).toEqual([expect.stringContaining('in 15 minutes: Plenary')])
  })

  test('comes just before the meeting where that is later by then', async () => {
    await snoozed('lead:1d')
    await here.say(secretariat, '/meeting move M1 start:2026-12-10T17:00Z')
    expect((await here.say(who, '/reminder list')).text).toContain('Thu 10 Dec 2026, 17:45')
    here.delivered.length = 0
    await here.turn('2026-12-10T13:45:00Z')
    await here.turn('2026-12-10T16:44:00Z')
    expect(heard().filter((text) => text.startsWith('Again'))).toEqual([])

    await here.turn('2026-12-10T16:45:00Z')
    expect(heard().filter((text) => text.startsWith('Again'))).toHaveLength(1)
  })

  test('comes just before the meeting where that is earlier by then', async () => {
    await snoozed('lead:1d')
    await here.say(secretariat, '/meeting move M1 start:2026-12-10T11:00Z')
    here.delivered.length = 0
    await here.turn('2026-12-10T10:45:00Z')

    expect(heard()).toEqual([expect.stringContaining('Again, as you asked: Plenary')])
  })

  test('is put off again until then by the undo of its end', async () => {
    await snoozed('lead:1d')
    const { answer } = await here.say(who, '/reminder unsnooze Z1')
    const undo = answer.message.blocks.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))[0]
    await here.press(who, undo?.command ?? '', undo?.values ?? {})
    await here.say(secretariat, '/meeting move M1 start:2026-12-10T11:00Z')
    here.delivered.length = 0
    await here.turn('2026-12-10T10:45:00Z')

    expect(heard()).toEqual([expect.stringContaining('Again, as you asked: Plenary')])
  })
})
