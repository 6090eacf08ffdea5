import { afterEach, beforeEach, expect, test } from 'vitest'

import { holdPace, lookAtPaces, sweepPaces, takePaceTurn } from '../../../db/ledger/paces.ts'
import type { Store } from '../../../db/store/connect.ts'
import { openDatabase } from '../../../db/store/connect.ts'
import { type TestDatabase, testDatabase } from '../../support/database.ts'

let database: TestDatabase
let stores: readonly Store[]
beforeEach(async () => {
  database = await testDatabase()
  const { url } = database
  stores = [await openDatabase({ url }), await openDatabase({ url }), await openDatabase({ url })]
})
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()))
  await database.drop()
})

const rules = [
  { turns: 3, ms: 200 },
  { turns: 5, ms: 450 },
]

/** Notes each turn that is given, as the server's clock has it. */
async function noteTurns(): Promise<void> {
  await database.store.pool.query(`
    create table given (key text, at timestamptz);
    create function note() returns trigger language plpgsql as $$ begin
      insert into given values (new.key, new.taken[cardinality(new.taken)]); return new; end $$;
    create trigger note after insert or update on pace_turns for each row execute function note()`)
}

async function given(key: string): Promise<readonly number[]> {
  const { rows } = await database.store.pool.query<{ ms: number }>(
    'select (extract(epoch from at) * 1000)::float8 as ms from given where key = $1 order by at',
    [key],
  )
  return rows.map(({ ms }) => ms)
}

test('three processes that ask for turns without a pause together keep within every rule', async () => {
  await noteTurns()
  const asking = stores.map(async ({ kysely }) => {
    for (let got = 0; got < 5; ) if ((await takePaceTurn(kysely, 'slack T1:C1', rules)) === 0) got += 1
  })
  await Promise.all(asking)
  const at = await given('slack T1:C1')

  expect(at).toHaveLength(15)
  for (const { turns, ms } of rules) {
    const spans = at.slice(turns).map((one, index) => one - (at[index] ?? 0))
    expect(Math.min(...spans)).toBeGreaterThanOrEqual(ms)
  }
})

test('a turn that is not to be had yet comes after the time that was named', async () => {
  const [one, other] = stores
  if (!one || !other) throw new Error('no stores')
  const hourly = [{ turns: 1, ms: 3_600_000 }]

  expect(await takePaceTurn(one.kysely, 'a', hourly)).toBe(0)
  expect(await takePaceTurn(other.kysely, 'b', hourly)).toBe(0)
  const wait = await takePaceTurn(other.kysely, 'a', hourly)
  expect(wait).toBeGreaterThan(3_590_000 - 60_000)
  expect(wait).toBeLessThanOrEqual(3_600_000)
})

test('a pause that a platform asked one process for holds for all, is not shortened, and ends', async () => {
  const [one, other] = stores
  if (!one || !other) throw new Error('no stores')
  await holdPace(one.kysely, 'a', 600_000)
  await holdPace(other.kysely, 'a', 1)

  expect(await takePaceTurn(other.kysely, 'a', rules)).toBeGreaterThan(500_000)
  expect((await lookAtPaces(other.kysely)).held.map(({ key }) => key)).toEqual(['a'])
  await database.store.pool.query(`update pace_turns set held_until = clock_timestamp() - interval '1 ms'`)
  expect(await takePaceTurn(other.kysely, 'a', rules)).toBe(0)
  expect((await lookAtPaces(other.kysely)).held).toEqual([])
})

test('what no limit counts any more is deleted, and nothing else', async () => {
  const { pool, kysely } = database.store
  await pool.query(`insert into pace_turns values
    ('old', array[clock_timestamp() - interval '2 hours'], null), ('over', '{}', clock_timestamp() - interval '1 s'),
    ('held', '{}', clock_timestamp() + interval '1 hour'), ('used', array[clock_timestamp()], null)`)
  await sweepPaces(kysely)
  const { rows } = await pool.query('select key from pace_turns order by key')

  expect(rows).toEqual([{ key: 'held' }, { key: 'used' }])
})
