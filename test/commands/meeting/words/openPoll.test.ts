import { afterEach, beforeEach, expect, test } from 'vitest'

import { monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, type World, world } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('cted')]
let here: World
beforeEach(async () => {
  here = await world({ now: monday })
})
afterEach(() => here.end())

async function say(who: string, line: string): Promise<string> {
  return (await here.say(who, line)).text
}

test('of the one poll that is open people vote and ask without its number; of several they are asked which', async () => {
  await say(chair, '/meeting poll open Spring wg:ETCIP slots:"12 Jan 14:30; 13 Jan 15:00" until:"20 Dec"')
  for (const line of ['vote 2', 'vote for 2', 'I vote for 2', 'vote Wednesday', 'my vote is 2']) {
    // The same vote again would only be said to stand.
    await say(member, '/meeting poll vote P1 1')
    expect([line, await say(member, line)]).toEqual([
      line,
      expect.stringContaining('Your vote in P1 Spring: 1 no, 2 yes'),
    ])
  }
  for (const line of ['poll results', 'results of the poll', 'who has voted?', "who hasn't voted"])
    expect([line, await say(member, line)]).toEqual([line, expect.stringContaining('CTED: 1 no, 2 yes')])
  await say(chair, '/meeting poll open Summer wg:ETCIP slots:"12 Jan 14:30; 13 Jan 15:00" until:"20 Dec"')
  expect(await say(member, 'vote for 1')).toContain('[P2 Summer]')
})
