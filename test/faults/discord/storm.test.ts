import { afterEach, beforeEach, test } from 'vitest'

import type { FarSide } from '../../support/discord/far/farSide.ts'
import { linkEverybody, meetEverybody } from '../../support/discord/world/people.ts'
import { farSide, workOffLater } from '../../support/discord/world/served.ts'
import { discordStorm } from '../../support/discord/world/storm.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { survivesFaults } from '../../support/faults/survivesFaults.ts'

let ground: FaultSetup<FarSide>
beforeEach(async () => {
  ground = await setUpFaults(farSide)
})
afterEach(() => ground.end())

test('three processes that are killed in turn, a store that goes away and a platform that fails double no notice: Discord knows each by its key', async () => {
  const { database, far, proxy } = ground
  await linkEverybody(database, far)
  await meetEverybody(database, far)
  // Looked at twenty minutes later, when Discord has forgotten the keys: in each of eight lanes one for a kill.
  const mostInDoubt = 40
  await survivesFaults(discordStorm(database, far, proxy.url), {
    ...{ notices: 90, mostInDoubt, proxy },
    workOff: (minutes) => workOffLater(database, far, minutes),
  })
}, 240_000)
