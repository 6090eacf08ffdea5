import { sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Given, statement } from '../../store/statement.ts'
import type { Change } from '../edit/changes.ts'

/** Records many changes in one statement. */
export async function recordBatch(
  trx: Trx,
  changes: readonly Omit<Change, 'id'>[],
  { by, now, source }: { readonly by: number; readonly now: Date; readonly source: string },
): Promise<void> {
  const rows = changes.map(({ kind, recordId, before, after }) => ({ kind, recordId, before, after }))
  await recorded(trx, { rows: asRecords(rows), by, now, source })
}

interface Row {
  readonly kind: Change['kind']
  readonly recordId: number
  readonly before: string | null
  readonly after: string
}

const recorded = statement((db, given: Given<{ rows: string; by: number; now: Date; source: string }>) =>
  db
    .insertInto('directoryChanges')
    .columns(['kind', 'recordId', 'before', 'after', 'source', 'recordedBy', 'recordedAt'])
    .expression((from) =>
      from
        .selectFrom(
          records<Row>(given.rows, { kind: 'text', recordId: 'int', before: 'jsonb', after: 'jsonb' }),
        )
        .select(({ ref }) => [
          'kind',
          'recordId',
          // A null of JSON is none of SQL.
          sql<string | null>`nullif(${ref('before')}::jsonb, 'null'::jsonb)`.as('before'),
          'after',
          sql<string>`${given.source}::text`.as('source'),
          sql<number>`${given.by}::int`.as('recordedBy'),
          sql<Date>`${given.now}::timestamptz`.as('recordedAt'),
        ]),
    ),
)
