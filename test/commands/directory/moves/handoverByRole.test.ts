import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { secretariat, type World, world } from '../../../support/world.ts'

describe('a handover', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(secretariat, '/wg appoint ETCIP chair INTERPOL person:focal.interpol@compact.example')
  })
  afterAll(() => here.end())

  const say = (line: string) => here.say(secretariat, line)

  test('of one role is ordered with wg: and role: too, and says the role once', async () => {
    const asked = await say('/directory handover wg:ETCIP role:chair to:focal.who@compact.example')
    expect(asked.outcome, asked.text).toBe('asked')
    expect(asked.text.match(/chair of ETCIP/g)).toHaveLength(1)
    expect((await say('/directory handover ETCIP to:focal.who@compact.example role:chair')).text).toBe(
      asked.text,
    )
    expect((await say('/directory handover to:focal.interpol@compact.example')).text).toContain(
      'Say what is handed over',
    )
    expect((await say('/directory handover "ETCIP chair"')).text).toContain('Who takes over?')
    expect((await say('/directory handover "ETCIP chair" to:focal.interpol@compact.example')).text).toContain(
      'INTERPOL focal point is chair of ETCIP already',
    )
  })
})
