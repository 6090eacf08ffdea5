import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { rawQueries } from '../../../db/store/prepared.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

let database: TestDatabase
let pool: pg.Pool

beforeEach(async () => {
  database = await testDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 1 })
})

afterEach(async () => {
  await pool.end()
  await database.drop()
})

async function prepared(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements')
  return rows.map(({ statement }) => statement)
}

test('a statement of a library is prepared from its second use on, and gets its values each time', async () => {
  const ask = rawQueries(pool)
  const doubled = 'select $1::int * 2 as n'

  expect((await ask(doubled, [1])).rows).toEqual([{ n: 2 }])
  expect(await prepared()).toEqual([])
  expect((await ask(doubled, [2])).rows).toEqual([{ n: 4 }])
  expect((await ask(doubled, [3])).rows).toEqual([{ n: 6 }])
  expect(await prepared()).toEqual([doubled])
})

test('several statements in one text run as they are', async () => {
  const ask = rawQueries(pool)
  const several = 'select 1 as n; select 2 as n'
  for (let turn = 0; turn < 3; turn += 1) await ask(several)
  for (let turn = 0; turn < 3; turn += 1) await ask(several, [])

  expect(await prepared()).toEqual([])
})
