import type { World } from '../../../support/world.ts'

/** When the meetings that are scheduled begin, as it stands in the store. */
export async function scheduledStarts({ database }: World): Promise<readonly string[]> {
  const { rows } = await database.store.pool.query<{ at: Date }>(
    `select starts_at as at from meetings where status = 'scheduled' order by 1`,
  )
  return rows.map(({ at }) => at.toISOString())
}
