import { changeRecord, type KeptRecords, type SavedChange } from '../../db/records/change.ts'
import { UserError } from '../../src/core/errors.ts'
import { sameJson } from '../../src/core/json.ts'
import type { Context } from '../define.ts'

interface RecordEdit<Fields> {
  readonly id: number
  /** What its readers call it: `PRJ3`. */
  readonly label: string
  /** How it stands now. */
  readonly before: Fields
  /** What was typed. */
  readonly given: Partial<Fields>
}

/** Changes what differs of a record. Raises `UserError` where nothing does. */
export async function editRecord<Fields extends { readonly removed: boolean }>(
  { db, caller, now, about }: Context,
  kept: KeptRecords<Fields>,
  { id, label, before, given }: RecordEdit<Fields>,
): Promise<SavedChange<Fields>> {
  const differs = (name: string) => !sameJson(Reflect.get(before, name), Reflect.get(given, name))
  const patch = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && differs(name)),
  ) as Partial<Fields>
  const saved = await changeRecord(db, kept, id, patch, { by: caller.personId, now })
  if (!saved) throw new UserError(`${label} says all of that already; nothing was changed.`)
  about(`${kept.kind}:${id}`)
  return saved
}
