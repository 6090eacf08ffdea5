import { afterEach, describe, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

const who = focal('who')

function reminders(by: string): string[] {
  return here.delivered
    .filter((one) => one.to === by && one.text.startsWith('Reminder'))
    .map((one) => one.text.split('\n')[0] ?? '')
}

async function scheduled(): Promise<void> {
  here = await world()
  await here.say(secretariat, '/meeting schedule "Plenary" wg:ETCIP start:2026-12-12T14:30Z')
  here.delivered.length = 0
}

describe('the rules', () => {
  test('are shown with their audience, moments, end and who is told what next', async () => {
    await scheduled()
    const shown = (await here.say(secretariat, '/reminder rules')).text

    expect(shown).toContain('An upcoming meeting')
    expect(shown).toContain('7 days before, 1 day before, 15 minutes before')
    expect(shown).toContain('everyone invited who has not declined')
    expect(shown).toMatch(/Next Sat 5 Dec 2026, 09:30 \(America\/New_York\) to .* focal point: M1 Plenary/)
    // Nobody but the secretariat sees who else is told.
    expect((await here.say(focal('unaoc'), '/reminder rules')).text).not.toContain('Plenary')
  })

  test('are switched and set to other moments by the secretariat alone, without a new start', async () => {
    await scheduled()
    expect((await here.say(who, '/reminder rule meeting state:off')).outcome).toBe('refused')
    await here.say(secretariat, '/reminder rule meeting state:off')
    await here.turn('2026-12-05T14:30:00Z')
    expect(reminders(who)).toEqual([])
    await here.say(secretariat, '/reminder rule meeting state:on moments:3d')
    await here.turn('2026-12-09T14:30:00Z')

    expect(reminders(who)).toEqual([expect.stringContaining('in 3 days')])
    expect((await here.say(secretariat, '/reminder rule meeting moments:default')).text).toContain(
      '7 days before',
    )
  })

  test('may be left by anyone and followed again', async () => {
    await scheduled()
    const left = await here.say(who, '/reminder stop meeting')
    expect(left.text).toContain('Undo: hear it again')
    await here.turn('2026-12-05T14:30:00Z')
    expect(reminders(who)).toEqual([])
    expect(reminders(focal('ipu'))).toHaveLength(1)
    await here.say(who, '/reminder resume meeting')
    await here.turn('2026-12-11T14:30:00Z')

    expect(reminders(who)).toEqual([expect.stringContaining('tomorrow')])
  })

  test('tell everyone in /reminder list what is coming for them, and why', async () => {
    await scheduled()
    const listed = (await here.say(who, '/reminder list')).text

    expect(listed).toContain('Sat 5 Dec 2026, 15:30 (Europe/Zurich): M1 Plenary (ETCIP)')
    expect(listed).toContain('invited as a member of ETCIP')
  })
})
