import { afterEach, expect, test } from 'vitest'

import { focal, secretariat, type World, world } from '../../support/world.ts'

let here: World
afterEach(() => here.end())

test('a reminder of a group offers to be cancelled to those who lead the group now, and no more to whoever set it and did', async () => {
  here = await world()
  const [former, now] = [focal('interpol'), focal('unodc')]
  await here.say(former, '/reminder add Drafts at:"4 Dec 09:00" wg:ETCIP confirm:yes')
  const offered = async (whom: string) =>
    (await here.say(whom, '/reminder list')).answer.message.blocks
      .flatMap((one) => (one.kind === 'buttons' ? one.buttons : []))
      .filter(({ label }) => label === 'Cancel R1')
  expect(await offered(former)).toHaveLength(1)
  expect(await offered(now)).toHaveLength(0)
  await here.say(secretariat, '/wg appoint ETCIP role:chair entity:UNODC from:2026-11-22 confirm:yes')
  await here.turn('2026-11-22T12:00:00Z')

  expect(await offered(former)).toHaveLength(0)
  expect(await offered(now)).toHaveLength(1)
})
