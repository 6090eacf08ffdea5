import type pg from 'pg'

import type { Connections } from '../../../db/store/prepared.ts'
import { idlePause } from '../../../src/core/clock.ts'

/**
 * The pool for one user, who may end it: from then on it refuses that user, and the connections stay open for the
 * next one.
 */
export function borrowedPool(pool: pg.Pool): pg.Pool {
  let ended = false
  const refuse = () => Promise.reject(new Error('Cannot use a pool after calling end on the pool'))
  // What a test lays over a method lies on this one alone.
  const own: pg.Pool = Object.create(pool)
  return new Proxy(own, {
    get(target, key) {
      if (Object.hasOwn(target, key)) return Reflect.get(target, key)
      if (key === 'end') {
        return async () => {
          ended = true
        }
      }
      if (key === 'ended' || key === 'ending') return ended
      if (ended && (key === 'query' || key === 'connect')) return refuse
      const value: unknown = Reflect.get(pool, key)
      return typeof value === 'function' ? value.bind(pool) : value
    },
  })
}

/** The connection for look-ups for one user, as `lent`. */
export function borrowedLookUps(lookUps: Connections): Connections {
  let ended = false
  return {
    options: lookUps.options,
    async connect() {
      if (ended) throw new Error('the store is closed')
      return lookUps.connect()
    },
    async end() {
      ended = true
    },
  }
}

const patienceMs = 1_000

/** Whether all connections are back, none holds a lock, and nobody but those named so is connected. */
export async function isUnused(
  pool: Pick<pg.Pool, 'idleCount' | 'totalCount' | 'waitingCount'>,
  keeper: Pick<pg.Client, 'query'>,
  name: string,
): Promise<boolean> {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (pool.idleCount === pool.totalCount && pool.waitingCount === 0) {
      const { rows } = await keeper.query<{ unused: boolean }>({
        name: 'unused',
        text: unused,
        values: [name],
      })
      if (rows[0]?.unused === true) return true
    }
    await idlePause(5)
  }
  return false
}

const unused = `
  select not exists (
    select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and (application_name <> $1 or state <> 'idle')
  ) and not exists (
    select from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
  ) as unused`
