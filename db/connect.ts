import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

import { StartError } from '../src/core/errors.ts'
import type { Database } from './schema.ts'

export interface Store {
  readonly kysely: Kysely<Database>
  /** Everything goes through this one pool, the queue too. */
  readonly pool: pg.Pool
  readonly embedded: boolean
  /** Makes a packed copy of the embedded store for the next fresh one; nothing on a server. */
  pack(): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  /** A Postgres server. */
  readonly url?: string
  /** The folder of an embedded store; in memory without one. */
  readonly dataDir?: string
  /** A packed store that a fresh folder is filled from, and that is made when it is not there. */
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
    options: sessionOptions,
    application_name: 'rapporteur',
  })
  // A server that goes away must not take the process with it; the next query meets the error.
  pool.on('error', () => undefined)
  return { ...storeOf(pool), embedded: false, pack: async () => undefined, close: () => pool.end() }
}

const sessionOptions = '-c timezone=UTC -c pg_trgm.word_similarity_threshold=0.45'

async function openEmbedded({ dataDir, packed }: StoreOptions): Promise<Store> {
  const [{ PGlite }, { createPgConfig }, { pg_trgm }, { unaccent }, { btree_gist }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/node-postgres'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
    import('@electric-sql/pglite/contrib/btree_gist'),
  ])
  const unlock = dataDir === undefined ? () => undefined : lock(dataDir)
  const fresh = dataDir === undefined || !existsSync(join(dataDir, 'PG_VERSION'))
  const copy =
    fresh && packed !== undefined && existsSync(packed) ? new Blob([readFileSync(packed)]) : undefined
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
    unlock()
    throw error
  }
  const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, types, idleTimeoutMillis: 0 })
  pool.on('error', () => undefined)
  return {
    ...storeOf(pool),
    embedded: true,
    async pack() {
      if (packed === undefined || existsSync(packed) || !fresh) return
      const blob = await pglite.dumpDataDir('none')
      mkdirSync(join(packed, '..'), { recursive: true })
      writeAside(packed, Buffer.from(await blob.arrayBuffer()))
    },
    async close() {
      await pool.end()
      await pglite.close()
      unlock()
    },
  }
}

function storeOf(pool: pg.Pool): Pick<Store, 'kysely' | 'pool'> {
  const kysely = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { kysely, pool }
}

/** One process at a time has the embedded store; a lock left by one that died is taken over. */
function lock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, '..', 'store.lock')
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new StartError(
      `The embedded store in ${dataDir} is in use by process ${holder}. End that one first, or set RAPPORTEUR_DATA to another folder or DATABASE_URL to a Postgres server.`,
    )
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Writes a file whole or not at all. */
function writeAside(file: string, content: Buffer): void {
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, content)
  renameSync(aside, file)
}
