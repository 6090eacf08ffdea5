import type pg from 'pg'

import { StartError } from '../../../src/core/errors.ts'
import type { Store } from '../connect.ts'
import { lockNumber } from '../migrate.ts'
import { waitWithoutLimit } from '../server/silence.ts'

/** Raises `StartError` for a database with records in it, or with tables of another program; changes nothing. */
export async function refuseUsed(client: pg.Pool | pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not exists (select from pg_depend where objid = c.oid and deptype = 'e')`,
  )
  const tables = new Set(rows.map(({ name }) => name))
  const [other] = tables
  if (other === undefined) return
  if (!tables.has('schema_migrations')) {
    throw new StartError(
      `The database at DATABASE_URL holds tables of another program, such as ${other}, and nothing was changed. Name an empty one, as createdb makes it.`,
    )
  }
  const records = ['people', 'entities', 'audit'].filter((name) => tables.has(name))
  if (records.length === 0) return
  const found = await client.query(
    `${records.map((name) => `select 1 from ${name}`).join(' union all ')} limit 1`,
  )
  if (found.rows.length === 0) return
  throw new StartError(
    'The database at DATABASE_URL holds records already, and nothing was copied. Name an empty one, as createdb makes it.',
  )
}

/** Notes in the database, with the records, by which move they came. */
export async function noteCopied(writer: pg.PoolClient, move: string): Promise<void> {
  await writer.query(`comment on table schema_migrations is ${wordsOf(move)}`)
}

/** Whether that move has copied everything. Waits for one that is still at it, as after its program was killed. */
export async function isCopied({ pool }: Store, move: string): Promise<boolean> {
  const client = await pool.connect()
  waitWithoutLimit(client)
  try {
    await client.query('begin; set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [lockNumber])
    const { rows } = await client.query<{ isCopied: boolean | null }>(
      `select obj_description(to_regclass('public.schema_migrations'), 'pg_class') = ${wordsOf(move)} as "isCopied"`,
    )
    return rows[0]?.isCopied === true
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

/** Quoted; a command that comments on a table takes no parameters. */
function wordsOf(move: string): string {
  return `'copied from an embedded store by move ${move.replace(/[^\w-]/g, '')}'`
}
