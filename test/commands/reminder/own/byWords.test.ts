import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal } from '../../../support/world.ts'

const who = focal('cted')

test('a reminder may be moved, or put off when it has come, by the words in it', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(who, 'remind me tomorrow at 10 to send figures')
    await here.say(who, 'remind me tomorrow at 10 to call Bob')
    expect((await here.say(who, 'move my figures reminder to friday')).text).toContain(
      'Fri 27 Nov 2026, 10:00',
    )
    expect((await here.say(who, 'change the reminder about the figures to 11')).text).toContain(
      '27 Nov 2026, 11:00',
    )
    expect((await here.say(who, 'snooze the figures reminder until monday')).text).toContain(
      'R1 has not come yet',
    )
    await here.turn('2026-11-27T16:00:00Z')

    expect((await here.say(who, 'snooze the figures reminder until monday')).text).toContain(
      'Mon 30 Nov 2026',
    )
  })
})

test('what is asked for with many words is found', async () => {
  await inFreshWorld(monday, async (here) => {
    for (const [line, wanted] of [
      ['which groups deal with borders', 'BMLE'],
      ['give me the contact of the chair of BMLE', 'chair of BMLE'],
      ['is WHO a member', 'World Health Organization'],
      ['the contact of IMO is wrong', 'What is wrong with it'],
      ['/directory wrong IMO\'s what:"Its address is old"', 'W1'],
      ['who has access to my data', 'shown an address of you'],
      ['send me everything in one message at 8', 'at 08:00'],
    ] as const)
      expect((await here.say(who, line)).text, line).toContain(wanted)
  })
})
