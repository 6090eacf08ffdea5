import { afterEach, beforeEach, test } from 'vitest'

import { type FaultGround, faultGround } from '../../support/faults/ground.ts'
import { lasts } from '../../support/faults/lasts.ts'
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
  // Nobody can ask Teams what it said: in each of eight lanes one for a kill, and each whose answer was lost.
  const mostInDoubt = 50
  await lasts(teamsStorm(database, far, proxy.url), {
    ...{ notices: 90, mostInDoubt, proxy },
    workOff: (minutes) => workOffLater(database, far, minutes),
  })
}, 240_000)
