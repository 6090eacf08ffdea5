import type { TestDatabase } from '../../support/database.ts'

/** The id of a working group that nobody is in yet. */
export async function newGroup({ store }: TestDatabase): Promise<number> {
  const { rows } = await store.pool.query(
    `insert into working_groups (number, acronym, name)
      select max(number) + 1, 'H' || max(number), 'Group ' || max(number) from working_groups returning id`,
  )
  return rows[0].id
}
