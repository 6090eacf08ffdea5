import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'

import { createSockets } from '../../../../adapters/slack/doors/socketMode.ts'
import { createLog } from '../../../../src/process/log.ts'
import { slowInserts } from '../../../support/faults/slowInserts.ts'
import { eventCallback, slashCommandFields } from '../../../support/slack/payloads.ts'
import { type SlackWorld, slackWorld } from '../../../support/slack/world.ts'

let here: SlackWorld
const unhandled: unknown[] = []
const note = (reason: unknown) => void unhandled.push(reason)

beforeEach(async () => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
  here = await slackWorld({ appToken: 'xapp-1', signingSecrets: [] })
  await here.far.sockets.opened(2)
})
afterEach(async () => {
  await here.end()
  process.off('unhandledRejection', note)
})

function list() {
  return slashCommandFields('/reminder', 'list', { responseUrl: here.far.responseUrl() })
}

/** How long it takes until so many sockets are open, in milliseconds. */
async function timeTo(count: number): Promise<number> {
  const from = performance.now()
  await here.far.sockets.opened(count)
  return performance.now() - from
}

function opens(): number {
  return here.far.callsOf('apps.connections.open').length
}

async function reminders(): Promise<number> {
  const found = await here.database.store.pool.query<{ n: number }>(
    'select count(*)::int as n from reminders',
  )
  return found.rows[0]?.n ?? 0
}

describe('a socket that Slack refreshes', () => {
  test.each(['refresh_requested', 'warning'] as const)(
    'is made up for by the other at once, and is back in a moment (%s)',
    async (reason) => {
      here.far.sockets.disconnect(reason, 1)
      const asked = performance.now()
      const ack = await here.far.sockets.send('slash_commands', list())
      const took = performance.now() - asked
      const back = await timeTo(2)
      const second = await here.far.sockets.send('slash_commands', list(), { on: 1 })

      expect(ack.payload).toHaveProperty('text')
      expect(took).toBeLessThan(3_000)
      expect(back).toBeLessThan(10_000)
      expect(second.payload).toHaveProperty('text')
      expect(here.adapter.connected()).toBe(true)
    },
  )
})

describe('sockets that end without a word', () => {
  test('are back in a moment, and work', async () => {
    here.far.sockets.drop()
    await expect.poll(() => here.far.sockets.open).toBe(0)
    const back = await timeTo(2)
    const acks = [0, 1].map((on) => here.far.sockets.send('slash_commands', list(), { on }))

    expect(back).toBeLessThan(2_000)
    expect((await Promise.all(acks)).map(({ payload }) => payload?.['text'])).toHaveLength(2)
    expect(unhandled).toEqual([])
  })

  test('come back through whatever Slack says to that, and the process hears of no stray rejection', async () => {
    here.far.sockets.refuse(1, 500)
    here.far.sockets.refuse(1, 503)
    here.far.sockets.refuse(1, 'internal_error')
    here.far.sockets.refuse(1, 429)
    here.far.fault('apps.connections.open', { kind: 'reset', before: true })
    const before = opens()
    here.far.sockets.drop()
    const down = () => here.adapter.connected()
    await expect.poll(down, { interval: 5 }).toBe(false)
    const ready = await fetch(`${here.base}/readyz`)
    const said = await ready.json()
    await here.far.sockets.opened(2)
    const ack = await here.far.sockets.send('slash_commands', list())

    expect(ready.status).toBe(200)
    expect(said).toMatchObject({ slack: false })
    expect(opens() - before).toBe(7)
    expect(ack.payload).toHaveProperty('text')
    await expect.poll(down).toBe(true)
    expect(unhandled).toEqual([])
  })

  test('and end again as soon as they are open are not opened a hundred times a second', async () => {
    const before = opens()
    for (const until = performance.now() + 1_500; performance.now() < until; ) {
      here.far.sockets.drop()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const tried = opens() - before
    await here.far.sockets.opened(2)

    expect(tried).toBeGreaterThanOrEqual(2)
    expect(tried).toBeLessThanOrEqual(8)
    expect(unhandled).toEqual([])
  })

  test('while the app is switched off are asked for seldom, and nothing else stops', async () => {
    here.far.appTokens.clear()
    const before = opens()
    here.far.sockets.drop()
    await expect.poll(() => opens() - before).toBe(2)
    await expect.poll(() => here.log.filter((line) => line.includes('open a socket')).length).toBe(2)
    const health = await fetch(`${here.base}/healthz`)
    // The third try would come within a second, were it any other fault.
    await new Promise((resolve) => setTimeout(resolve, 1_200))

    expect(health.status).toBe(200)
    expect(here.adapter.connected()).toBe(false)
    expect(opens() - before).toBe(2)
    expect(unhandled).toEqual([])
  })
})

test('a socket that opens and is never greeted is replaced by one, and none is left after a stop', async () => {
  const mute = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(mute, 'listening')
  const url = `ws://127.0.0.1:${(mute.address() as AddressInfo).port}`
  here.far.fault('apps.connections.open', { kind: 'error', error: '', extra: { ok: true, url } })
  const connection = { hear: async () => 'done' as const }
  const means = { connection, appToken: 'xapp-1', apiUrl: here.far.url, log: createLog('silent') }
  const sockets = createSockets({ ...means, openMs: 1_500 })
  const before = opens()
  await sockets.start()
  await here.far.sockets.opened(4)
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const tried = opens() - before
  const open = here.far.sockets.open
  await sockets.stop()
  mute.close()

  expect(tried).toBe(3)
  expect(open).toBe(4)
  await expect.poll(() => here.far.sockets.open).toBe(2)
})

describe('a socket that ends while its event is handled', () => {
  test('breaks nothing, and the event that comes again acts once and is answered once', async () => {
    here.far.fault('chat.postMessage', { kind: 'slow', ms: 300 })
    const mention = eventCallback('app_mention', { text: '<@UBOT1> reminder add Tea at:2026-12-01T10:00Z' })
    here.far.sockets.sendWithoutWaiting('events_api', mention)
    await expect.poll(() => here.far.callsOf('chat.postMessage').length).toBe(1)
    here.far.sockets.refuse(4, 500)
    here.far.sockets.drop()
    const lost = () => here.log.some((line) => line.includes('an acknowledgement did not reach Slack'))
    await expect.poll(lost).toBe(true)
    const acked = here.far.sockets.acks.length
    await here.far.sockets.opened(1)
    const again = { retry_attempt: 1, retry_reason: 'timeout' }
    await here.far.sockets.send('events_api', mention, again)
    const list = slashCommandFields('/reminder', 'list')
    const after = await here.far.sockets.send('slash_commands', list)

    expect(acked).toBe(0)
    expect(await reminders()).toBe(1)
    expect(here.far.messages).toHaveLength(1)
    expect(JSON.stringify(after.payload)).toContain('Tea')
    expect(unhandled).toEqual([])
  })

  test('and a command: it was done, and the one who typed it finds it so', async () => {
    await slowInserts(here.database, 'reminders', 0.5)
    const add = slashCommandFields('/reminder', 'add Tea at:2026-12-01T10:00Z')
    here.far.sockets.sendWithoutWaiting('slash_commands', add)
    await expect.poll(() => here.far.callsOf('users.info').length).toBe(1)
    here.far.sockets.refuse(4, 500)
    here.far.sockets.drop()
    const lost = () => here.log.some((line) => line.includes('an acknowledgement did not reach Slack'))
    await expect.poll(lost).toBe(true)
    await here.far.sockets.opened(1)
    const after = await here.far.sockets.send('slash_commands', list())

    expect(await reminders()).toBe(1)
    expect(JSON.stringify(after.payload)).toContain('Tea')
    expect(unhandled).toEqual([])
  })
})
