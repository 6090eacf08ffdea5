import { existsSync } from 'node:fs'

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

import type { Database } from '../schema.ts'
import { lockFolder, unwritable } from './embedded/lock.ts'
import { type PackedStore, packedFile, readPacked, writePacked } from './embedded/packed.ts'
import { isFresh, startEmbedded } from './embedded/start.ts'
import { takingTurns } from './embedded/takingTurns.ts'
import { vacuumWorn } from './embedded/vacuum.ts'
import { camelCase } from './plugins.ts'
import {
  type Connections,
  type RawQuery,
  rawQueries,
  type Statements,
  withPreparedStatements,
} from './prepared.ts'
import { type Listen, listenOn } from './server/listen.ts'
import { connectedTo, type StoreConnections } from './server/pipeline.ts'
import { columnTypes } from './server/serverPool.ts'

export interface Store {
  readonly kysely: Kysely<Database>
  /**
   * For a single statement that looks up by a key; on a server it waits for no connection. Not for what may be slow,
   * nor for transactions.
   */
  readonly lookUps: Kysely<Database>
  /** The one pool for everything, the queue included. */
  readonly pool: pg.Pool
  /** For the repeated statements of a library, such as the queue's. */
  readonly ask: RawQuery
  readonly embedded: boolean
  /** Whether it was made just now from the archive, and so holds the sample already. */
  readonly unpacked: boolean
  /** The embedded store has one process, which hears itself. */
  readonly listen: Listen
  /**
   * Keeps a copy of a fresh embedded store for the next one, if there is none yet; does nothing on a server. Call
   * it once the sample is loaded and before anybody writes.
   */
  pack(): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  /** A Postgres server. */
  readonly url?: string
  /** The folder of an embedded store; in memory without one. */
  readonly dataDir?: string
  /** Where `pack()` keeps a copy from which the next fresh folder is filled. */
  readonly packed?: PackedStore
  readonly maxConnections?: number
  /** Connections to that server which the caller has already; `close` ends them as well. */
  readonly connected?: StoreConnections
}

/** Opens a server or the embedded store as one pool. Raises `StartError` when the embedded store is in use. */
export async function openDatabase(options: StoreOptions): Promise<Store> {
  return options.url === undefined
    ? openEmbedded(options)
    : openServer(options.url, options.connected ?? connectedTo(options.url, options.maxConnections ?? 10))
}

function openServer(url: string, { pool, lookUps, statements, listen }: StoreConnections): Store {
  return {
    kysely: kyselyOn(pool, statements),
    lookUps: kyselyOn(lookUps, statements),
    pool,
    ask: rawQueries(pool, statements),
    embedded: false,
    unpacked: false,
    listen: listen ?? ((channel, hearing) => listenOn(url, channel, hearing)),
    pack: async () => undefined,
    async close() {
      await Promise.all([lookUps.end(), pool.end()])
    },
  }
}

async function openEmbedded({ dataDir, packed }: StoreOptions): Promise<Store> {
  const unlock = dataDir === undefined ? () => undefined : lockFolder(dataDir)
  try {
    const fresh = dataDir === undefined || isFresh(dataDir)
    const file = fresh && packed !== undefined ? await packedFile(packed) : undefined
    const archive = file === undefined ? undefined : readPacked(file)
    const pglite = takingTurns(await startEmbedded(dataDir, fresh, archive))
    const { createPgConfig } = await import('@electric-sql/pglite/node-postgres')
    const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, types: columnTypes, idleTimeoutMillis: 0 })
    pool.on('error', () => undefined)
    const kysely = kyselyOn(pool)
    return {
      ...{ kysely, lookUps: kysely, pool },
      ask: (text, values) => pool.query(text, values),
      embedded: true,
      unpacked: archive !== undefined,
      listen(channel, hearing) {
        let unlisten: (() => Promise<void>) | undefined
        // Through the pool's own session, and so never inside somebody's transaction.
        const begun = pglite
          .listen(channel, (what) => hearing.heard(what))
          .then((stop) => {
            unlisten = stop
            hearing.connected(true)
          })
        return async () => {
          await begun.catch(() => undefined)
          hearing.connected(false)
          await unlisten?.()
        }
      },
      async pack() {
        if (file === undefined || existsSync(file)) return
        for (const statement of slimming) await pool.query(statement)
        await vacuumWorn(pool)
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
    throw dataDir === undefined ? error : unwritable(dataDir, error)
  }
}

/** Drops the template databases: nothing is cloned here, and without them there are half as many files to unpack. */
const slimming = [
  'update pg_database set datistemplate = false',
  'drop database if exists template0',
  'drop database if exists template1',
  'checkpoint',
]

function kyselyOn(pool: Connections, statements?: Statements): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: withPreparedStatements(pool, statements) }),
    plugins: [camelCase],
  })
}
