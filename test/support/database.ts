import { randomBytes } from 'node:crypto'

import pg from 'pg'
import { inject } from 'vitest'

import { openDatabase, type Store } from '../../db/store/connect.ts'
import { connectedTo, type StoreConnections } from '../../db/store/server/pipeline.ts'
import { lazily } from '../../src/core/time/lazily.ts'
import { borrowedLookUps, borrowedPool, isUnused } from './clones/borrowedPool.ts'
import { everyStatement } from './clones/everyStatement.ts'
import { createKeptListener, type KeptListener } from './clones/keptListener.ts'

export interface TestDatabase {
  readonly store: Store
  readonly url: string
  drop(): Promise<void>
}

/** A database that one test after another may have, each with its own store over the same connections. */
interface Clone {
  readonly name: string
  readonly url: string
  readonly connected: StoreConnections
  /** Listens on the clone's own connection. */
  readonly listener: KeptListener
  /** Puts it back. That is planned once, and throws away nothing that the others have planned. */
  readonly keeper: () => Promise<pg.Client>
  uses: number
}

/** What a database can be cloned from: with the sample, migrated and without a row, or without so much as a table. */
type Template = 'template' | 'bare' | 'empty'

/** Clones that nobody has at the moment, as good as new. A new one costs ten times as much as one put back. */
const idle: Record<'template' | 'bare', Clone[]> = { template: [], bare: [] }

/** Each plans every statement for itself. Several commands at once, each with a second connection, need some to spare. */
const connections = 6

/** What is deleted leaves its room behind, which costs nothing for as long as this; a new clone plans everything anew. */
const mostUses = 160

/** A database of its own with the sample Compact, cloned from the template or put back as it was. */
export function testDatabase(): Promise<TestDatabase> {
  return lent('template')
}

/** As `testDatabase`, with an empty directory. */
export function bareDatabase(): Promise<TestDatabase> {
  return lent('bare')
}

async function lent(template: keyof typeof idle): Promise<TestDatabase> {
  const clone = idle[template].pop() ?? (await cloned(template))
  return borrowed(clone, async () => {
    clone.uses += 1
    if (clone.uses < mostUses && (await restored(clone))) idle[template].push(clone)
    else await drop(clone)
  })
}

/**
 * As `testDatabase`, for programs that go by the clock on the wall and for what counts deliveries: what rules tell of
 * themselves on certain days is switched off, so that a test says the same on any day and at any hour.
 */
export async function steadyDatabase(): Promise<TestDatabase> {
  const database = await testDatabase()
  await database.store.pool.query(
    `insert into rule_settings (rule, enabled, set_by, set_at)
     select rule, false, (select min(id) from people where is_secretariat), now()
     from unnest(array['directory-check', 'cadence', 'late-groups']) rule`,
  )
  return database
}

/** A database of its own with nothing in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const clone = await cloned('empty')
  return borrowed(clone, () => drop(clone))
}

async function borrowed(
  { url, connected, listener }: Clone,
  giveBack: () => Promise<void>,
): Promise<TestDatabase> {
  const { pool, lookUps } = connected
  const store = await openDatabase({
    url,
    connected: {
      ...{ pool: borrowedPool(pool), lookUps: borrowedLookUps(lookUps), statements: everyStatement },
      listen: listener.listen,
    },
  })
  return {
    store,
    url,
    async drop() {
      await store.close()
      await giveBack()
    },
  }
}

async function cloned(template: Template): Promise<Clone> {
  const name = `t${randomBytes(8).toString('hex')}`
  await onServer(`create database ${name} template ${template} strategy file_copy`)
  const url = `${inject('postgres')}/${name}`
  const near = `${url}?host=${encodeURIComponent(inject('socket'))}`
  const named = `${near}&application_name=${name}`
  return {
    ...{ name, url, uses: 0 },
    connected: connectedTo(named, connections),
    listener: createKeptListener(near, name),
    keeper: lazily(() => keeperOf(named)),
  }
}

async function keeperOf(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, options: '-c session_replication_role=replica' })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function drop({ name, connected, listener, keeper, uses }: Clone): Promise<void> {
  await Promise.all([connected.pool.end(), connected.lookUps.end(), listener.end()])
  if (uses > 0)
    await keeper()
      .then((client) => client.end())
      .catch(() => undefined)
  await onServer(`drop database if exists ${name} with (force)`)
}

/** Whether the database is as it was when it was cloned, and nobody works in it any more. */
async function restored({ name, connected: { pool }, keeper }: Clone): Promise<boolean> {
  try {
    const client = await keeper()
    if (!(await isUnused(pool, client, name))) return false
    const { rows } = await client.query<{ done: boolean }>({
      name: 'restore',
      text: 'select pristine.restore() as done',
    })
    return rows[0]?.done === true
  } catch {
    return false
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject('postgres')}/postgres` })
  await client.connect()
  try {
    // Two clones at once of one template get in each other's way.
    await client.query('select pg_advisory_lock(1)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
