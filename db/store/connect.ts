import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { PGlite } from '@electric-sql/pglite'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

import { StartError } from '../../src/core/errors.ts'
import { lockFolder } from './lock.ts'
import { packedFile, readPacked, writePacked } from './packed.ts'
import { preparing } from './prepared.ts'
import type { Database } from './schema.ts'

export interface Store {
  readonly kysely: Kysely<Database>
  /** Everything goes through this one pool, the queue too. */
  readonly pool: pg.Pool
  readonly embedded: boolean
  /**
   * Makes a packed copy of a fresh embedded store for the next one, where there is none; nothing on a server.
   * To be called with the sample in and before anything is written that is somebody's own.
   */
  pack(): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  /** A Postgres server. */
  readonly url?: string
  /** The folder of an embedded store; in memory without one. */
  readonly dataDir?: string
  /** Where `pack()` keeps a packed store, from which a fresh folder is filled; what it holds is in its name. */
  readonly packed?: string
  readonly maxConnections?: number
}

/** Opens a server or the embedded store as one pool. Raises `StartError` when the embedded one is in use. */
export async function openDatabase(options: StoreOptions): Promise<Store> {
  return options.url === undefined
    ? openEmbedded(options)
    : openServer(options.url, options.maxConnections ?? 10)
}

/** Dates stay days (`YYYY-MM-DD`), big integers become numbers; all else as the driver does it. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 1082) return (text: string) => text
    if (oid === 20) return Number
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

async function openServer(url: string, max: number): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    // Who waits longer than this for a server that says nothing is told so, rather than never.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    options: sessionOptions,
    application_name: 'rapporteur',
  })
  // A server that goes away must not take the process with it, whether a connection is idle or in the middle of
  // a transaction; the next query meets the error.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { ...storeOf(pool), embedded: false, pack: async () => undefined, close: () => pool.end() }
}

/** A statement that hangs ends some day, and says so to whoever waits for it. */
const sessionOptions =
  '-c timezone=UTC -c pg_trgm.word_similarity_threshold=0.45 -c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s'

async function openEmbedded({ dataDir, packed }: StoreOptions): Promise<Store> {
  const unlock = dataDir === undefined ? () => undefined : lockFolder(dataDir)
  try {
    const fresh = dataDir === undefined || isFresh(dataDir)
    const file = fresh && packed !== undefined ? packedFile(packed) : undefined
    const pglite = await startEmbedded(dataDir, fresh, file === undefined ? undefined : readPacked(file))
    const { createPgConfig } = await import('@electric-sql/pglite/node-postgres')
    const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, types, idleTimeoutMillis: 0 })
    pool.on('error', () => undefined)
    return {
      ...storeOf(pool),
      embedded: true,
      async pack() {
        if (file === undefined || existsSync(file)) return
        for (const statement of slimming) await pool.query(statement)
        const blob = await pglite.dumpDataDir('none')
        writePacked(file, Buffer.from(await blob.arrayBuffer()))
      },
      async close() {
        await pool.end()
        await pglite.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * True for an empty folder, or for one whose store was never finished: that one is cleared away. Raises
 * `StartError` for a folder that holds something else.
 */
function isFresh(dataDir: string): boolean {
  if (existsSync(unfinished(dataDir))) rmSync(dataDir, { recursive: true, force: true })
  if (existsSync(join(dataDir, 'PG_VERSION'))) return false
  const [other] = existsSync(dataDir) ? readdirSync(dataDir) : []
  if (other === undefined) return true
  throw new StartError(
    `The folder ${dataDir} holds ${other}, which is no part of a store. Set RAPPORTEUR_DATA to another folder, or move what is in it.`,
  )
}

/** Stands beside the folder for as long as the store is being made, when nobody can have written to it. */
function unfinished(dataDir: string): string {
  return `${dataDir}.unfinished`
}

async function startEmbedded(
  dataDir: string | undefined,
  fresh: boolean,
  copy: Blob | undefined,
): Promise<PGlite> {
  const [{ PGlite }, { pg_trgm }, { unaccent }, { btree_gist }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
    import('@electric-sql/pglite/contrib/btree_gist'),
  ])
  if (fresh && dataDir !== undefined) writeFileSync(unfinished(dataDir), '')
  const pglite = new PGlite({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(copy ? { loadDataDir: copy } : {}),
    extensions: { pg_trgm, unaccent, btree_gist },
    relaxedDurability: false,
  })
  try {
    await pglite.waitReady
    await pglite.exec(
      "set timezone = 'UTC'; create extension if not exists pg_trgm; select set_config('pg_trgm.word_similarity_threshold', '0.45', false)",
    )
  } catch (error) {
    if (!copy) throw error
    // A packed store only saves time: whatever is wrong with it, the ordinary way is still open.
    if (dataDir !== undefined) rmSync(dataDir, { recursive: true, force: true })
    return startEmbedded(dataDir, fresh, undefined)
  }
  if (fresh && dataDir !== undefined) rmSync(unfinished(dataDir), { force: true })
  return pglite
}

/** Nothing is ever cloned here, and without its templates a store has half the files to unpack. */
const slimming = [
  'update pg_database set datistemplate = false',
  'drop database if exists template0',
  'drop database if exists template1',
  'checkpoint',
]

function storeOf(pool: pg.Pool): Pick<Store, 'kysely' | 'pool'> {
  const kysely = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { kysely, pool }
}
