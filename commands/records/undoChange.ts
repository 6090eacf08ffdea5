import { type KeptRecords, type RecordKind, revertChange, type SavedChange } from '../../db/records/change.ts'
import { keptChange } from '../../db/records/changes.ts'
import { type Button, button } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { type Context, found } from '../define.ts'

/** The option of every command that takes a change of a record back. */
export const whichChange = option.integer({ about: 'Which of its changes; the last by default', min: 1 })

/** The button that takes a change back, by the command that does it. */
export function undoButton(
  command: string,
  record: Readonly<Record<string, string>>,
  change: number,
): Button {
  return button('Undo', command, { ...record, change: String(change) })
}

/**
 * Takes a change of a record back, the last one unless told. `refuse` raises `UserError` for those who may not: of the
 * caller's own change it is given what would stand again, since the change may have given their right away. Raises
 * `UserError` where the record was changed since.
 */
export async function undoChange<Fields extends { readonly removed: boolean }>(
  { db, caller, now }: Context,
  kept: KeptRecords<Fields>,
  { recordId, number }: { readonly recordId: number; readonly number: number | undefined },
  refuse: (own: Partial<Fields> | undefined) => void,
): Promise<SavedChange<Fields>> {
  const kind: RecordKind = kept.kind
  const change = found(
    await keptChange(db, { kind, recordId, number: number ?? null }),
    'such change of this record',
  )
  // Written from these very fields.
  refuse(change.by === caller.personId ? (change.before as Partial<Fields>) : undefined)
  return revertChange(db, kept, change, { by: caller.personId, now })
}
