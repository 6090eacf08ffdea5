import { sql } from 'kysely'

import type { Db } from '../../../store/db.ts'

/** Of retired records, those of which the last that was done was to take their addition back: they may come again. */
export async function takenBack(
  db: Db,
  kind: 'entity' | 'group' | 'person',
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('directoryChanges as c')
    .distinctOn('c.recordId')
    .select(['c.recordId', 'c.reverts'])
    .select(({ ref }) => sql<boolean>`${ref('c.after')} ?| array['retired', 'retiredOn']`.as('retires'))
    .where('c.kind', '=', kind)
    .where('c.recordId', 'in', ids)
    .orderBy('c.recordId')
    .orderBy('c.id', 'desc')
    .execute()
  return new Set(
    rows.filter(({ reverts, retires }) => reverts !== null && retires).map((row) => row.recordId),
  )
}
