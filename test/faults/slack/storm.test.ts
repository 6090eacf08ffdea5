import { afterEach, beforeEach, test } from 'vitest'

import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import { slackStorm } from '../../support/faults/slackStorm.ts'
import { survivesFaults } from '../../support/faults/survivesFaults.ts'
import type { FarSide } from '../../support/slack/farSide.ts'
import { farSide, linkEverybody, workOffLater } from '../../support/slack/served.ts'

let ground: FaultSetup<FarSide>
beforeEach(async () => {
  ground = await setUpFaults(() => farSide())
})
afterEach(() => ground.end())

test('three processes that are killed in turn, a store that goes away and a platform that fails lose no notice and double none', async () => {
  const { database, far, proxy } = ground
  await linkEverybody(database, far)
  // Slack is asked what stands in a conversation, so that hardly anything stays in doubt.
  const mostInDoubt = 30
  await survivesFaults(slackStorm(database, far, proxy.url), {
    ...{ notices: 120, mostInDoubt, proxy },
    workOff: (minutes) => workOffLater(database, far, minutes),
  })
}, 240_000)
