import type { TestDatabase } from '../database.ts'

/** How many meetings of a status the store has. */
export async function meetingsIn({ store }: TestDatabase, status = 'scheduled'): Promise<number> {
  const { rows } = await store.pool.query('select count(*)::int as n from meetings where status = $1', [
    status,
  ])
  return rows[0].n
}
