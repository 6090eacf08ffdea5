import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { afterEach, expect, test } from 'vitest'

import { oauthWorld } from '../../../support/slack/installed.ts'
import type { SlackWorld } from '../../../support/slack/world.ts'

let here: SlackWorld
afterEach(() => here.end())

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function heapMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 1_000_000
}

/** How many rows every table has. */
async function rows(): Promise<unknown> {
  const { pool } = here.database.store
  const found = await pool.query<{ name: string }>(
    `select schemaname || '."' || tablename || '"' as name from pg_tables where schemaname in ('public', 'pgboss') order by 1`,
  )
  const counts: [string, unknown][] = []
  for (const { name } of found.rows) {
    const counted = await pool.query<{ n: number }>(`select count(*)::int as n from ${name}`)
    counts.push([name, counted.rows[0]?.n])
  }
  return counts
}

/** One of what anybody on the internet may send; its status. */
async function send(at: number): Promise<number> {
  const { base } = here
  const body = JSON.stringify({ type: 'event_callback', at, padding: 'x'.repeat(2_000) })
  const forged = { 'x-slack-signature': `v0=${'0'.repeat(64)}`, 'x-slack-request-timestamp': '1763726400' }
  const answer =
    at % 4 === 3
      ? await fetch(`${base}/slack/install`, { redirect: 'manual' })
      : await fetch(`${base}/slack/events`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(at % 2 === 0 ? forged : {}) },
          body,
        })
  await answer.text()
  return answer.status
}

async function flood(from: number, count: number): Promise<readonly number[]> {
  const statuses: number[] = []
  for (let at = from; at < from + count; at += 50)
    statuses.push(...(await Promise.all(Array.from({ length: 50 }, (_, one) => send(at + one)))))
  return statuses
}

test('two thousand unsigned requests leave store and memory as they were, and a signed one is answered', async () => {
  here = await oauthWorld()
  await flood(0, 200)
  const [before, heap, logged] = [await rows(), heapMegabytes(), here.log.length]
  const statuses = await flood(200, 2_000)
  const grown = heapMegabytes() - heap

  expect(
    statuses.every((status) => status === 302 || status === 200 || (status >= 400 && status < 500)),
  ).toBe(true)
  expect(
    statuses.filter((status) => status === 401 || status === 403 || status === 429).length,
  ).toBeGreaterThan(1_400)
  expect(await rows()).toEqual(before)
  expect(grown).toBeLessThan(8)
  expect(here.log.length - logged).toBeLessThan(10)
  expect((await here.command('/help')).status).toBe(200)
})
