import { afterEach, beforeEach, expect, test } from 'vitest'

import { type FaultGround, faultGround } from '../../support/faults/ground.ts'
import { slackStorm } from '../../support/faults/slackStorm.ts'
import { throughStorm } from '../../support/faults/storm.ts'
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
  const after = await throughStorm({
    ...slackStorm(database, far, proxy.url),
    ...{ notices: 120, kills: 2 },
    async restart() {
      proxy.cut()
      proxy.restore()
    },
    async finish() {
      await workOffLater(database, far, 20)
    },
  })

  expect(after).toMatchObject({ notices: 120, twice: 0, lost: 0, left: 0, untold: 0 })
  expect(after.arrived + after.inDoubt).toBeGreaterThanOrEqual(120)
  // Slack is asked what stands in a conversation, so that hardly anything stays in doubt.
  expect(after.inDoubt).toBeLessThanOrEqual(30)
}, 240_000)
