import type pg from 'pg'

import { codeOf, StartError } from '../../src/core/errors.ts'
import { ownValue } from '../../src/core/json.ts'
import { migrations as known, type Migration } from '../migrations/index.ts'
import type { Store } from './connect.ts'
import { waitWithoutLimit } from './server/silence.ts'

/** An arbitrary number that no other program is likely to lock. */
export const lockNumber = 7_274_105

/**
 * Migrates the schema forward; takes one query when there is nothing to do. Safe when several processes start at
 * once. Raises `StartError` for a database that a newer program has migrated.
 */
export async function migrate(store: Store, migrations: readonly Migration[] = known): Promise<void> {
  const wanted = migrations.at(-1)?.number ?? 0
  const at = await schemaNumber(store.pool)
  if (at > wanted) {
    throw new StartError(
      `The database is at schema ${at}, and this program knows schemas up to ${wanted}. Start the newer program, or restore a copy of the database from before it ran.`,
    )
  }
  if (at === wanted) return
  for (const migration of migrations) await apply(store.pool, migration)
}

async function schemaNumber(pool: pg.Pool): Promise<number> {
  try {
    const result = await pool.query<{ number: number | null }>(
      'select max(number) as number from schema_migrations',
    )
    return result.rows[0]?.number ?? 0
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === '42P01') return 0
    const why = ownValue(unreachable, code)
    throw why === undefined
      ? error
      : new StartError(
          `No Postgres answers at DATABASE_URL: ${why}. Correct it, or unset DATABASE_URL to use the embedded store.`,
        )
  }
}

/** Why no connection can be made, by the driver's code. */
const unreachable: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens on that host and port',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host name cannot be resolved at the moment',
  ETIMEDOUT: 'the host does not answer',
  ECONNRESET: 'the server closed the connection',
  '28P01': 'the password is wrong',
  '28000': 'that user is not allowed to connect',
  '3D000': 'there is no such database',
  '57P03': 'the server is starting or stopping',
}

/** Applies one migration in a transaction that begins by locking out every other process. */
async function apply(pool: pg.Pool, migration: Migration): Promise<void> {
  const client = await pool.connect()
  waitWithoutLimit(client)
  try {
    await client.query('begin; set local statement_timeout = 0; set local lock_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [lockNumber])
    await client.query(
      'create table if not exists schema_migrations (number int primary key, name text not null, at timestamptz not null default now())',
    )
    const entered = await client.query(
      'insert into schema_migrations (number, name) values ($1, $2) on conflict do nothing returning number',
      [migration.number, migration.name],
    )
    if (entered.rows.length > 0) await client.query(migration.sql)
    await client.query('commit')
    client.release()
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    client.release(true)
    throw error
  }
}
