import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal } from '../../../support/world.ts'

const who = focal('cted')

test.each([
  ['remind me to call Bob on Friday to discuss the meeting at 10', 'Fri 27 Nov 2026, 10:00', 'call Bob on Friday to discuss the meeting'],
  ['remind me to call Bob tomorrow to discuss the meeting at 10', 'Tue 24 Nov 2026, 10:00', 'call Bob tomorrow to discuss the meeting'],
  ['remind me to brief Ann on 4 December about the visit at 15:30', 'Fri 4 Dec 2026, 15:30', 'brief Ann on 4 December about the visit'],
  ['remind me Sun Microsystems call at 10', 'Sun 29 Nov 2026, 10:00', 'Sun Microsystems call'],
])('“%s” asks whether the hour is of that day, and keeps the words', async (line, at, text) => {
  await inFreshWorld(monday, async (here) => {
    const asked = await here.say(who, line)
    expect(asked.text).toContain(`That may be ${at} (America/New_York) or Mon 23 Nov 2026, 1`)
    expect((await here.say(who, 'option 1')).text).toContain(`${at} (America/New_York): ${text}`)
    await here.say(who, line)
    expect((await here.say(who, 'option 2')).text).toMatch(/remind you Mon 23 Nov 2026, 1/)
  })
}) // biome-ignore format: a table

test('two times that are one are that one, and of two others it is asked which', async () => {
  await inFreshWorld(monday, async (here) => {
    expect((await here.say(who, 'remind me to brief Ann on Monday about the visit at 10')).text).toContain(
      'Mon 23 Nov 2026, 10:00 (America/New_York): brief Ann on Monday about the visit',
    )
    const asked = await here.say(who, '/reminder add Call at:"Friday at 10 or tomorrow at 9"')
    expect(asked.text).toContain(
      'That may be Fri 27 Nov 2026, 10:00 (America/New_York) or Tue 24 Nov 2026, 09:00',
    )
  })
})

test('the same reminder is not set twice', async () => {
  await inFreshWorld(monday, async (here) => {
    const line = async (at: string) => (await here.say(who, `/reminder add "Call Bob" at:"${at}"`)).text
    expect(await line('12 Dec 09:00')).not.toContain('already')
    expect(await line('12 Dec 10:00')).not.toContain('already')
    expect(await line('12 Dec 09:00')).toContain('R1 was set already, so there is still only this one.')
  })
})
