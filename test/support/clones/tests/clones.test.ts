import { describe, expect, test } from 'vitest'

import { type TestDatabase, testDatabase } from '../../database.ts'
import { until } from '../../runner/until.ts'

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

/** Who listens in a database: their processes at the server. */
async function listening({ store }: TestDatabase): Promise<readonly number[]> {
  const { rows } = await store.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'rapporteur listening'`,
  )
  return rows.map(({ pid }) => pid)
}

/** Listens until it is connected. */
async function listener({ store }: TestDatabase) {
  const heard: string[] = []
  const connected: boolean[] = []
  const stop = store.listen('doors', {
    heard: (what) => void heard.push(what),
    connected: (now) => void connected.push(now),
  })
  await until(() => expect(connected).toEqual([true]))
  return { heard, stop, connected }
}

describe('whoever listens in a database', () => {
  test('has the connection of the one before, which counts as nobody’s in between, and hears only its own', async () => {
    const database = await testDatabase()
    const first = await listener(database)
    const [kept] = await listening(database)
    await first.stop()
    const between = await listening(database)
    const next = await listener(database)

    await database.store.pool.query(`notify doors, 'open'`)
    await until(() => expect(next.heard).toEqual(['open']))
    const then = await listening(database)
    await next.stop()
    await database.drop()

    expect(between).toEqual([])
    expect(then).toEqual([kept])
    expect([first.heard, first.connected.at(-1), next.connected.at(-1)]).toEqual([[], false, false])
  })

  test('beside another one has a connection of its own', async () => {
    const database = await testDatabase()
    const both = [await listener(database), await listener(database)]
    const connections = await listening(database)

    await database.store.pool.query(`notify doors, 'open'`)
    await until(() => expect(both.map(({ heard }) => heard)).toEqual([['open'], ['open']]))
    await Promise.all(both.map(({ stop }) => stop()))
    await database.drop()

    expect(new Set(connections).size).toBe(2)
  })

  test('is told when its connection is cut, and hears on another one', async () => {
    const database = await testDatabase()
    const one = await listener(database)
    const [cut] = await listening(database)

    await database.store.pool.query('select pg_terminate_backend($1)', [cut])
    await until(() => expect(one.connected).toEqual([true, false, true]))
    await database.store.pool.query(`notify doors, 'open'`)
    await until(() => expect(one.heard).toEqual(['open']))
    await one.stop()
    const after = await listening(database)
    await database.drop()

    expect(after).toEqual([])
  })
})
