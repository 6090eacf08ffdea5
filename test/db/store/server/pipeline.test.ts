import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { type TestDatabase, testDatabase } from '../../../support/database.ts'

let database: TestDatabase

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(() => database.drop())

async function asked(number: number): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`select ${number}::int as number`.execute(
    database.store.lookUps,
  )
  return rows[0]?.number
}

async function session(): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.store.lookUps)
  return rows[0]?.pid ?? 0
}

test('each of a hundred look-ups at once gets its own answer', async () => {
  const numbers = Array.from({ length: 100 }, (_, at) => at)

  expect(await Promise.all(numbers.map(asked))).toEqual(numbers)
})

test('a hundred look-ups at once go over one connection', async () => {
  const pids = await Promise.all(Array.from({ length: 20 }, session))

  expect(new Set(pids).size).toBe(1)
})

test('a look-up that fails fails alone', async () => {
  const wrong = sql`select 1 / 0`.execute(database.store.lookUps)
  const outcomes = await Promise.allSettled([asked(1), wrong, asked(2)])

  expect(outcomes).toMatchObject([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: { message: 'division by zero' } },
    { status: 'fulfilled', value: 2 },
  ])
})

test('a look-up whose connection is lost fails, and the next one has a new connection', async () => {
  const before = await session()
  const under = sql`select pg_sleep(20)`.execute(database.store.lookUps)
  const failed = expect(under).rejects.toThrow(/terminat/)
  await expect
    .poll(async () => {
      const { rows } = await database.store.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where pid = $1 and query like '%pg_sleep%'`,
        [before],
      )
      return rows.length
    })
    .toBe(1)
  await failed

  await expect.poll(() => asked(3).catch(() => 0)).toBe(3)
  expect(await session()).not.toBe(before)
})

test('a look-up holds no connection of the pool', async () => {
  const { pool } = database.store
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  const answer = await asked(4)
  for (const client of held) client.release()

  expect(answer).toBe(4)
})

test('nothing is asked of a store that is closed', async () => {
  await asked(5)
  await database.store.close()

  await expect(asked(6)).rejects.toThrow('the store is closed')
})
