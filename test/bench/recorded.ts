import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'

import { features } from '../../commands/index.ts'
import type { Database } from '../../db/schema.ts'
import { openDatabase, type Store } from '../../db/store/connect.ts'
import { createBot } from '../../src/bot/bot.ts'
import { systemClock } from '../../src/core/clock.ts'
import { createLog } from '../../src/process/log.ts'

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
  return { store: { ...store, kysely, lookUps: kysely }, statements }
}

/** The statements that look something up for a line that somebody types, as the bot itself sends them. */
export async function lookUpsOf(url: string, email: string, text: string): Promise<readonly Statement[]> {
  const store = await openDatabase({ url, maxConnections: 1 })
  try {
    const recorded = recordStatements(store)
    const bot = createBot({ features, store: recorded.store, clock: systemClock, log: createLog('silent') })
    await bot.dispatch({
      caller: { platform: 'terminal', tenant: 'local', account: email },
      place: { platform: 'terminal', tenant: 'local', channel: email, private: true },
      vouchedEmail: email,
      input: { kind: 'line', text },
    })
    return recorded.statements.filter((one) => !isBookkeeping(one.text))
  } finally {
    await store.close()
  }
}

/** What keeps the house in order around the look-up itself. */
export function isBookkeeping(statement: string): boolean {
  return /^\s*(begin|commit|start)|\breceipts\b|"?audit"?|\bidentities\b|from "kept"/i.test(statement)
}
