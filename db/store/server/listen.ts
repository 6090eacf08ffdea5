import pg from 'pg'

import { idlePause } from '../../../src/core/clock.ts'
import { keptAlive } from './serverPool.ts'

/** What comes over a channel of the store. */
export interface ChannelListener {
  /** Is called with what was sent on the channel, often an empty text. */
  heard(what: string): void
  /** Is told whether messages are heard from now on. */
  connected(now: boolean): void
}

/** Listens on a channel until the function that it returns is called. */
export type Listen = (channel: string, hearing: ChannelListener) => () => Promise<void>

/** The name of these connections at the server: every process has one. */
export const listeningAs = 'rapporteur listening'

const reconnectAfterMs = 1_000

/** Listens on a channel of a server with a connection of its own, again and again, until it is stopped. */
export function listenOn(url: string, channel: string, hearing: ChannelListener): () => Promise<void> {
  const stopping = new AbortController()
  let current: pg.Client | undefined

  async function connection(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      ...keptAlive,
      connectionTimeoutMillis: 10_000,
      application_name: listeningAs,
    })
    current = client
    const ended = new Promise<void>((resolve) => {
      client.on('end', resolve)
      client.on('error', () => resolve())
    })
    client.on('notification', ({ payload }) => hearing.heard(payload ?? ''))
    try {
      // A connection that is ended while it is being made says so by its end alone.
      await Promise.race([client.connect(), ended])
      if (stopping.signal.aborted) return
      await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (stopping.signal.aborted) return
      hearing.connected(true)
      await ended
    } finally {
      hearing.connected(false)
      await client.end().catch(() => undefined)
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // A server that is away is heard again when it is back; until then nothing is held.
      await connection().catch(() => undefined)
      await idlePause(reconnectAfterMs, stopping.signal)
    }
  }

  const running = run()
  return async () => {
    stopping.abort()
    await current?.end().catch(() => undefined)
    await running
  }
}
