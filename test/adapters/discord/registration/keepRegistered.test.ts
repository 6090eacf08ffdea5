import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Api } from '../../../../adapters/discord/api/api.ts'
import {
  createRegistering,
  type KeptRegistered,
} from '../../../../adapters/discord/registration/keepRegistered.ts'
import { features } from '../../../../commands/index.ts'
import { CallError } from '../../../../src/chat/delivery/failure.ts'
import type { Catalog } from '../../../../src/core/catalog.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import type { Message } from '../../../../src/core/message.ts'
import { memoryKeep } from '../../../support/stubHost.ts'

let kept: KeptRegistered | undefined
afterEach(async () => {
  vi.restoreAllMocks()
  await kept?.stop()
})

/** A process that is to register, and Discord, which fails with each of these first. */
function process(...faults: readonly CallError[]) {
  const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
  const left = [...faults]
  const calls: string[] = []
  const alerts: string[] = []
  const log: string[] = []
  const api: Api = {
    async call({ method }) {
      calls.push(method)
      const fault = left.shift()
      if (fault) throw fault
      return []
    },
  }
  const note = (_: object, text: string) => void log.push(text)
  const keep = memoryKeep(clock)
  const begin = (catalog: Catalog = features, firstWaitMs = 5) => {
    kept = createRegistering({
      ...{ api, keep, clock, catalog, firstWaitMs },
      settings: { applicationId: '10000000000000001', commandGuild: undefined },
      log: { info: note, warn: note, error: note },
      async alert(key: string, message: Message) {
        alerts.push(`${key} ${JSON.stringify(message)}`)
      },
    })
    kept.start()
    return kept
  }
  return { begin, calls, alerts, log, keep, clock }
}

const away = () => new CallError('Discord said 503.', { status: 503 })

describe('commands that could not be registered at the start', () => {
  test.each([
    ['Discord is out of order', away],
    ['Discord cannot be reached', () => new CallError('No answer.', { unsent: true })],
    ['Discord asks for a pause', () => new CallError('Limited.', { status: 429, retryAfter: 0.01 })],
  ])('are tried again until they are, where %s, and nobody is troubled', async (_, fault) => {
    const { begin, calls, alerts } = process(fault(), fault(), fault())
    begin()

    await expect.poll(() => calls).toEqual(['GET', 'GET', 'GET', 'GET', 'PUT'])
    expect(alerts).toEqual([])
  })

  test('are told of once when it goes on for ten minutes', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0)
    const { begin, calls, alerts } = process(...Array.from({ length: 6 }, away))
    begin()
    await expect.poll(() => calls.length).toBeGreaterThan(2)
    expect(alerts).toEqual([])
    now.mockReturnValue(601_000)

    await expect.poll(() => calls.at(-1)).toBe('PUT')
    expect(alerts).toHaveLength(1)
    expect(alerts[0]).toMatch(/^discord:commands .*out of order/)
  })

  test.each([
    [401, undefined, /DISCORD_TOKEN/],
    [403, 50_001, /DISCORD_APPLICATION_ID/],
    [400, 30_034, /200 new commands a day/],
  ])('are told of at once where they need a hand (%i, %s)', async (status, code, word) => {
    const { begin, calls, alerts } = process(new CallError('No.', { status, code }))
    begin()

    await expect.poll(() => alerts).toHaveLength(1)
    expect(alerts[0]).toMatch(word)
    expect(alerts[0]).toContain('every five minutes; once it works, you hear nothing more of it')
    expect(calls).toHaveLength(1)
  })

  test('are tried once where Discord would not take them', async () => {
    const { begin, calls, alerts, log } = process()
    const [first] = features
    begin(first ? [first, first] : [])

    await expect.poll(() => alerts).toHaveLength(1)
    expect(alerts[0]).toMatch(/same name/)
    expect([calls, log.length]).toEqual([[], 1])
  })

  test('are taken over from a replica that ended in the middle', async () => {
    const { begin, calls, keep, clock } = process()
    const lease = { platform: 'discord', kind: 'registering', tenant: '-', key: 'commands' }
    await keep.claim(lease, {}, { expiresAt: new Date('2026-11-21T12:01:00Z') })
    begin()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(calls).toEqual([])
    clock.set(new Date('2026-11-21T12:01:01Z'))

    await expect.poll(() => calls).toEqual(['GET', 'PUT'])
  })

  test('are not tried again by a process that stops', async () => {
    const { begin, calls } = process(away(), away())
    const registering = begin(features, 60)
    await expect.poll(() => calls.length).toBe(1)
    await registering.stop()
    await new Promise((resolve) => setTimeout(resolve, 100))

    expect(calls).toHaveLength(1)
  })
})
