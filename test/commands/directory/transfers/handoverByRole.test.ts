import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
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

  test('is read from a sentence that names role, successor and day, and done as it was shown', async () => {
    const line = '/directory handover chair of ETCIP to focal.who@compact.example on 1 April 2027'
    const asked = await say(line)
    expect(asked.text).toContain('On 1 Apr 2027 WHO focal point would take over as chair of ETCIP')
    expect((await say('hand over the chair of ETCIP to WHO focal point on 1 April 2027')).text).toBe(
      asked.text,
    )
    const done = await press(here, secretariat, buttonNamed(asked, 'Hand over'))
    expect(done.text).toContain('On 1 Apr 2027 WHO focal point takes over as chair of ETCIP')

    expect((await say('/directory handover chair of ETCIP to somebody odd')).text).toContain(
      'I know no person called “somebody odd”',
    )
  })
})
