import { afterEach, beforeEach, expect, test } from 'vitest'

import { createGateway, type Gateway } from '../../../../adapters/discord/doors/gateway.ts'
import { type FarSide, startFarSide } from '../../../support/discord/far/farSide.ts'
import { populate } from '../../../support/discord/world/people.ts'

let far: FarSide
let gateway: Gateway
let refusals: string[]

beforeEach(async () => {
  far = await startFarSide()
  populate(far)
  refusals = []
  const none = () => undefined
  gateway = createGateway({
    settings: far.settings(),
    log: { info: none, warn: none, error: none },
    hearing: {
      ...{ interaction: none, channelGone: none, guildGone: none },
      refused: (why) => void refusals.push(why),
    },
    openMs: 300,
  })
})

afterEach(async () => {
  await gateway.stop()
  await far.stop()
})

test('a token that Discord refuses once it can be reached is told, though the start is long over', async () => {
  far.fault('gateway', { kind: 'status', status: 503 }, 1)
  await gateway.start()
  far.revokeToken()

  await expect.poll(() => refusals.join()).toContain('DISCORD_TOKEN')
  expect(gateway.connected()).toBe(false)
})

test('a gateway that was stopped before it started opens nothing', async () => {
  await gateway.stop()
  await gateway.start()

  expect([far.gateway.identifies, far.callsOf('gateway').length]).toEqual([0, 0])
})
