import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { createGateway, type Gateway } from '../../../../adapters/discord/doors/gateway.ts'
import type { GatewayListener } from '../../../../adapters/discord/doors/gatewayListener.ts'
import { StartError } from '../../../../src/core/errors.ts'
import { type FarSide, startFarSide } from '../../../support/discord/far/farSide.ts'
import { populate } from '../../../support/discord/world/people.ts'

let far: FarSide
let gateway: Gateway
let texts: string[]

beforeEach(async () => {
  far = await startFarSide()
  populate(far)
  texts = []
})

afterEach(async () => {
  await gateway.stop()
  await far.stop()
})

function opened(more: { readonly silentMs?: number; readonly openMs?: number } = {}): Gateway {
  const note = (about: object, text: string) => void texts.push(`${text} ${JSON.stringify(about)}`)
  const hearing: GatewayListener = {
    interaction: () => undefined,
    channelGone: () => undefined,
    guildGone: () => undefined,
    refused: (why) => void texts.push(why),
  }
  const log = { info: note, warn: note, error: note }
  gateway = createGateway({ settings: far.settings(), log, hearing, ...more })
  return gateway
}

describe('a start by the gateway', () => {
  test('is ready when it says so', async () => {
    await opened().start()

    expect(gateway.connected()).toBe(true)
    expect(far.gateway.ready()).toBe(1)
  })

  test.each([
    { code: 4004, wanted: 'DISCORD_TOKEN' },
    { code: 4013, wanted: 'intents' },
    { code: 4014, wanted: 'intents' },
    { code: 4011, wanted: 'DISCORD_PUBLIC_KEY' },
  ])('that Discord closes with $code ends in a sentence', async ({ code, wanted }) => {
    far.gateway.refuses = code
    const start = opened().start()

    await expect(start).rejects.toThrow(StartError)
    await expect(start).rejects.toThrow(wanted)
  })

  test('that Discord cannot answer goes on, and is heard as soon as it can', async () => {
    far.gateway.down = true
    await opened({ openMs: 300, silentMs: 500 }).start()
    expect(gateway.connected()).toBe(false)
    far.gateway.down = false

    await expect.poll(() => gateway.connected()).toBe(true)
  })

  test('with no introductions left for today waits rather than burns the token', async () => {
    far.gateway.left = 0
    await opened({ openMs: 300 }).start()

    expect(far.gateway.identifies).toBe(0)
    expect(gateway.connected()).toBe(false)
  })

  test('that is stopped leaves nothing open', async () => {
    await opened().start()
    await gateway.stop()

    await expect.poll(() => far.gateway.ready()).toBe(0)
  })
})

describe('a connection on which nothing is heard any more', () => {
  test('is given up and made anew', async () => {
    far.gateway.heartbeatMs = 200
    await opened({ silentMs: 1_000 }).start()
    far.gateway.acks = false
    await expect.poll(() => gateway.connected()).toBe(false)
    far.gateway.acks = true

    await expect.poll(() => gateway.connected()).toBe(true)
  })
})

describe('an outage', () => {
  test('that lasts longer than a silent connection may ends with a connection', async () => {
    far.fault('gateway', { kind: 'status', status: 502 }, 1_000)
    await opened({ openMs: 100, silentMs: 300 }).start()
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(gateway.connected()).toBe(false)
    far.clear()

    await expect.poll(() => gateway.connected()).toBe(true)
  })
})

describe('a connection that was given up', () => {
  test('asks no more, and takes nothing away from the one after it', async () => {
    await opened({ openMs: 2_000, silentMs: 1_500 }).start()
    far.gateway.down = true
    far.gateway.forget()
    far.gateway.drop()
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    far.gateway.down = false
    await expect.poll(() => gateway.connected()).toBe(true)
    const identified = far.gateway.identifies
    const ready = () => [gateway.connected(), far.gateway.ready(), far.gateway.identifies]
    await new Promise((resolve) => setTimeout(resolve, 3_000))

    expect(ready()).toEqual([true, 1, identified])
  })
})
