import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { settableClock } from '../../../../src/core/clock.ts'
import type { Json } from '../../../../src/core/json.ts'
import { places } from '../far/defaults.ts'
import { type FarSide, startFarSide } from '../far/farSide.ts'
import { populate } from '../world/people.ts'
import { type Asking, asking, saying } from './asking.ts'

const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
const channel = `/channels/${places.channel}/messages`
const events = `/guilds/${places.guild}/scheduled-events`
const refusal = (status: number, code: number) => ({ status, body: { code } })

let far: FarSide
let call: Asking

beforeAll(async () => {
  far = await startFarSide({ clock })
  populate(far)
  call = asking(far)
})
afterEach(() => {
  far.clear()
  far.messages.length = 0
  far.events.length = 0
  far.allowEvents(places.guild, true)
})
afterAll(() => far.stop())

describe('faults', () => {
  test('are used up by as many calls as they were ordered for, where they were ordered', async () => {
    far.fault('send', { kind: 'status', status: 500 }, 2, places.thread)
    far.fault('send', { kind: 'status', status: 403, code: 50_001 }, 1, places.channel)
    const other = `/channels/${places.thread}/messages`

    expect(await call('POST', channel, saying('Hello'))).toMatchObject(refusal(403, 50_001))
    expect(await call('POST', channel, saying('Hello'))).toMatchObject({ status: 200 })
    expect(await call('POST', other, saying('Hello'))).toMatchObject({ status: 500 })
    expect(await call('POST', other, saying('Hello'))).toMatchObject({ status: 500 })
    expect(await call('POST', other, saying('Hello'))).toMatchObject({ status: 200 })
  })

  test.each([
    [{}, '1.5', 1.5],
    [{ waitIn: 'header' as const }, '1.5', undefined],
    [{ waitIn: 'body' as const }, null, 1.5],
  ])('say how long to wait where it is ordered: %j', async (where, header, inBody) => {
    far.fault('send', { kind: 'status', status: 429, retryAfter: 1.5, ...where })
    const response = await call('POST', channel, saying('Hello'))

    expect(response).toMatchObject({ status: 429, retryAfter: header })
    expect(response.body['retry_after']).toBe(inBody)
  })

  test.each([
    ['reset', true, 0, 'reset before'],
    ['reset', false, 1, 'reset after'],
    ['hang', true, 0, 'hung before'],
    ['hang', false, 1, 'hung after'],
  ] as const)('a %s that comes before all is done: %s', async (kind, before, said, status) => {
    far.fault('send', kind === 'reset' ? { kind, before } : { kind, acts: !before })

    await expect(call('POST', channel, saying('Hello'), { withinMs: 1_000 })).rejects.toThrow()
    expect(far.messages).toHaveLength(said)
    expect(far.callsOf('send')).toMatchObject([{ status }])
  })

  test('an answer comes late', async () => {
    far.fault('me', { kind: 'slow', ms: 120 })
    const began = performance.now()
    await call('GET', '/users/@me')

    expect(performance.now() - began).toBeGreaterThan(100)
  })
})

describe('scheduled events', () => {
  const meeting = (more: Json = {}): Json => ({
    ...{ name: 'ETCIP', privacy_level: 2, entity_type: 3, entity_metadata: { location: 'Vienna' } },
    ...{ scheduled_start_time: '2026-12-12T14:30:00Z', scheduled_end_time: '2026-12-12T16:00:00Z' },
    ...more,
  })

  test('are made, moved, cancelled and taken away', async () => {
    const made = await call('POST', events, meeting())
    const one = `${events}/${String(made.body['id'])}`
    const later = { scheduled_start_time: '2026-12-12T15:00:00Z' }

    expect(made).toMatchObject({ status: 200, body: { status: 1, guild_id: places.guild } })
    expect(await call('PATCH', one, later)).toMatchObject({ body: later })
    expect(await call('GET', events)).toMatchObject({ body: [{ name: 'ETCIP', ...later }] })
    expect(await call('PATCH', one, { status: 4 })).toMatchObject({ body: { status: 4 } })
    expect(await call('GET', events)).toMatchObject({ body: [] })
    expect(await call('PATCH', one, { name: 'Other' })).toMatchObject(refusal(400, 180_000))
    expect(await call('DELETE', one)).toMatchObject({ status: 204 })
    expect(await call('PATCH', one, { name: 'Other' })).toMatchObject(refusal(404, 10_070))
    expect(far.problems).toEqual([])
  })

  test.each<[string, Json]>([
    ['in the past', { scheduled_start_time: '2026-11-21T11:59:59Z' }],
    ['without an end', { scheduled_end_time: undefined }],
    ['that ends before it starts', { scheduled_end_time: '2026-12-12T14:00:00Z' }],
    ['without a place', { entity_metadata: undefined }],
    ['with a place too long', { entity_metadata: { location: 'x'.repeat(101) } }],
    ['with a name too long', { name: 'x'.repeat(101) }],
    ['with a description too long', { description: 'x'.repeat(1_001) }],
  ])('%s are refused', async (_name, change) => {
    expect(await call('POST', events, meeting(change))).toMatchObject(refusal(400, 50_035))
    expect(far.events).toEqual([])
  })

  test('are at most a hundred in a server, and of a bot that may', async () => {
    for (let made = 0; made < 100; made += 1) await call('POST', events, meeting())
    expect(await call('POST', events, meeting())).toMatchObject(refusal(400, 30_038))
    far.allowEvents(places.guild, false)

    expect(await call('POST', events, meeting())).toMatchObject(refusal(403, 50_013))
  })
})
