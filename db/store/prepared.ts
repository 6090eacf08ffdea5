import { createHash } from 'node:crypto'

import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'

/** A pool, or what stands in for one. */
export interface Connections {
  readonly options: object
  connect(): Promise<pg.PoolClient>
  end(): Promise<void>
}

/** The statements that are prepared; the others are sent as they are. */
export interface Statements {
  /** The name under which a statement is prepared, which stands for its text on every connection. */
  nameOf(text: string): string | undefined
}

/** The most statements that are prepared on a connection; more would only fill its memory. */
const mostPrepared = 300

/** Names a statement from its second use on, so that nothing is kept of one that runs only once. */
function usedAgain(): Statements {
  const uses = new Map<string, number>()
  const names = new Map<string, string>()
  return {
    nameOf(text) {
      const name = names.get(text)
      if (name !== undefined || names.size >= mostPrepared) return name
      if (uses.size > 10 * mostPrepared) uses.clear()
      const count = (uses.get(text) ?? 0) + 1
      uses.set(text, count)
      if (count < 2) return undefined
      uses.delete(text)
      const made = `rapporteur_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
      names.set(text, made)
      return made
    },
  }
}

/** Wraps the pool so that a connection parses and plans a prepared statement once. */
export function withPreparedStatements(
  pool: Connections,
  statements: Statements = usedAgain(),
): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()

  function prepared(client: pg.PoolClient): PostgresPoolClient {
    const plain = client as PostgresPoolClient
    return new Proxy(plain, {
      get(target, key) {
        if (key === 'query') {
          return (text: unknown, values?: readonly unknown[]) => {
            if (typeof text !== 'string') return Reflect.apply(target.query, target, [text])
            const name = isPlain(text) ? undefined : statements.nameOf(text)
            return run(client, { text, values: values ?? [], name })
          }
        }
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? prepared(client)
      known.set(client, wrapped)
      return wrapped
    },
  }
}

/** What a library that brings its own statements asks the server with. */
export type RawQuery = (text: string, values?: unknown[]) => Promise<pg.QueryResult>

/** Asks on any connection of the pool, where a single statement is prepared as `preparing` does it. */
export function rawQueries(pool: Pick<pg.Pool, 'query'>, statements: Statements = usedAgain()): RawQuery {
  return async (text, values) => {
    const name = values === undefined || !isSingle(text) ? undefined : statements.nameOf(text)
    return name === undefined ? pool.query(text, values) : pool.query({ text, values: values ?? [], name })
  }
}

/** Whether a text is one statement that has a plan. */
function isSingle(text: string): boolean {
  return /^\s*(with|select|insert|update|delete)\b[^;]*$/i.test(text)
}

/** Runs a query as the driver does, without copying its description property by property, which would take longest. */
function run(
  client: pg.PoolClient,
  {
    text,
    values,
    name,
  }: { readonly text: string; readonly values: readonly unknown[]; readonly name: string | undefined },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query(text, [...values], (error, result) =>
      error ? reject(error) : resolve(result),
    )
    client.query(name === undefined ? query : Object.assign(query, { name }))
  }).catch((error: unknown) => {
    // The stack shows where the query was asked, not where the answer came in.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  })
}

/** Whether a statement opens or closes a transaction, and so has no plan to keep. */
function isPlain(text: string): boolean {
  return /^(begin|start|commit|rollback|savepoint|release|set)\b/i.test(text)
}
