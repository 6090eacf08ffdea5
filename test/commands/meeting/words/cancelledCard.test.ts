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

test('a meeting is cancelled for a reason alone: another meeting, a condition or a day behind it is asked about', async () => {
  await inFreshWorld('2026-11-23T09:00:00Z', async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"10 Dec 15:00" confirm:yes')
    await here.say(chair, '/meeting schedule Drones wg:ETCIP start:"11 Dec 15:00" confirm:yes')
    for (const behind of [
      'and M2',
      'M2',
      ', M2 and M1',
      'if nobody objects',
      'but not M2',
      'not M2',
      'tomorrow',
      'instead of M2',
    ]) {
      const { outcome, text } = await here.say(chair, `cancel M1${behind[0] === ',' ? '' : ' '}${behind}`)
      expect([behind, outcome, text]).toEqual([behind, 'refused', text])
    }
    const asked = await here.say(chair, 'cancel M1 no quorum')
    expect([asked.outcome, asked.text]).toEqual([
      'asked',
      expect.stringContaining('With reason “no quorum”.'),
    ])
    const because = await here.say(chair, 'cancel M1 because the host asked for it')
    expect(because.text).toContain('With reason “because the host asked for it”.')
    expect((await here.say(chair, '/meeting cancel M1')).text).not.toContain('With')
  })
})
