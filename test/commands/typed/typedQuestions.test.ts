import { expect, test } from 'vitest'

import { monday, within } from '../../support/said/within.ts'
import { focal, secretariat } from '../../support/world.ts'

const who = focal('who')

test('questions about meetings and words about absences are no updates', async () => {
  await within(monday, async (here) => {
    await here.say(secretariat, '/meeting schedule Plenary wg:ETCIP start:"17 Dec 14:30"')
    const said = async (line: string) => (await here.say(who, line)).text
    expect(await said('when is the next meeting of ETCIP?')).toMatch(/^M1 Plenary/)
    expect(await said("I can't come on 17 Dec")).toContain('You said no to M1')
    expect(await said("i can't come on 18 Dec")).toContain('I know no meeting called “18 Dec”')
    expect(await said("I'm on leave next week")).toMatch(/^You are away/)
    expect(await said('list of working groups')).toContain('ETCIP')
  })
})
