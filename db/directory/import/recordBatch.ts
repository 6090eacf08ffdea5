import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Change } from '../edit/changes.ts'

/** Records many changes in one statement; gives their numbers. */
export async function recordBatch(
  trx: Trx,
  changes: readonly BatchedChange[],
  { by, now, source }: { readonly by: number; readonly now: Date; readonly source: string },
): Promise<readonly number[]> {
  if (changes.length === 0) return []
  const rows = changes.map(({ kind, recordId, before, after, reverts = null }) => ({
    kind,
    recordId,
    before,
    after,
    reverts,
  }))
  return (await recorded(trx, { rows: asRecords(rows), by, now, source })).map(({ id }) => id)
}

export interface BatchedChange extends Omit<Change, 'id'> {
  /** The change that this one takes back. */
  readonly reverts?: number
}

interface Row {
  readonly kind: Change['kind']
  readonly recordId: number
  readonly before: string | null
  readonly after: string
  readonly reverts: number | null
}

const recorded = statement((db, given: Params<{ rows: string; by: number; now: Date; source: string }>) =>
  db
    .insertInto('directoryChanges')
    .columns(['kind', 'recordId', 'before', 'after', 'reverts', 'source', 'recordedBy', 'recordedAt'])
    .expression((from) =>
      from
        .selectFrom(
          records<Row>(given.rows, {
            kind: 'text',
            recordId: 'int',
            before: 'jsonb',
            after: 'jsonb',
            reverts: 'int',
          }),
        )
        .select(({ ref }) => [
          'kind',
          'recordId',
          // A null in JSON is not a null in SQL.
          sql<string | null>`nullif(${ref('before')}::jsonb, 'null'::jsonb)`.as('before'),
          'after',
          'reverts',
          sql<string>`${given.source}::text`.as('source'),
          sql<number>`${given.by}::int`.as('recordedBy'),
          sql<Date>`${given.now}::timestamptz`.as('recordedAt'),
        ]),
    )
    .returning('id'),
)
