import pg from 'pg'

import { afterThisTurn } from '../../src/core/clock.ts'
import type { Listen } from './listen.ts'
import type { Connections, Statements } from './prepared.ts'
import { serverPool, serverSettings } from './serverPool.ts'

/** The connections of a store to its server. */
export interface StoreConnections {
  readonly pool: pg.Pool
  readonly lookUps: Connections
  /** Which statements are prepared; by default those used more than once. */
  readonly statements?: Statements
  /** How channels are listened to; by default each on a connection of its own. */
  readonly listen?: Listen
}

/** Connections to the server at an address, `max` of them in the pool; none is opened yet. */
export function connectedTo(url: string, max: number): StoreConnections {
  return { pool: serverPool(url, max), lookUps: createPipeline(url) }
}

/**
 * One connection for look-ups by a key, which none of them holds while it waits for its answer: each is sent after
 * those before it, and what is asked in one turn of the event loop goes out in one write, since under load a write
 * costs more than a look-up. Only for single statements that take a millisecond or so: whatever is slow holds up all
 * after it. The connection is opened with the first statement, and again after it was lost; what was under way then
 * fails, as it does on a pool.
 */
function createPipeline(url: string): Connections {
  let current: Promise<pg.PoolClient> | undefined
  let ended = false

  function open(): Promise<pg.PoolClient> {
    const client = new pg.Client({ ...serverSettings(url), pipeline: true })
    const forget = () => {
      if (current === opened) current = undefined
    }
    client.on('error', forget)
    client.on('end', forget)
    const opened = client.connect().then(
      // Nobody gives it back, since it is the same for everybody.
      () => Object.assign(client, { release: () => undefined }),
      (error: unknown) => {
        forget()
        throw error
      },
    )
    return opened
  }

  return {
    options: {},
    async connect() {
      if (ended) throw new Error('the store is closed')
      current ??= open()
      const client = await current
      holdBack(client)
      return client
    },
    async end() {
      ended = true
      const client = await current?.catch(() => undefined)
      if (client instanceof pg.Client) await client.end()
    },
  }
}

/** Keeps what is written until everything that came in with the same turn of the event loop has been asked. */
function holdBack({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  afterThisTurn(() => stream.uncork())
}
