import { afterEach, beforeEach, test } from 'vitest'

import type { FarSide } from '../../support/discord/far/farSide.ts'
import { linkEverybody, meetEverybody } from '../../support/discord/world/people.ts'
import { farSide, workOffLater } from '../../support/discord/world/served.ts'
import { discordStorm } from '../../support/discord/world/storm.ts'
import { type FaultGround, faultGround } from '../../support/faults/ground.ts'
import { lasts } from '../../support/faults/lasts.ts'

let ground: FaultGround<FarSide>
beforeEach(async () => {
  ground = await faultGround(farSide)
})
afterEach(() => ground.end())

test('three processes that are killed in turn, a store that goes away and a platform that fails double no notice: Discord knows each by its key', async () => {
  const { database, far, proxy } = ground
  await linkEverybody(database, far)
  await meetEverybody(database, far)
  // Looked at twenty minutes later, when Discord has forgotten the keys: in each of eight lanes one for a kill.
  const mostInDoubt = 40
  await lasts(discordStorm(database, far, proxy.url), {
    ...{ notices: 90, mostInDoubt, proxy },
    workOff: (minutes) => workOffLater(database, far, minutes),
  })
}, 240_000)
