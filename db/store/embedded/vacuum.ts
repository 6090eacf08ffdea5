import type { Pool } from 'pg'

/**
 * What the autovacuum of a server does, and nobody in the embedded store: gives back the room of rows that are gone,
 * and counts anew what the planner goes by. One table after another, so that commands have their turns between, and by
 * the standard measure of a server: only where a fifth is gone or a tenth has changed. Returns the tables.
 */
export async function vacuumWorn(pool: Pick<Pool, 'query'>): Promise<readonly string[]> {
  // Else what was changed within the last second, or has been seen by nobody, is not counted yet.
  await pool.query('select pg_stat_force_next_flush()')
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
       where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup order by 1`,
  )
  for (const { name } of rows) await pool.query(`vacuum (analyze) ${name}`)
  return rows.map(({ name }) => name)
}
