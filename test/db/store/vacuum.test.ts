import { afterEach, beforeEach, expect, test } from 'vitest'

import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { vacuumWorn } from '../../../db/store/embedded/vacuum.ts'

let store: Store
beforeEach(async () => {
  store = await openDatabase({})
  await store.pool.query('create table doors (id int primary key, "wall" text)')
  await store.pool.query('create table "two words" (id int)')
})
afterEach(() => store.close())

const size = async () => {
  const { rows } = await store.pool.query<{ bytes: number }>("select pg_relation_size('doors') as bytes")
  return rows[0]?.bytes ?? 0
}

test('a table of the embedded store that is written to for months stays as small as what it holds', async () => {
  await store.pool.query("insert into doors select n, 'north' from generate_series(1, 1000) n")
  await vacuumWorn(store.pool)
  const before = await size()
  for (let day = 1; day <= 30; day++) {
    await store.pool.query('update doors set wall = $1', [`wall ${day}`])
    await vacuumWorn(store.pool)
  }

  expect(await size()).toBeLessThan(4 * before)
})

test('what the planner goes by is counted once a tenth has changed, and nothing is done before', async () => {
  await store.pool.query("insert into doors select n, 'north' from generate_series(1, 1000) n")
  await store.pool.query('insert into "two words" select n from generate_series(1, 100) n')
  expect(await vacuumWorn(store.pool)).toEqual(['public."two words"', 'public.doors'])
  expect(await vacuumWorn(store.pool)).toEqual([])
  await store.pool.query('delete from doors where id < 90')
  expect(await vacuumWorn(store.pool)).toEqual([])
  const { rows } = await store.pool.query(
    "select n_distinct from pg_stats where tablename = 'doors' and attname = 'wall'",
  )
  expect(rows).toEqual([{ n_distinct: 1 }])
})
