import { afterEach, beforeEach, test } from 'vitest'

import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { survivesFaults } from '../../support/faults/survivesFaults.ts'
import { teamsStorm } from '../../support/faults/teamsStorm.ts'
import type { FarSide } from '../../support/teams/far/farSide.ts'
import {
  farSide,
  linkEverybody,
  meetEverybody,
  serve,
  workOffLater,
} from '../../support/teams/world/served.ts'

let ground: FaultSetup<FarSide>
beforeEach(async () => {
  ground = await setUpFaults(() => farSide())
})
afterEach(() => ground.end())

test('three processes that are killed in turn, a store that goes away and a platform that fails double no notice: what Teams may have said is left to the secretariat', async () => {
  const { database, far, proxy } = ground
  await linkEverybody(database, far)
  const first = await serve(database, far)
  await meetEverybody(database, far, first)
  first.process.kill('SIGTERM')
  await first.ended
  // Nobody can ask Teams what it said: in each of eight lanes one for a kill, and each whose answer was lost.
  const mostInDoubt = 50
  await survivesFaults(teamsStorm(database, far, proxy.url), {
    ...{ notices: 90, mostInDoubt, proxy },
    workOff: (minutes) => workOffLater(database, far, minutes),
  })
}, 240_000)
