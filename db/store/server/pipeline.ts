import pg from 'pg'

import { afterThisTurn } from '../../../src/core/clock.ts'
import type { Connections, Statements } from '../prepared.ts'
import type { Listen } from './listen.ts'
import { serverPool, serverSettings } from './serverPool.ts'
import { endWhenSilent, mostSilenceMs } from './silence.ts'

/** The connections of a store to its server. */
export interface StoreConnections {
  readonly pool: pg.Pool
  readonly lookUps: Connections
  /** Which statements are prepared; by default those used more than once. */
  readonly statements?: Statements
  /** How channels are listened to; by default each on a connection of its own. */
  readonly listen?: Listen
}

/**
 * Connections to the server at an address, `max` of them in the pool; none is opened yet. One on which the server says
 * nothing for `silenceMs` to whoever has asked it is ended, which fails what was asked.
 */
export function connectedTo(url: string, max: number, silenceMs = mostSilenceMs): StoreConnections {
  return { pool: serverPool(url, max, silenceMs), lookUps: createPipeline(url, silenceMs) }
}

/**
 * One connection for look-ups by a key, which none of them holds while it waits for its answer: each is sent after
 * those before it, and what is asked in one turn of the event loop goes out in one write, since under load a write
 * costs more than a look-up. Only for single statements that take a millisecond or so: whatever is slow holds up all
 * after it. The connection is opened with the first statement, and again after it was lost; what was under way then
 * fails, as it does on a pool.
 */
function createPipeline(url: string, silenceMs: number): Connections {
  let current: Promise<OneForAll> | undefined
  let ended = false

  function open(): Promise<OneForAll> {
    const client = new pg.Client({ ...serverSettings(url), pipeline: true })
    const forget = () => {
      if (current === opened) current = undefined
    }
    client.on('error', forget)
    client.on('end', forget)
    const opened = client.connect().then(
      // Nobody gives it back, since it is the same for everybody.
      () => {
        const shared = Object.assign(client, { release: () => undefined })
        return { shared, silence: endWhenSilent(shared, silenceMs) }
      },
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
      const { shared, silence } = await current
      silence.set()
      holdBack(shared)
      return shared
    },
    async end() {
      ended = true
      const opened = await current?.catch(() => undefined)
      if (opened?.shared instanceof pg.Client) await opened.shared.end()
    },
  }
}

interface OneForAll {
  readonly shared: pg.PoolClient
  readonly silence: ReturnType<typeof endWhenSilent>
}

/** Keeps what is written until everything that came in with the same turn of the event loop has been asked. */
function holdBack({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  afterThisTurn(() => stream.uncork())
}
