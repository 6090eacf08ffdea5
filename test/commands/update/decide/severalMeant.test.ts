import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, secretariat } from '../../../support/world.ts'

test('as many updates are accepted as are said, or it is asked which', async () => {
  await inFreshWorld(monday, async (fresh) => {
    await fresh.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    await fresh.say(focal('undp'), '/update post UNDP trained 30 judges in Accra, Ghana (3 Nov)')
    await fresh.say(focal('undp'), '/update post UNDP opened 4 courts in Lagos, Nigeria (4 Nov)')
    const asked = await fresh.say(secretariat, 'accept all three')
    expect(asked.text).toContain('2 updates wait, and not 3. Which ones?')
    expect(asked.text).toMatch(/\[U\d\] \[U\d\]/)
    expect((await fresh.say(secretariat, 'accept both of them')).text).toMatch(/^Accepted 2 updates/)
  })
})

test('one of several updates is asked for where numbers stand with “or”', async () => {
  await inFreshWorld(monday, async (fresh) => {
    await fresh.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
    await fresh.say(focal('undp'), '/update post UNDP trained 30 judges in Accra, Ghana (3 Nov)')
    await fresh.say(focal('undp'), '/update post UNDP opened 4 courts in Lagos, Nigeria (4 Nov)')
    for (const typed of [
      'accept U1 or U2',
      'accept either U1 or U2',
      'accept U1 o U2',
      '/update accept U1 или U2',
    ]) {
      const asked = await fresh.say(secretariat, typed)
      expect(asked.outcome).toBe('refused')
      expect(asked.text).toMatch(/Which one\?\n\[U1\] \[U2\]$/)
    }
  })
})
