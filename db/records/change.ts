import { sql } from 'kysely'

import { UserError } from '../../src/core/errors.ts'
import { sameJson } from '../../src/core/json.ts'
import { difference } from '../directory/edit/changes.ts'
import type { RecordChanges } from '../schema.ts'
import type { Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

export type RecordKind = RecordChanges['kind']

/** Who changes a record, when, and why. */
export interface Recorder {
  readonly by: number
  readonly now: Date
  readonly note?: string
}

/** Records of one kind, each of whose changes is kept. `Fields` are the columns that change, as JSON holds them. */
export interface KeptRecords<Fields extends Removable> {
  readonly kind: RecordKind
  /** Locks the record until the transaction ends; undefined where there is none. */
  lock(trx: Trx, id: number): Promise<Fields | undefined>
  write(trx: Trx, id: number, fields: Partial<Fields>): Promise<unknown>
}

interface Removable {
  readonly removed: boolean
}

/** A change as it was kept: only the columns that differ, by name. */
export interface KeptChange {
  readonly kind: RecordKind
  readonly recordId: number
  /** Counts the changes of the record from 1. */
  readonly number: number
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  readonly by: number
}

export interface SavedChange<Fields> {
  /** The number of the change among those of its record. */
  readonly change: number
  readonly before: Partial<Fields>
  readonly after: Partial<Fields>
}

/** Changes what differs from the record as it stands; undefined where nothing does, or there is no such record. */
export async function changeRecord<Fields extends Removable>(
  trx: Trx,
  kept: KeptRecords<Fields>,
  id: number,
  patch: Partial<Fields>,
  recorder: Recorder,
): Promise<SavedChange<Fields> | undefined> {
  const current = await kept.lock(trx, id)
  const differing = current && difference(current, patch)
  if (!differing) return undefined
  await kept.write(trx, id, differing.after)
  const change = await keepChange(trx, { kind: kept.kind, recordId: id, ...differing }, recorder)
  return { change, ...differing }
}

/** Keeps that a record was added; gives the number of the change, which is taken back by removing the record. */
export async function keepAdded(
  trx: Trx,
  { kind }: Pick<KeptRecords<Removable>, 'kind'>,
  recordId: number,
  recorder: Recorder,
): Promise<number> {
  const change = { kind, recordId, before: { removed: true }, after: { removed: false } }
  return keepChange(trx, change, recorder)
}

/**
 * Gives the columns of a change the values that they had before it. Raises `UserError` where one of them was changed
 * since, or the change was taken back already.
 */
export async function revertChange<Fields extends Removable>(
  trx: Trx,
  kept: KeptRecords<Fields>,
  { recordId, number, before, after }: KeptChange,
  recorder: Recorder,
): Promise<SavedChange<Fields>> {
  const current = await kept.lock(trx, recordId)
  const { kind } = kept
  const now: Readonly<Record<string, unknown>> = { ...current }
  if (await isReverted(trx, { kind, recordId, number }))
    throw new UserError('That was taken back already. Nothing was changed.')
  if (!current || !Object.entries(after).every(([name, value]) => sameJson(now[name], value)))
    throw new UserError('That was changed since, so it cannot be taken back. Nothing was changed.')
  // Both were written by this file from these very columns.
  const restored = { before: after as Partial<Fields>, after: before as Partial<Fields> }
  await kept.write(trx, recordId, restored.after)
  const change = await keepChange(trx, { kind, recordId, ...restored }, recorder, number)
  return { change, ...restored }
}

type Key = Pick<KeptChange, 'kind' | 'recordId' | 'number'>

async function isReverted(trx: Trx, change: Key): Promise<boolean> {
  const rows = await reverting(trx, change)
  return rows.length > 0
}

const reverting = statement((db, given: Params<Key>) =>
  db
    .selectFrom('recordChanges')
    .select('number')
    .where('kind', '=', given.kind)
    .where('recordId', '=', given.recordId)
    .where('reverts', '=', given.number),
)

/** The record is locked, so that no other change takes the same number. */
async function keepChange(
  trx: Trx,
  change: {
    readonly kind: RecordKind
    readonly recordId: number
    readonly before: object
    readonly after: object
  },
  { by, now, note }: Recorder,
  reverts?: number,
): Promise<number> {
  const [row] = await insert(trx, {
    kind: change.kind,
    recordId: change.recordId,
    before: JSON.stringify(change.before),
    after: JSON.stringify(change.after),
    note: note ?? null,
    reverts: reverts ?? null,
    by,
    now,
  })
  if (!row) throw new Error('the change was not kept')
  return row.number
}

interface Row {
  readonly kind: RecordKind
  readonly recordId: number
  readonly before: string
  readonly after: string
  readonly note: string | null
  readonly reverts: number | null
  readonly by: number
  readonly now: Date
}

const insert = statement((db, given: Params<Row>) =>
  db
    .insertInto('recordChanges')
    .values(({ selectFrom }) => ({
      kind: given.kind,
      recordId: given.recordId,
      number: selectFrom('recordChanges as c')
        .select(({ fn, ref }) => sql<number>`coalesce(${fn.max(ref('c.number'))}, 0) + 1`.as('next'))
        .where('c.kind', '=', given.kind)
        .where('c.recordId', '=', given.recordId),
      before: given.before,
      after: given.after,
      note: given.note,
      reverts: given.reverts,
      changedBy: given.by,
      changedAt: given.now,
    }))
    .returning('number'),
)
