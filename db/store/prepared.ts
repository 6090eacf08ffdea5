import { createHash } from 'node:crypto'

import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** A pool, or what stands in for one. */
export interface Connections {
  readonly options: object
  connect(): Promise<pg.PoolClient>
  end(): Promise<void>
}

/** The most statements that are prepared on a connection; more would only fill its memory. */
const maximum = 300

/**
 * Wraps the pool so that each statement is prepared from its second use on, under a name that stands for its text:
 * a connection then parses and plans it once. A statement that runs only once is sent as it is.
 */
export function preparing(pool: Connections): PostgresPool {
  const uses = new Map<string, number>()
  const names = new Map<string, string>()
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()

  function nameOf(text: string): string | undefined {
    const name = names.get(text)
    if (name !== undefined || names.size >= maximum) return name
    if (uses.size > 10 * maximum) uses.clear()
    const count = (uses.get(text) ?? 0) + 1
    uses.set(text, count)
    if (count < 2) return undefined
    uses.delete(text)
    // Stands for its text on every connection, whichever pool is laid around it.
    const made = `rapporteur_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
    names.set(text, made)
    return made
  }

  function prepared(client: pg.PoolClient): PostgresPoolClient {
    const plain = client as PostgresPoolClient
    return new Proxy(plain, {
      get(target, key) {
        if (key === 'query') {
          return (text: unknown, values?: readonly unknown[]) => {
            if (typeof text !== 'string') return Reflect.apply(target.query, target, [text])
            const name = isPlain(text) ? undefined : nameOf(text)
            return client.query({ text, values: [...(values ?? [])], ...(name ? { name } : {}) })
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

/** Whether a statement opens or closes a transaction, and so has no plan to keep. */
function isPlain(text: string): boolean {
  return /^(begin|start|commit|rollback|savepoint|release|set)\b/i.test(text)
}
