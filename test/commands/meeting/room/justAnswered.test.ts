import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'

test('a word after an answer is asked about where another invitation was waiting already, and a yes answers that', async () => {
  await inFreshWorld(monday, async (here) => {
    for (const start of ['10 Dec 14:30', '11 Dec 14:30'])
      await here.say(secretariat, `/meeting schedule Quarterly wg:ETCIP start:"${start}"`)
    await here.turn('2026-11-23T15:00:00Z')
    const who = focal('cted')
    expect((await here.say(who, 'yes to M1')).text).toContain('You said yes to M1')
    const asked = await here.say(who, 'ok')
    expect(asked.text).toContain('You have just answered M1 Quarterly. Is this for M2 Quarterly?')
    expect((await here.say(who, 'yes')).text).toContain('You said yes to M2')
  })
})

test('an answer to a workshop that has no name is asked about, and a press of the button counts it', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(secretariat, '/meeting schedule Quarterly wg:ETCIP start:"10 Dec 14:30"')
    const who = focal('cted')
    const asked = await here.say(who, 'Dear all, we will participate in the workshop. Best regards, Ann')
    expect(asked.text).toContain('Is your answer for M1 Quarterly?')
    expect(asked.text).toContain('[Yes: M1 Quarterly]')
    expect(asked.outcome).not.toBe('done')
    expect((await here.say(who, 'option 1')).text).toContain('You said yes to M1 Quarterly')
  })
})
