import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { TestDatabase } from '../../support/database.ts'
import { type FaultSetup, setUpFaults } from '../../support/faults/setUpFaults.ts'
import type { ServerProxy } from '../../support/proxy.ts'
import type { FarSide } from '../../support/slack/farSide.ts'
import { marks } from '../../support/slack/marks.ts'
import {
  act,
  ask,
  farSide,
  linkEverybody,
  mention,
  numberIn,
  type Served,
  sent,
  serve,
  tell,
} from '../../support/slack/served.ts'

let ground: FaultSetup<FarSide>
let database: TestDatabase
let proxy: ServerProxy
let far: FarSide
beforeEach(async () => {
  ground = await setUpFaults(() => farSide())
  ;({ database, proxy, far } = ground)
})
afterEach(() => ground.end())

const start = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 16)

function reminders(): Promise<number> {
  return numberIn(database, 'select count(*) from reminders')
}

async function readiness({ base }: Served): Promise<number> {
  return (await fetch(`${base}/readyz`)).status
}

/** How many notices the jobs name. */
function inJobs(state: 'created' | 'active'): Promise<number> {
  const later = state === 'created' ? 'and start_after > now()' : ''
  return numberIn(
    database,
    `select coalesce(sum(jsonb_array_length(data -> 'noticeIds')), 0) from pgboss.job where name = 'deliver' and state = '${state}' ${later}`,
  )
}

function waiting(): Promise<number> {
  return numberIn(database, `select count(*) from ledger where state in ('queued', 'sending')`)
}

describe('Postgres that cannot be reached', () => {
  test('is said with a reference to the caller alone, and nothing is changed', async () => {
    const program = await serve(proxy, far)
    proxy.cut()
    const down = await ask(far, program, 'reminder', `add Tea at:${start}Z`)
    const form = await act(program, sent('V88', 'reminder add', { text: 'Tea', at: `${start}Z` }))
    proxy.restore()
    const up = await ask(far, program, 'reminder', `add Tea at:${start}Z`)
    const reference = /reference ([0-9A-F]{8})/.exec(String(down.json?.['text']))?.[1] ?? 'none'

    expect(down.status).toBe(200)
    expect(down.json?.['response_type']).toBe('ephemeral')
    expect(down.json?.['text']).toContain('nothing was changed')
    expect(program.errors.join('')).toContain(reference)
    expect(form.json?.['response_action']).toBe('update')
    expect(JSON.stringify(form.json)).toMatch(/Something went wrong on our side.*"initial_value":"Tea"/)
    expect(up.json?.['text']).toContain('I will remind you')
    expect(await reminders()).toBe(1)
  })

  test('is said so also to somebody who was never seen before', async () => {
    const program = await serve(proxy, far)
    far.addUser('T1', { id: 'U2', email: 'focal.cted@compact.example', realName: 'CTED' })
    proxy.cut()
    const down = await ask(far, program, 'reminder', `add Tea at:${start}Z`, { user_id: 'U2' })
    proxy.restore()
    const up = await ask(far, program, 'reminder', `add Tea at:${start}Z`, { user_id: 'U2' })

    expect(down.status).toBe(200)
    expect(down.json?.['response_type']).toBe('ephemeral')
    expect(down.json?.['text']).toMatch(/nothing was changed.* reference [0-9A-F]{8}/)
    expect(up.json?.['text']).toContain('I will remind you')
  })

  test.each(['U1', 'U2'])('brings an event back, which is then done once (%s)', async (user) => {
    const program = await serve(proxy, far)
    far.addUser('T1', { id: 'U2', email: 'focal.cted@compact.example', realName: 'CTED' })
    const given = mention(`reminder add Tea at:${start}Z`)
    const event = { ...given, event: { ...Object(given['event']), user } }
    proxy.cut()
    const first = await tell(program, event)
    const second = await tell(program, event, 1)
    const before = await reminders()
    const saidBefore = far.messages.length
    proxy.restore()
    const third = await tell(program, event, 2)
    const fourth = await tell(program, event, 3)

    expect([first.status, second.status]).toEqual([503, 503])
    expect(before).toBe(0)
    expect(saidBefore).toBe(0)
    expect([third.status, fourth.status]).toEqual([200, 200])
    await expect.poll(() => far.messages.length).toBe(1)
    expect(await reminders()).toBe(1)
  })

  test('is told by /readyz and ends no process; what was queued before goes on after', async () => {
    await linkEverybody(database, far)
    // Slack asks to wait a little with each, and in that time Postgres goes.
    far.fault('chat.postMessage', { kind: 'status', status: 429, retryAfter: 8 }, 1_000)
    const program = await serve(proxy, far)
    const before = await readiness(program)
    await ask(far, program, 'meeting', `schedule Plenary wg:NARS start:${start}Z`)
    const queued = await waiting()
    // All are given back, to come later.
    await expect
      .poll(async () => [await inJobs('active'), await inJobs('created')], { interval: 10 })
      .toEqual([0, queued])
    proxy.cut()
    far.clear()
    await expect.poll(() => readiness(program)).toBe(503)
    const alive = await fetch(`${program.base}/healthz`)
    const saidMeanwhile = far.messages.length
    proxy.restore()
    await expect.poll(() => readiness(program)).toBe(200)
    await expect.poll(waiting, { interval: 200 }).toBe(0)

    expect(before).toBe(200)
    expect(queued).toBeGreaterThan(3)
    expect(alive.status).toBe(200)
    expect(saidMeanwhile).toBe(0)
    expect(await numberIn(database, `select count(*) from ledger where state = 'sent'`)).toBe(queued)
    expect(new Set(marks(far)).size).toBe(queued)
    expect(marks(far)).toHaveLength(queued)
    expect(program.process.exitCode).toBe(null)
  })
})
