import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readColumns } from '../../db/store/columns.ts'
import { isCurrent, schemaText } from '../../src/tools/schema.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

const checkedIn = readFileSync(new URL('../../db/schema.ts', import.meta.url), 'utf8')

describe('the schema that is checked in', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.drop())

  test('is what the migrated database says', async () => {
    expect(schemaText(await readColumns(database.store.pool))).toBe(checkedIn)
  })

  test('is outdated once there is another migration, or a hand has touched it', () => {
    expect(isCurrent(checkedIn)).toBe(true)
    expect(isCurrent(checkedIn.replace(/\([0-9a-f]{16}\)/, '(0123456789abcdef)'))).toBe(false)
    expect(isCurrent(checkedIn.replace('interface Database', 'interface Store'))).toBe(false)
  })

  test('knows by its check which texts a column takes', async () => {
    const { pool } = database.store
    await pool.query(
      "create table doors (state text not null check (state in ('open', 'the porter''s')), tint text check (tint <> 'red'))",
    )
    const columns = await readColumns(pool)

    expect(columns.filter(({ table }) => table === 'doors')).toMatchObject([
      { name: 'state', allowed: ['open', "the porter's"], nullable: false },
      { name: 'tint', allowed: [], nullable: true },
    ])
    await pool.query('drop table doors')
  })

  test('is not written for a type that TypeScript has no word for', async () => {
    const columns = await readColumns(database.store.pool)
    const odd = { table: 'doors', name: 'at', type: 'point', nullable: true, written: 'given', allowed: [] }

    expect(() => schemaText([...columns, { ...odd, written: 'given' }])).toThrow('doors.at')
  })

  test('is not written when a JSON column that has a type of its own is gone', async () => {
    const columns = await readColumns(database.store.pool)

    expect(() => schemaText(columns.filter(({ name }) => name !== 'dates'))).toThrow('update_versions.dates')
  })
})
