import type { People, RecordChanges } from '../schema.ts'
import type { Db } from '../store/db.ts'
import { isMissing } from '../store/expressions.ts'
import { type Params, statement } from '../store/statement.ts'
import type { KeptChange, RecordKind } from './change.ts'

interface ChangesQuery {
  readonly kind: RecordKind
  readonly recordId: number
  /** The latest where none is given. */
  readonly number: number | null
}

/** A change of a record; undefined where there is none. */
export async function keptChange(db: Db, wanted: ChangesQuery): Promise<KeptChange | undefined> {
  const [row] = await change(db, wanted)
  return row && { ...row, before: columns(row.before), after: columns(row.after) }
}

const change = statement((db, given: Params<ChangesQuery>) =>
  db
    .selectFrom('recordChanges')
    .select(['kind', 'recordId', 'number', 'before', 'after', 'changedBy as by'])
    .where('kind', '=', given.kind)
    .where('recordId', '=', given.recordId)
    .where((eb) => eb.or([isMissing(given.number, 'int'), eb('number', '=', given.number)]))
    .orderBy('number', 'desc')
    .limit(1),
)

/** A change of a record, for its history. */
export interface PastChange extends Pick<KeptChange, 'number' | 'before' | 'after'> {
  readonly at: Date
  readonly by: People['name']
  readonly note: RecordChanges['note']
}

/** What was changed in a record, the latest first. */
export async function changesOfRecord(
  db: Db,
  record: { readonly kind: RecordKind; readonly recordId: number },
  limit: number,
): Promise<readonly PastChange[]> {
  const rows = await changes(db, { ...record, limit })
  return rows.map((row) => ({ ...row, before: columns(row.before), after: columns(row.after) }))
}

const changes = statement((db, given: Params<{ kind: RecordKind; recordId: number; limit: number }>) =>
  db
    .selectFrom('recordChanges as c')
    .innerJoin('people as p', 'p.id', 'c.changedBy')
    .select(['c.number', 'c.before', 'c.after', 'c.note', 'c.changedAt as at', 'p.name as by'])
    .where('c.kind', '=', given.kind)
    .where('c.recordId', '=', given.recordId)
    .orderBy('c.number', 'desc')
    .limit(given.limit),
)

function columns(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? { ...json } : {}
}
