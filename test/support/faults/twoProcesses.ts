import pg from 'pg'

import { openDatabase } from '../../../db/store/connect.ts'
import { until } from '../runner/until.ts'
import { type World, type WorldOptions, world } from '../world.ts'

/** Two processes of the bot on one server, each with its own dispatcher and connections. */
export interface TwoProcesses {
  readonly one: World
  readonly other: World
  /**
   * What two ask for at once, one of each process: both have begun and wait for tables that are held meanwhile, so that
   * neither can have seen what the other did unless it waits for it. Where the first has locked its rows before it
   * comes to these tables, it is the first to go on.
   */
  atOnce<A, B>(
    tables: readonly string[],
    first: (here: World) => Promise<A>,
    second: (here: World) => Promise<B>,
  ): Promise<readonly [A, B]>
  end(): Promise<void>
}

export async function twoProcesses(options: WorldOptions = {}): Promise<TwoProcesses> {
  const one = await world(options)
  const { url } = one.database
  const store = await openDatabase({ url })
  const other = await world({ ...options, database: { store, url, drop: () => store.close() } })
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()

  /** Resolves once so many connections wait for what another holds. */
  function waiting(count: number): Promise<void> {
    return until(async () => {
      const { rows } = await one.database.store.pool.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      if (rows[0].n < count) throw new Error(`not ${count} wait at once`)
    })
  }

  return {
    one,
    other,
    async atOnce(tables, first, second) {
      await holder.query('begin')
      await holder.query(`lock table ${tables.join(', ')} in exclusive mode`)
      const begun = first(one)
      await waiting(1)
      const both = Promise.all([begun, second(other)])
      await waiting(2)
      await holder.query('commit')
      return both
    },
    async end() {
      await holder.end()
      await other.end()
      await one.end()
    },
  }
}
