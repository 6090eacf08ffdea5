import { randomBytes } from 'node:crypto'

import pg from 'pg'
import { inject } from 'vitest'

import { openDatabase, type Store } from '../../db/store/connect.ts'

export interface TestDatabase {
  readonly store: Store
  readonly url: string
  drop(): Promise<void>
}

/** A database of its own with the sample Compact, cloned from the template. */
export function testDatabase(): Promise<TestDatabase> {
  return clone('template')
}

/**
 * As `testDatabase`, for programs that go by the clock on the wall: what a rule tells on weekday mornings alone is
 * switched off, so that a test says the same at any hour.
 */
export async function steadyDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  await database.store.pool.query(
    `insert into rule_settings (rule, enabled, set_by, set_at)
     select 'directory-check', false, min(id), now() from people where is_secretariat`,
  )
  return database
}

/** A database of its own with nothing in it. */
export function emptyDatabase(): Promise<TestDatabase> {
  return clone('empty')
}

async function clone(template: string): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `t${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  const url = `${server}/${name}`
  const store = await openDatabase({ url })
  return {
    store,
    url,
    async drop() {
      await store.close()
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    // Two clones at once of one template get in each other's way.
    await client.query('select pg_advisory_lock(1)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
