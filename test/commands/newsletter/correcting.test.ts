import { expect, test } from 'vitest'

import { buttonNamed, press } from '../../support/said/pressed.ts'
import { within } from '../../support/said/within.ts'
import { focal, secretariat } from '../../support/world.ts'

test('a correction takes nothing out that waits for a decision since its author edited it', async () => {
  await within('2026-12-01T09:00:00Z', async (here) => {
    for (const line of [
      '/newsletter open November-December closes:2027-01-08',
      '/update post "WHO held a course in Geneva (20 Nov)" section:regional confirm:yes',
      '/update post "ILO held a course in Lima (21 Nov)" section:regional confirm:yes',
      '/update accept U1,U2',
      '/newsletter approve',
      '/newsletter publish confirm:yes',
    ])
      await here.say(line.includes('WHO') ? focal('who') : secretariat, line)
    await here.say(focal('who'), '/update edit U1 text:"WHO held two courses in Geneva (20 Nov)"')
    const refused = await here.say(secretariat, '/newsletter correct "There were two courses." confirm:yes')
    expect(refused.outcome).toBe('refused')
    expect(refused.text).toContain('U1 was printed and waits for a decision since it was edited')

    await press(here, secretariat, buttonNamed(refused, 'Accept U1'))
    const corrected = await here.say(secretariat, '/newsletter correct "There were two courses." confirm:yes')
    expect(corrected.text).toContain('is now “WHO held two courses in Geneva (20 Nov)”')
  })
})
