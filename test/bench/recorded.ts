import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'

import type { Store } from '../../db/connect.ts'
import type { Database } from '../../db/schema.ts'

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The same store, and every statement that goes to it. */
export function recordStatements(store: Store): { readonly store: Store; readonly statements: Statement[] } {
  const statements: Statement[] = []
  const connect = async (): Promise<PostgresPoolClient> => {
    const client: pg.PoolClient = await store.pool.connect()
    return new Proxy(client as PostgresPoolClient, {
      get(target, key) {
        if (key === 'query') {
          return (text: string, values: readonly unknown[] = []) => {
            statements.push({ text, values })
            return client.query(text, [...values])
          }
        }
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
  const kysely = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: { connect, end: async () => undefined, options: {} } }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { store: { ...store, kysely }, statements }
}
