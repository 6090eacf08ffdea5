import { sql } from 'kysely'

import { brokenConstraint, UserError } from '../../../src/core/errors.ts'
import { sameJson } from '../../../src/core/json.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { DirectoryChanges } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type RecordKind = DirectoryChanges['kind']

/** Who changes a record, when, and on what grounds. */
export interface Recorder {
  readonly by: number
  readonly now: Date
  /** A nomination letter, a meeting's decision, a published newsletter. */
  readonly source?: string
  /** The change that is taken back. */
  readonly reverts?: number
  /** The first day of what is changed, where that is not the day of the record; `always` where it was never otherwise. */
  readonly holds?: Day | 'always'
}

/** A change as it was recorded: only the columns that differ, by name. */
export interface Change {
  readonly id: number
  readonly kind: RecordKind
  readonly recordId: number
  /** Null for a record that was added. */
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>>
}

export interface FieldDifference<T> {
  readonly before: Partial<T>
  readonly after: Partial<T>
}

/** The columns of a patch that differ from what stands there; undefined where none does. */
export function difference<T extends object>(current: T, patch: Partial<T>): FieldDifference<T> | undefined {
  const before: Partial<T> = {}
  const after: Partial<T> = {}
  for (const name of Object.keys(patch) as (keyof T)[]) {
    if (patch[name] === undefined || sameJson(current[name], patch[name])) continue
    before[name] = current[name]
    after[name] = patch[name]
  }
  return Object.keys(after).length > 0 ? { before, after } : undefined
}

/** The change with which a record was added; undefined where it was not added by a change. */
export async function changeThatAdded(
  db: Db,
  kind: RecordKind,
  recordId: number,
): Promise<Pick<DirectoryChanges, 'id' | 'recordedAt'> | undefined> {
  const [found] = await adding(db, { kind, recordId })
  return found
}

const adding = statement((db, given: Params<{ kind: RecordKind; recordId: number }>) =>
  db
    .selectFrom('directoryChanges')
    .select(['id', 'recordedAt'])
    .where('kind', '=', given.kind)
    .where('recordId', '=', given.recordId)
    .where('before', 'is', null)
    .orderBy('id', 'desc')
    .limit(1),
)

/** Records a change; gives its number. Raises `UserError` if it takes back what was taken back already. */
export async function recordChange(
  trx: Trx,
  change: Omit<Change, 'id'>,
  { by, now, source, reverts, holds }: Recorder,
): Promise<number> {
  try {
    const [row] = await insertChange(trx, {
      kind: change.kind,
      recordId: change.recordId,
      before: change.before === null ? null : JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      source: source ?? null,
      reverts: reverts ?? null,
      holds: holds === 'always' ? '-infinity' : (holds ?? null),
      by,
      now,
    })
    if (!row) throw new Error('the change was not recorded')
    return row.id
  } catch (error) {
    if (brokenConstraint(error) === 'directory_changes_reverts') {
      throw new UserError(`D${reverts} was taken back already. Nothing was changed.`)
    }
    throw error
  }
}

const insertChange = statement(
  (
    db,
    given: Params<{
      kind: RecordKind
      recordId: number
      before: string | null
      after: string
      source: string | null
      reverts: number | null
      /** Null for the day of the record, or of the change that is taken back. */
      holds: Day | null
      by: number
      now: Date
    }>,
  ) =>
    db
      .insertInto('directoryChanges')
      .values({
        kind: given.kind,
        recordId: given.recordId,
        before: given.before,
        after: given.after,
        source: given.source,
        reverts: given.reverts,
        holdsFrom: given.holds,
        recordedBy: given.by,
        recordedAt: given.now,
      })
      .returning('id'),
)

/** A change with who recorded it. */
export interface RecordedChange extends Change {
  readonly by: number | null
  readonly recordedAt: Date
  /** The change that it took back; null for none. */
  readonly reverts: number | null
}

/** The change of a number; undefined where there is none. */
export async function changeOf(db: Db, id: number): Promise<RecordedChange | undefined> {
  const [row] = await changes(db, { id })
  return row && { ...row, before: columns(row.before), after: columns(row.after) ?? {} }
}

/** A change, the one that it took back, the one that this had taken back, and so on. */
export async function chainOf(db: Db, id: number): Promise<readonly number[]> {
  const rows = await db
    .withRecursive('taken(id, reverts, depth)', (cte) =>
      cte
        .selectFrom('directoryChanges')
        .select(['id', 'reverts', sql<number>`0`.as('depth')])
        .where('id', '=', id)
        .unionAll((more) =>
          more
            .selectFrom('directoryChanges as c')
            .innerJoin('taken as t', 't.reverts', 'c.id')
            .select(({ eb }) => ['c.id', 'c.reverts', eb('t.depth', '+', 1).as('depth')]),
        ),
    )
    .selectFrom('taken')
    .select('id')
    .orderBy('depth')
    .execute()
  return rows.map((row) => row.id)
}

/** Whether taking a change back makes another one hold again, since it is the taking back of one that holds without it. */
export async function redoes(
  db: Db,
  { id, reverts }: Pick<RecordedChange, 'id' | 'reverts'>,
): Promise<boolean> {
  return reverts !== null && (await chainOf(db, id)).length % 2 === 0
}

const changes = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('directoryChanges')
    .select(['id', 'kind', 'recordId', 'before', 'after', 'reverts', 'recordedBy as by', 'recordedAt'])
    .where('id', '=', given.id),
)

function columns(json: unknown): Readonly<Record<string, unknown>> | null {
  return typeof json === 'object' && json !== null ? { ...json } : null
}
