import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { settableClock } from '../../../../src/core/clock.ts'
import { createNoticeQueue, type NoticeQueue } from '../../../../src/delivery/queue/noticeQueue.ts'
import { type TestDatabase, testDatabase } from '../../../support/database.ts'

const now = new Date('2026-11-26T12:00:00Z')

let database: TestDatabase
let boss: PgBoss
let queue: NoticeQueue
/** The statements that fail. */
let broken: RegExp | undefined

beforeEach(async () => {
  broken = undefined
  database = await testDatabase()
  const { pool, embedded } = database.store
  boss = new PgBoss({
    db: {
      async executeSql(text, values) {
        if (broken?.test(text)) throw new Error('the store is away')
        return pool.query(text, values)
      },
    },
    ...{ backend: embedded ? 'pglite' : 'postgres', schedule: false, supervise: false },
  })
  await boss.start()
  await boss.createQueue('calls')
  queue = createNoticeQueue(boss, 'calls', settableClock(now))
  // The first use of a queue reads it through the pool, which a transaction on the embedded store must not do.
  await queue.fetch(1, [])
})

afterEach(async () => {
  await boss.stop({ close: false })
  await database.drop()
})

async function add(priorities: readonly number[]): Promise<void> {
  const notices = priorities.map((priority, index) => ({ id: index + 1, priority }))
  await database.store.kysely.transaction().execute((trx) => queue.add(trx, notices))
}

async function waiting(state: string): Promise<readonly (readonly number[])[]> {
  const { rows } = await database.store.pool.query<{ data: { noticeIds: number[] } }>(
    "select data from pgboss.job where name = 'calls' and state = $1::pgboss.job_state order by start_after",
    [state],
  )
  return rows.map(({ data }) => data.noticeIds)
}

const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test('after a lone notice a call to a thousand is not fetched as a whole, so that what is urgent can pass it', async () => {
  await add([0])
  const lone = await queue.fetch(500, [])
  await add(Array.from({ length: 1_050 }, () => 0))
  const some = await queue.fetch(500, [])

  expect(lone.jobs).toHaveLength(1)
  expect(some.jobs).toHaveLength(500)
})

test('what is more urgent shares no job with the rest, and is fetched first', async () => {
  await add([0, 10, 0])
  const { jobs } = await queue.fetch(1, [])

  expect(jobs.map(({ noticeId, priority }) => [noticeId, priority])).toEqual([[2, 10]])
})

test('a job is done with its last notice, and each that is to be tried again waits for its own time', async () => {
  await add([0, 0, 0])
  const { jobs } = await queue.fetch(3, [])
  const [first, second, third] = jobs
  if (!first || !second || !third) throw new Error('three were added')
  await queue.end([
    { job: first, later: inSeconds(60) },
    { job: second, later: inSeconds(30) },
  ])
  expect(await waiting('active')).toEqual([[1, 2, 3]])
  expect(await waiting('created')).toEqual([[2], [1]])

  await queue.end([{ job: third }])
  expect(await waiting('active')).toEqual([])
})

test('a notice whose end could not be recorded is counted once', async () => {
  await add([0, 0])
  const { jobs } = await queue.fetch(2, [])
  const ended = jobs.slice(0, 1).map((job) => ({ job, later: inSeconds(30) }))
  broken = /./
  await expect(queue.end(ended)).rejects.toThrow('the store is away')
  broken = undefined
  await queue.end(ended)

  expect(await waiting('active')).toEqual([[1, 2]])
})

test('a job is not done while one of its notices is not sure to be tried again', async () => {
  await add([0, 0])
  const { jobs } = await queue.fetch(2, [])
  const [first, second] = jobs
  if (!first || !second) throw new Error('two were added')
  broken = /insert/i
  const [again] = await Promise.allSettled([
    queue.end([{ job: first, later: inSeconds(30) }]),
    queue.end([{ job: second }]),
  ])

  expect(again.status).toBe('rejected')
  expect(await waiting('active')).toEqual([[1, 2]])
})
