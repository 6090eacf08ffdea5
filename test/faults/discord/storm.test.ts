import { afterEach, beforeEach, expect, test } from 'vitest'

import type { FarSide } from '../../support/discord/far/farSide.ts'
import { linkEverybody, meetEverybody } from '../../support/discord/world/people.ts'
import { farSide, workOffLater } from '../../support/discord/world/served.ts'
import { discordStorm } from '../../support/discord/world/storm.ts'
import { type FaultGround, faultGround } from '../../support/faults/ground.ts'
import { throughStorm } from '../../support/faults/storm.ts'

let ground: FaultGround<FarSide>
beforeEach(async () => {
  ground = await faultGround(farSide)
})
afterEach(() => ground.end())

test('three processes that are killed in turn, a store that goes away and a platform that fails double no notice: Discord knows each by its key', async () => {
  const { database, far, proxy } = ground
  await linkEverybody(database, far)
  await meetEverybody(database, far)
  const after = await throughStorm({
    ...discordStorm(database, far, proxy.url),
    ...{ notices: 90, kills: 2 },
    async restart() {
      proxy.cut()
      proxy.restore()
    },
    async finish() {
      await workOffLater(database, far, 20)
    },
  })

  expect(after).toMatchObject({ notices: 90, twice: 0, lost: 0, left: 0, untold: 0 })
  expect(after.arrived + after.inDoubt).toBeGreaterThanOrEqual(90)
  // Looked at twenty minutes later, when Discord has forgotten the keys: in each of eight lanes one for a kill.
  expect(after.inDoubt).toBeLessThanOrEqual(40)
}, 240_000)
