import { expect, test } from 'vitest'

import { inFreshWorld } from '../../../support/lines/inFreshWorld.ts'
import { focal } from '../../../support/world.ts'

const chair = focal('interpol')
const member = focal('cted')

test('the card of a meeting that is cancelled says so in its heading, where a phone shows it', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes')
    const ahead = await here.say(member, '/meeting show M1')
    await here.say(chair, '/meeting cancel M1 reason:"no quorum" confirm:yes')
    const cancelled = await here.say(member, '/meeting show M1')

    expect(ahead.answer.message.heading).toBe('M1 Plenary (ETCIP)')
    expect(cancelled.answer.message.heading).toBe('M1 Plenary (ETCIP): cancelled')
  })
})
