import { changeRecord, type KeptRecords, type SavedChange } from '../../db/records/change.ts'
import { changesOfRecord } from '../../db/records/changes.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, type Message, message } from '../../src/core/message.ts'
import type { Context, Question } from '../define.ts'
import { meantChanges } from './meantChanges.ts'

interface RecordEdit<Fields> {
  readonly id: number
  /** What its readers call it: `PRJ3`. */
  readonly label: string
  /** How it stands now. */
  readonly before: Fields
  /** What was typed or sent with the form. */
  readonly given: Partial<Fields>
  /** How it stands now, for whoever opened the form before. */
  readonly card: Message
}

/** How many changes back a form may have been opened. */
const pastLookedAt = 50

/**
 * Changes a record as the author of a form means it; asks first where somebody else changed the same since they opened
 * it. Raises `UserError` where nothing differs.
 */
export async function editRecord<Fields extends { readonly removed: boolean }>(
  { db, caller, now, confirmed, about }: Context,
  kept: KeptRecords<Fields>,
  { id, label, before, given, card }: RecordEdit<Fields>,
): Promise<SavedChange<Fields> | Question> {
  const past = await changesOfRecord(db, { kind: kept.kind, recordId: id }, pastLookedAt)
  const { patch, overtaken } = meantChanges<Fields>(before, past, given)
  if (overtaken.length > 0 && !confirmed) return askToTakeMine(label, card)
  const saved = await changeRecord(db, kept, id, patch, { by: caller.personId, now })
  if (!saved) throw new UserError(`${label} says all of that already; nothing was changed.`)
  about(`${kept.kind}:${id}`)
  return saved
}

function askToTakeMine(label: string, card: Message): Question {
  return {
    kind: 'question',
    message: message(
      `${label} was changed by somebody else since you opened it. Nothing was changed yet; this is what it says now.`,
      ...card.blocks.filter(({ kind }) => kind === 'fields' || kind === 'text'),
      block.text('Yours would take the place of that.'),
    ),
    yes: 'Take mine',
    values: {},
  }
}
