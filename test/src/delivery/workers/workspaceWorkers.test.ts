import { setTimeout } from 'node:timers/promises'

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { features } from '../../../../commands/index.ts'
import { queueNotices } from '../../../../db/ledger/enterNotices.ts'
import { type Bot, createBot } from '../../../../src/bot/bot.ts'
import type { Adapter, Recipient } from '../../../../src/core/adapter.ts'
import { settableClock } from '../../../../src/core/clock.ts'
import { DeliveryError } from '../../../../src/core/errors.ts'
import type { Urgency } from '../../../../src/core/feature/rule.ts'
import { message } from '../../../../src/core/message.ts'
import { createLog } from '../../../../src/process/log.ts'
import { type TestDatabase, testDatabase } from '../../../support/database.ts'

const now = new Date('2026-11-26T12:00:00Z')

let database: TestDatabase
let bot: Bot
let people: readonly number[]
let said: { readonly account: string; readonly key: string }[]
let post: (to: Recipient) => Promise<void>

beforeEach(async () => {
  database = await testDatabase()
  said = []
  post = async () => undefined
  const { rows } = await database.store.pool.query<{ id: number }>(
    'select id from people where not is_secretariat order by id limit 2',
  )
  people = rows.map(({ id }) => id)
  for (const [index, personId] of people.entries()) {
    await database.store.pool.query(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       values ('slack', $1, $2, $3, now(), 'sample')`,
      [`T${index}`, `U${index}`, personId],
    )
  }
  const adapter: Adapter = {
    ...{ name: 'slack', reachesByEmail: false, lanes: 8 },
    start: async () => undefined,
    stop: async () => undefined,
    announce: async () => undefined,
    changed: () => undefined,
    connected: () => true,
    async post(to, _, key) {
      await post(to)
      said.push({ account: to.account, key })
    },
  }
  bot = createBot({ features, store: database.store, clock: settableClock(now), log: createLog('silent') })
  bot.join(adapter)
  await bot.start()
})

afterEach(async () => {
  await bot.stop()
  await database.drop()
})

async function enter(
  name: string,
  whom: readonly (number | undefined)[],
  urgency: Urgency,
): Promise<readonly number[]> {
  const notices = whom.map((personId, index) => ({
    ...{ key: `${name}:${index}`, kind: 'test', subject: 'test:1', message: message('Hear this.'), urgency },
    ...(personId === undefined ? {} : { personId }),
  }))
  const queued = await database.store.kysely.transaction().execute(async (trx) => {
    const entered = await queueNotices(trx, notices, now)
    await bot.services.jobs.deliver(trx, entered)
    return entered
  })
  return queued.map(({ id }) => id)
}

test('a workspace that does not answer keeps no other one waiting', async () => {
  let answer: () => void = () => undefined
  const silent = new Promise<void>((resolve) => {
    answer = resolve
  })
  post = async ({ tenant }) => (tenant === 'T0' ? silent : undefined)
  await enter(
    'stalled',
    Array.from({ length: 60 }, () => people[0]),
    'normal',
  )
  bot.services.jobs.wake()
  await enter(
    'other',
    Array.from({ length: 60 }, () => people[1]),
    'normal',
  )
  bot.services.jobs.wake()
  await expect.poll(() => said.length).toBe(60)
  expect(new Set(said.map(({ account }) => account))).toEqual(new Set(['U1']))

  answer()
  await bot.settle({ ticks: false })
  expect(said).toHaveLength(120)
})

test('what is urgent is said before most of a call to a thousand', async () => {
  let urgent: Promise<readonly number[]> | undefined
  // It comes to be while the first of the call are on their way.
  post = async () => {
    urgent ??= enter('cancelled', [people[1]], 'urgent')
    await urgent
  }
  await enter(
    'call',
    Array.from({ length: 1_050 }, () => people[0]),
    'bulk',
  )
  await bot.settle({ ticks: false })
  const [id] = (await urgent) ?? []

  expect(said).toHaveLength(1_051)
  expect(said.findIndex(({ key }) => key === `n${id}`)).toBeLessThan(150)
})

test('what is said to one person comes in the order in which it came to be, and once', async () => {
  const ids = await enter(
    'word',
    Array.from({ length: 200 }, (_, index) => people[index % 2]),
    'normal',
  )
  await bot.settle({ ticks: false })
  const keysOf = (account: string) => said.filter((one) => one.account === account).map(({ key }) => key)

  expect(keysOf('U0')).toEqual(ids.filter((_, index) => index % 2 === 0).map((id) => `n${id}`))
  expect(keysOf('U1')).toEqual(ids.filter((_, index) => index % 2 === 1).map((id) => `n${id}`))
})

test('a call to a thousand is some dozens of jobs, each done when the last of its notices has ended', async () => {
  post = async ({ account }) => {
    if (account === 'U1') throw new DeliveryError('Wait.', { kind: 'paced', afterSeconds: 30 })
  }
  const ids = await enter(
    'call',
    Array.from({ length: 1_050 }, (_, index) => people[index === 7 ? 1 : 0]),
    'bulk',
  )
  const before = await jobs('created')
  await bot.settle({ ticks: false })

  expect(before.length).toBeLessThan(60)
  expect(before.flatMap(({ noticeIds }) => noticeIds)).toEqual(expect.arrayContaining([...ids]))
  expect(said).toHaveLength(1_049)
  expect(await jobs('active')).toEqual([])
  expect(await jobs('completed')).toHaveLength(before.length)
  expect(await jobs('created')).toEqual([{ noticeIds: [ids[7]], priority: expect.any(Number) }])
})

test('while a workspace has more than it can start, others are looked for a few times a second', async () => {
  const look = vi.spyOn(database.store.pool, 'query')
  post = () => setTimeout(5)
  await enter(
    'call',
    Array.from({ length: 400 }, () => people[0]),
    'bulk',
  )
  const from = performance.now()
  await bot.settle({ ticks: false })
  const looks = look.mock.calls.filter(([text]) => String(text).includes('group_id <> ALL'))

  expect(looks.length).toBeLessThan(5 + (performance.now() - from) / 100)
})

test('a job that was queued by a former version, and names one notice, is delivered', async () => {
  const [id] = await enter('former', [people[0]], 'normal')
  await database.store.pool.query(
    "update pgboss.job set data = jsonb_build_object('noticeId', $1::int) where name = 'deliver'",
    [id],
  )
  await bot.settle({ ticks: false })

  expect(said).toEqual([{ account: 'U0', key: `n${id}` }])
  expect(await jobs('completed')).toHaveLength(1)
})

async function jobs(state: string): Promise<readonly { readonly noticeIds: readonly number[] }[]> {
  const { rows } = await database.store.pool.query<{ data: { noticeIds: number[] } }>(
    "select data from pgboss.job where name = 'deliver' and state = $1::pgboss.job_state",
    [state],
  )
  return rows.map(({ data }) => data)
}
