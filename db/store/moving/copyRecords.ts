import type pg from 'pg'

import type { Store } from '../connect.ts'
import { lockNumber } from '../migrate.ts'
import { waitWithoutLimit } from '../server/silence.ts'
import { type Table, tablesOf } from './tables.ts'
import { noteCopied, refuseUsed } from './target.ts'

/** How many rows are in memory at once; a file of a newsletter is a row too. */
const rowsAtOnce = 200

export interface Copied {
  readonly records: number
  /** Notices and letters on their way, each counted as the queue holds them. */
  readonly jobs: number
}

/**
 * Copies every record of one store to another, with its number, and the numbers that come next; and the jobs of the
 * queues that are not done. All of it or nothing. Both are at the same schema, with queues of the same version, and
 * nobody writes to either. `move` is noted there with them. Raises `StartError` where the other holds records already.
 */
export async function copyRecords(from: Store, to: Store, move: string): Promise<Copied> {
  const [reader, writer] = [await from.pool.connect(), await to.pool.connect()]
  waitWithoutLimit(writer)
  try {
    await reader.query(`begin read only; ${unhurried}`)
    await writer.query(`begin; ${unhurried}`)
    await writer.query('select pg_advisory_xact_lock($1)', [lockNumber])
    await refuseUsed(writer)
    const tables = await tablesOf(reader)
    const putBack = await setAside(writer, tables)
    let records = 0
    for (const table of tables) records += await copyTable(reader, writer, table)
    for (const statement of putBack) await writer.query(statement)
    await copyNumbers(reader, writer)
    const jobs = await copyTable(reader, writer, {
      ...(await jobTable(reader)),
      where: `state < 'completed'`,
    })
    await noteCopied(writer, move)
    await writer.query('commit')
    return { records, jobs }
  } catch (error) {
    await writer.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await reader.query('rollback').catch(() => undefined)
    reader.release()
    writer.release()
  }
}

/** Texts of dates and spans are those of the standard on both sides, whatever a database is set to. */
const unhurried =
  "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'"

/**
 * Takes foreign keys and triggers off the tables, empties them of what migrations entered, and returns the statements
 * that put both back: a trigger would do once more what it did when the record was made.
 */
async function setAside(writer: pg.PoolClient, tables: readonly Table[]): Promise<readonly string[]> {
  const { rows: keys } = await writer.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { drop } of keys) await writer.query(drop)
  for (const { name } of tables) await writer.query(`alter table ${name} disable trigger user`)
  await writer.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
  return [
    ...keys.map(({ add }) => add),
    ...tables.map(({ name }) => `alter table ${name} enable trigger user`),
  ]
}

/** Copies a table by the texts of its values, which both sides read alike; resolves to the number of its rows. */
async function copyTable(
  reader: pg.PoolClient,
  writer: pg.PoolClient,
  { name, columns, where = 'true' }: Table & { readonly where?: string },
): Promise<number> {
  const read = columns.map((column) => `${column.name}::text`).join(', ')
  const insert = `insert into ${name} (${columns.map((column) => column.name).join(', ')}) overriding system value
    select ${columns.map(({ type }, index) => `c${index}::${type}`).join(', ')}
    from unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(', ')})
      as r(${columns.map((_, index) => `c${index}`).join(', ')})`
  await reader.query(`declare copied no scroll cursor for select ${read} from ${name} where ${where}`)
  let copied = 0
  for (;;) {
    const { rows } = await reader.query<(string | null)[]>({
      text: `fetch ${rowsAtOnce} from copied`,
      rowMode: 'array',
    })
    if (rows.length === 0) break
    await writer.query(
      insert,
      columns.map((_, index) => rows.map((row) => row[index])),
    )
    copied += rows.length
  }
  await reader.query('close copied')
  return copied
}

/** The next update, meeting or person has the number that would have come next. */
async function copyNumbers(reader: pg.PoolClient, writer: pg.PoolClient): Promise<void> {
  const { rows } = await reader.query<{ name: string; last: number }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value as last
     from pg_sequences where schemaname = 'public' and last_value is not null`,
  )
  for (const { name, last } of rows) await writer.query('select setval($1::regclass, $2)', [name, last])
}

async function jobTable(reader: pg.PoolClient): Promise<Table> {
  const [table] = await tablesOf(reader, 'pgboss', 'job')
  if (!table) throw new Error('the queues have no table')
  return table
}
