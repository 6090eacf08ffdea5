import { afterEach, beforeEach, expect, test } from 'vitest'

import { type FaultGround, faultGround } from '../../support/faults/ground.ts'
import { throughStorm } from '../../support/faults/storm.ts'
import { teamsStorm } from '../../support/faults/teamsStorm.ts'
import type { FarSide } from '../../support/teams/far/farSide.ts'
import {
  farSide,
  linkEverybody,
  meetEverybody,
  serve,
  workOffLater,
} from '../../support/teams/world/served.ts'

let ground: FaultGround<FarSide>
beforeEach(async () => {
  ground = await faultGround(() => farSide())
})
afterEach(() => ground.end())

test('three processes that are killed in turn, a store that goes away and a platform that fails double no notice: what Teams may have said is left to the secretariat', async () => {
  const { database, far, proxy } = ground
  await linkEverybody(database, far)
  const first = await serve(database, far)
  await meetEverybody(database, far, first)
  first.process.kill('SIGTERM')
  await first.ended
  const after = await throughStorm({
    ...teamsStorm(database, far, proxy.url),
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
  // Nobody can ask Teams what it said: in each of eight lanes one for a kill, and each whose answer was lost.
  expect(after.inDoubt).toBeLessThanOrEqual(50)
}, 240_000)
