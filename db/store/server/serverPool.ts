import pg from 'pg'

import { endSilentConnections } from './silence.ts'

/** Connections to a server, which is not spoken to before the first query. */
export function serverPool(url: string, max: number, silenceMs: number): pg.Pool {
  const pool = new pg.Pool({ ...serverSettings(url), max })
  // An unheard error event ends the process. A lost connection must not: the next query raises the error.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  endSilentConnections(pool, silenceMs)
  return pool
}

/** The settings of every connection on which statements run. */
export function serverSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types: columnTypes,
    // Without a limit, a server that accepts connections and says nothing is waited for without end.
    connectionTimeoutMillis: 10_000,
    ...keptAlive,
    options: sessionOptions,
    application_name: 'rapporteur',
  }
}

/** A network that forgets quiet connections is kept from it, and a connection that is lost shows within some seconds. */
export const keptAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const

/** Dates stay days (`YYYY-MM-DD`) and big integers become numbers; the rest is parsed as the driver does. */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 1082) return (text: string) => text
    if (oid === 20) return Number
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

/**
 * Limits after which a hanging statement fails instead of blocking whoever waits for it; and what a page costs where
 * nearly all are in memory, since by the standard value the planner would rather read a table of 100,000 whole. Nothing
 * here runs for so long that compiling it would pay.
 */
const sessionOptions =
  '-c timezone=UTC -c jit=off -c random_page_cost=1.1 -c pg_trgm.word_similarity_threshold=0.45 -c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s'
