import { expect } from 'vitest'

import type { TestDatabase } from '../database.ts'

type Reached = Pick<TestDatabase, 'store'>

/** From now on each row that is inserted into a table takes so many seconds. */
export async function slowInserts({ store }: Reached, table: string, seconds: number): Promise<void> {
  await store.pool.query(`
    create function dawdle() returns trigger language plpgsql as $$
      begin perform pg_sleep(${seconds}); return new; end $$;
    create trigger dawdle before insert on ${table} for each row execute function dawdle()`)
}

/** Resolves when one of these inserts sleeps, and so a command is in the middle. */
export async function insertSleeps({ store }: Reached): Promise<void> {
  const sleeping = async () => {
    const { rows } = await store.pool.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    )
    return rows.length
  }
  await expect.poll(sleeping, { interval: 20 }).toBeGreaterThan(0)
}
