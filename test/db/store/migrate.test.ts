import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, test } from 'vitest'
import { migrations } from '../../../db/migrations/index.ts'
import { loadSample } from '../../../db/samples/compact.ts'
import { openDatabase } from '../../../db/store/connect.ts'
import { migrate } from '../../../db/store/migrate.ts'
import { embeddedStore } from '../../support/clones/embedded.ts'
import { emptyDatabase, type TestDatabase, testDatabase } from '../../support/database.ts'

let database: TestDatabase | undefined
afterEach(async () => {
  await database?.drop()
  database = undefined
})

describe('migrations', () => {
  test('of several processes that start at once are made once', async () => {
    database = await emptyDatabase()
    const others = await Promise.all([1, 2, 3].map(() => openDatabase({ url: database?.url ?? '' })))
    await Promise.all([database.store, ...others].map((store) => migrate(store)))
    const loaded = await Promise.all([database.store, ...others].map((store) => loadSample(store)))
    await Promise.all(others.map((store) => store.close()))

    const entities = await database.store.pool.query('select count(*)::int as n from entities')
    expect(loaded.filter(Boolean)).toHaveLength(1)
    expect(entities.rows[0].n).toBe(46)
  })

  test('have each a number of their own, in order', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1))
  })

  test('of a newer program are refused with both numbers', async () => {
    database = await testDatabase()
    await database.store.pool.query(`insert into schema_migrations (number, name) values (99, 'tomorrow')`)

    await expect(migrate(database.store)).rejects.toThrow(
      /at schema 99, and this program knows schemas up to \d+/,
    )
  })

  test('that fail leave nothing behind', async () => {
    database = await testDatabase()
    const broken = [
      ...migrations,
      { number: 1000, name: 'broken', sql: 'create table half (id int); select nonsense' },
    ]

    await expect(migrate(database.store, broken)).rejects.toThrow('nonsense')
    const half = await database.store.pool.query(`select to_regclass('half') as half`)
    expect(half.rows[0].half).toBeNull()
    await migrate(database.store)
  })
})

describe('the sample', () => {
  test('is never loaded into a store that has data', async () => {
    database = await emptyDatabase()
    await migrate(database.store)
    await database.store.pool.query(`insert into people (name) values ('Somebody')`)

    expect(await loadSample(database.store)).toBe(false)
    const entities = await database.store.pool.query('select count(*)::int as n from entities')
    expect(entities.rows[0].n).toBe(0)
  })

  test('has 39 members and 6 observers, an account for each, and the secretariat', async () => {
    database = await testDatabase()
    const counts = await database.store.pool.query(
      `select (select count(*) from entities where kind = 'member')::int as members, (select count(*) from entities where kind = 'observer')::int as observers,
        (select count(*) from people where email like 'focal.%@compact.example')::int as focal, (select count(*) from people where is_secretariat)::int as secretariat,
        (select count(*) from working_groups where pillar is not null)::int as groups,
        exists (select 1 from people where email = 'focal.un-women@compact.example') as un_women`,
    )

    expect(counts.rows[0]).toEqual({
      members: 39,
      observers: 6,
      focal: 45,
      secretariat: 1,
      groups: 8,
      un_women: true,
    })
  })
})

describe('the embedded store', () => {
  test('keeps its data over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-embedded-'))
    const dataDir = join(folder, 'store')
    try {
      const first = await embeddedStore(dataDir)
      await first.close()
      const second = await openDatabase({ dataDir })
      await migrate(second)
      const people = await second.pool.query('select count(*)::int as n from people')
      await second.close()

      expect(people.rows[0].n).toBe(46)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
