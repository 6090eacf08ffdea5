import { describe, expect, test } from 'vitest'

import { testDatabase } from '../../database.ts'

/** What a test finds in the database that it is given. */
async function found() {
  const database = await testDatabase()
  const { rows } = await database.store.pool.query(
    `select (select count(*)::int from people) as people, (select min(name) from people) as first,
      (select count(*)::int from reminders) as reminders, to_regclass('doors') is not null as doors,
      (select last_value from people_id_seq) as last`,
  )
  return { database, at: rows[0] }
}

describe('a database that is given back', () => {
  test('is as it was for the next: what was added, changed, removed and counted', async () => {
    const { database, at } = await found()
    const { pool } = database.store
    await pool.query(`insert into people (name) values ('Somebody')`)
    await pool.query(`update people set name = 'A ' || name`)
    await pool.query('delete from roles')
    await pool.query(
      `insert into reminders (person_id, text, at, zone, status, created_at) select min(id), 'Tea', now(), 'UTC', 'waiting', now() from people`,
    )
    await database.drop()
    const next = await found()
    const roles = await next.database.store.pool.query('select count(*)::int as n from roles')
    await next.database.drop()

    expect(next.at).toEqual(at)
    expect(roles.rows[0].n).toBeGreaterThan(0)
    expect(next.database.url).toBe(database.url)
  })

  test.each([
    ['its schema is another one', 'create table doors (id int)'],
    ['a column of it is', 'alter table people alter name drop not null'],
    ['a lock is held in it', 'select pg_advisory_lock(7)'],
  ])('is nobody’s any more where %s', async (_, statement) => {
    const { database, at } = await found()
    await database.store.pool.query(statement)
    await database.drop()
    const next = await found()
    await next.database.drop()

    expect(next.database.url).not.toBe(database.url)
    expect(next.at).toEqual(at)
  })

  test('refuses whoever gave it back, though its connections stay open', async () => {
    const { database } = await found()
    await database.drop()

    await expect(database.store.pool.query('select 1')).rejects.toThrow('after calling end')
    await expect(database.store.kysely.selectFrom('people').selectAll().execute()).rejects.toThrow(
      'after calling end',
    )
  })

  test('keeps nothing of what a test laid over its pool', async () => {
    const { database } = await found()
    database.store.pool.query = () => {
      throw new Error('laid over')
    }
    await database.drop()
    const next = await found()
    await next.database.drop()

    expect(next.at).toBeDefined()
  })
})
