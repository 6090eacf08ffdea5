import { UserError } from '../../../src/core/errors.ts'
import { sameJson } from '../../../src/core/json.ts'
import { type Day, isDay } from '../../../src/core/time/day.ts'
import type { Trx } from '../../store/db.ts'
import { keepFormerAddress, restoreWithPerson } from '../busy/formerAddresses.ts'
import { takeImportBack } from '../import/undo/takeImportBack.ts'
import { namingChanges } from '../names/former.ts'
import { revertSeat } from '../seats/revertSeat.ts'
import { restoreSeats } from '../seats/seats.ts'
import { revertHandover } from '../transfers/handover.ts'
import { revertMerge } from '../transfers/revertMerge.ts'
import type { Change, Recorder } from './changes.ts'
import { changeEntity, type EntityFields, retireEntity } from './entity.ts'
import { changeGroup, type GroupFields } from './group.ts'
import { inForce } from './inForce.ts'
import { changePerson, type PersonPatch } from './person.ts'
import { retirePerson } from './retirePerson.ts'
import { stamp } from './stamp.ts'
import { restoreTerms } from './terms.ts'

/**
 * Takes a change back: its columns get what they had before it, and terms that it ended go on. What was added is
 * retired. Raises `UserError` where a column was changed again since, or the change was taken back already.
 */
export async function revertChange(
  trx: Trx,
  change: Change,
  today: Day,
  recorder: Recorder,
): Promise<number> {
  const reverts = { ...recorder, reverts: change.id }
  switch (change.kind) {
    case 'seat':
      return revertSeat(trx, change, reverts)
    case 'handover':
      return revertHandover(trx, change, reverts)
    case 'merge':
      return revertMerge(trx, change, reverts)
    case 'import':
      return takeImportBack(trx, change, today, reverts)
    case 'entity':
    case 'person':
    case 'group':
      return revertRecord(trx, change, today, reverts)
  }
}

async function revertRecord(trx: Trx, change: Change, today: Day, by: Recorder): Promise<number> {
  const before = change.before ?? { [change.kind === 'person' ? 'retiredOn' : 'retired']: today }
  // Former names are turned back with the change itself, a calendar with the retirement.
  const { terms, seats, formerName: _, calendar: __, ...patch } = before
  await checkUntouched(trx, change, Object.keys(patch))
  const again = await retiredAgain(trx, change, by)
  if (again !== undefined) return again
  // What stands in a change was written from a patch of the same kind.
  // What was never there is in no list of an earlier day either.
  const never = change.kind === 'entity' && change.before === null ? { joined: today } : {}
  const retires = change.kind === 'person' ? patch['retiredOn'] : undefined
  if (typeof retires === 'string')
    await keepFormerAddress(trx, change.recordId, { now: by.now, retired: true })
  const saved = await applyPatch(trx, change, { ...patch, ...never }, by)
  if (!saved)
    throw new UserError(`What D${change.id} changed is as it was before already. Nothing was changed.`)
  await stamp(trx, by)
  if (Array.isArray(terms)) await restoreTerms(trx, terms.filter(isTerm))
  if (Array.isArray(seats)) await restoreSeats(trx, seats.filter(isTerm), by)
  if (retires === null) await restoreWithPerson(trx, change.recordId, by.now)
  return saved.change
}

/**
 * Retires a person or an entity anew where it is their coming back that is taken back: the terms that went on with it
 * end again. Undefined for any other change.
 */
async function retiredAgain(trx: Trx, change: Change, by: Recorder): Promise<number | undefined> {
  const { kind, recordId, before } = change
  const on = before?.[kind === 'person' ? 'retiredOn' : 'retired']
  if (typeof on !== 'string' || !isDay(on) || Object.keys(before ?? {}).length !== 1) return undefined
  switch (kind) {
    case 'person':
      return (await retirePerson(trx, recordId, on, by)).change
    case 'entity':
      return (await retireEntity(trx, recordId, on, by)).change
    case 'group':
    case 'seat':
    case 'handover':
    case 'merge':
    case 'import':
      return undefined
  }
}

async function applyPatch(trx: Trx, { kind, recordId }: Change, patch: object, by: Recorder) {
  switch (kind) {
    case 'entity':
      return changeEntity(trx, recordId, patch as Partial<EntityFields>, by)
    case 'person':
      return changePerson(trx, recordId, patch as PersonPatch, by)
    case 'group':
      return changeGroup(trx, recordId, patch as Partial<GroupFields>, by)
    case 'seat':
    case 'handover':
    case 'merge':
    case 'import':
      return undefined
  }
}

/** A later change of the same columns, or a later name, would be overruled in silence. */
async function checkUntouched(trx: Trx, change: Change, columns: readonly string[]): Promise<void> {
  const naming =
    change.kind === 'entity' || change.kind === 'group'
      ? await namingChanges(trx, { kind: change.kind, id: change.recordId })
      : new Set<number>()
  const clash = (await inForceAfter(trx, change)).find(
    ({ id, after }) =>
      (naming.has(change.id) && naming.has(id)) ||
      Object.entries(after ?? {}).some(
        ([name, value]) => columns.includes(name) && !sameJson(value, change.after[name]),
      ),
  )
  if (!clash) return
  throw new UserError(
    `What D${change.id} changed was changed again by D${clash.id}. Take that back first, or set the value again. Nothing was changed.`,
  )
}

/** The later changes of the record, without those that were taken back and what took them back. */
async function inForceAfter(trx: Trx, { kind, recordId, id }: Change) {
  return inForce(
    await trx
      .selectFrom('directoryChanges')
      .select(['id', 'after', 'reverts'])
      .where('kind', '=', kind)
      .where('recordId', '=', recordId)
      .where('id', '>', id)
      .orderBy('id')
      .execute(),
  )
}

function isTerm(value: unknown): value is { readonly id: number; readonly during: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'number' &&
    'during' in value &&
    typeof value.during === 'string'
  )
}
