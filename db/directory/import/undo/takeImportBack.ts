import { UserError } from '../../../../src/core/errors.ts'
import type { Day } from '../../../../src/core/time/day.ts'
import type { Trx } from '../../../store/db.ts'
import { type Change, type Recorder, recordChange } from '../../edit/changes.ts'
import { changeEntity, type EntityFields } from '../../edit/entity.ts'
import { changeGroup, type GroupFields } from '../../edit/group.ts'
import { stamp } from '../../edit/stamp.ts'
import { revertSeat } from '../../seats/revertSeat.ts'
import { setParts } from '../parts.ts'
import { recordBatch } from '../recordBatch.ts'
import { peopleWhole, updatePeople } from '../writePeople.ts'
import type { ImportWrites } from '../written.ts'
import { inUse } from './inUse.ts'
import { retireRecords } from './retireRecords.ts'
import { takeTermsBack } from './takeTermsBack.ts'
import { standingChanges, touchedSince } from './touched.ts'

/**
 * Takes a whole import back: what it changed gets what it had before, roles that it gave are gone, and records that it
 * added are retired, so that the mended file brings them back. What was taken back one by one since stays as it is.
 * Raises `UserError` where something of it was changed since or is in use by now.
 */
export async function takeImportBack(
  trx: Trx,
  { id, recordId, before, after }: Change,
  today: Day,
  recorder: Recorder,
): Promise<number> {
  if (before === null)
    throw new UserError(`D${id} took an import back. Give the file again. Nothing was changed.`)
  const [again] = await trx.selectFrom('directoryChanges').select('id').where('reverts', '=', id).execute()
  if (again) throw new UserError(`D${id} was taken back already. Nothing was changed.`)
  // What stands there was written by `recordImport`.
  const { changes = [], parts = [], terms = [] } = before as Partial<ImportWrites>
  const recorded = { by: recorder.by, now: recorder.now, source: `Import taken back (D${id})` }
  await stamp(trx, recorded)
  await refuseTouched(trx, changes)
  await takeTermsBack(trx, terms)
  const standing = await standingChanges(trx, changes)
  for (const seat of standing.filter(({ kind }) => kind === 'seat').toReversed()) {
    await revertSeat(trx, seat, { ...recorded, reverts: seat.id })
  }
  await stamp(trx, recorded)
  const additions = standing.filter((one) => one.before === null)
  await refuseUsed(trx, additions, today)
  const edits = standing.filter((one) => one.before !== null)
  await restorePeople(
    trx,
    edits.filter(({ kind }) => kind === 'person'),
    recorded,
  )
  await restoreOthers(
    trx,
    edits.filter(({ kind }) => kind !== 'person'),
    recorder,
  )
  for (const one of parts) await setParts(trx, one.entityId, one.parts)
  await recordBatch(trx, await retireRecords(trx, additions, { today, now: recorder.now }), recorded)
  return recordChange(
    trx,
    { kind: 'import', recordId, before: null, after: { file: after['file'], takenBack: id } },
    recorder,
  )
}

/** Raises `UserError` where something of an import was changed since. */
async function refuseTouched(trx: Trx, changes: readonly number[]): Promise<void> {
  const touched = await touchedSince(trx, changes)
  if (!touched) return
  throw new UserError(
    `${touched.label} was changed since by D${touched.later}. Take that back first (/directory revert D${touched.later}). Nothing was changed.`,
  )
}

/** Raises `UserError` where a record that an import added is in use. */
async function refuseUsed(trx: Trx, additions: readonly Change[], today: Day): Promise<void> {
  const added = (kind: Change['kind']) =>
    additions.filter((one) => one.kind === kind).map(({ recordId }) => recordId)
  const [used] = await inUse(trx, {
    people: added('person'),
    entities: added('entity'),
    groups: added('group'),
    today,
  })
  if (!used) return
  throw new UserError(
    `${used.label} came with this file and ${used.why} by now. End that first. Nothing was changed.`,
  )
}

/** Records that a file was taken over, as one change. */
export async function recordImport(
  trx: Trx,
  importId: number,
  {
    file,
    written,
    records,
  }: { readonly file: string; readonly written: ImportWrites; readonly records: number },
  recorder: Recorder,
): Promise<number> {
  return recordChange(
    trx,
    { kind: 'import', recordId: importId, before: { ...written }, after: { file, records } },
    recorder,
  )
}

async function restorePeople(
  trx: Trx,
  changes: readonly Change[],
  recorded: { readonly by: number; readonly now: Date; readonly source: string },
): Promise<void> {
  const whole = new Map(
    (
      await peopleWhole(
        trx,
        changes.map(({ recordId }) => recordId),
      )
    ).map((one) => [one.id, one]),
  )
  const restored = changes.flatMap(({ id, recordId, before, after }) => {
    const current = whole.get(recordId)
    if (!current || before === null) return []
    return [{ id: recordId, whole: { ...current, ...before }, before: after, after: before, reverts: id }]
  })
  await updatePeople(trx, restored, recorded)
}

async function restoreOthers(trx: Trx, changes: readonly Change[], recorder: Recorder): Promise<void> {
  for (const { id, kind, recordId, before } of changes) {
    const by = { by: recorder.by, now: recorder.now, reverts: id }
    // What stands in a change was written from a patch of the same kind.
    if (kind === 'entity') await changeEntity(trx, recordId, before as Partial<EntityFields>, by)
    if (kind === 'group') await changeGroup(trx, recordId, before as Partial<GroupFields>, by)
  }
}
