import { setTimeout } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { focal, type World, world } from '../../../support/world.ts'

let first: World
let second: World | undefined
afterEach(async () => {
  await second?.bot.stop()
  second = undefined
  await first.bot.stop()
  await first.database.drop()
})

const many = 400

test('what an orderly stop leaves undone is unclaimed at once, and the next process says it once', async () => {
  const texts: string[] = []
  const post = async (_: unknown, __: unknown, key: string) => {
    texts.push(key)
    await setTimeout(5)
  }
  first = await world({ post })
  const { store } = first.database
  const { rows } = await store.pool.query<{ id: number; priority: number }>(`
    insert into notices (key, person_id, kind, subject, body, queued_at, state, created_at)
    select 'n' || n, p.id, 'invitation', 'meeting:1', '{"summary":[{"kind":"text","text":"Come."}],"blocks":[]}',
      '2026-11-21T12:00:00Z', 'queued', '2026-11-21T12:00:00Z'
    from generate_series(1, ${many}) n, people p where p.email = '${focal('cted')}' returning id, priority`)
  await store.kysely.transaction().execute((trx) => first.bot.services.jobs.deliver(trx, rows))
  first.bot.services.jobs.wake()
  await expect.poll(() => texts.length, { interval: 5 }).toBeGreaterThan(20)
  await first.bot.stop()
  const before = texts.length
  const claimed = await store.pool.query('select notice_id from waiting where claim is not null')
  const active = await store.pool.query(
    "select id from pgboss.job where name = 'deliver' and state = 'active'",
  )

  expect(before).toBeLessThan(many)
  expect(claimed.rows).toEqual([])
  expect(active.rows).toEqual([])
  second = await world({ database: first.database, post })
  await second.bot.settle({ ticks: false })
  expect(texts).toHaveLength(many)
  expect(new Set(texts).size).toBe(many)
})
