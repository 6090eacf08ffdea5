import { afterEach, beforeEach, test } from 'vitest'

import { type FaultGround, faultGround } from '../../support/faults/ground.ts'
import { lasts } from '../../support/faults/lasts.ts'
import { slackStorm } from '../../support/faults/slackStorm.ts'
import type { FarSide } from '../../support/slack/farSide.ts'
import { farSide, linkEverybody, workOffLater } from '../../support/slack/served.ts'

let ground: FaultGround<FarSide>
beforeEach(async () => {
  ground = await faultGround(() => farSide())
})
afterEach(() => ground.end())

test('three processes that are killed in turn, a store that goes away and a platform that fails lose no notice and double none', async () => {
  const { database, far, proxy } = ground
  await linkEverybody(database, far)
  // Slack is asked what stands in a conversation, so that hardly anything stays in doubt.
  const mostInDoubt = 30
  await lasts(slackStorm(database, far, proxy.url), {
    ...{ notices: 120, mostInDoubt, proxy },
    workOff: (minutes) => workOffLater(database, far, minutes),
  })
}, 240_000)
