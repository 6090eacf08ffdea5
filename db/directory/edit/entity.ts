import { brokenConstraint, UserError } from '../../../src/core/errors.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { Entities } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import type { Renaming } from '../names/former.ts'
import { namedChange, type RecordedRename } from '../names/rename.ts'
import { type FieldDifference, type Recorder, recordChange } from './changes.ts'
import { stamp } from './stamp.ts'
import { type EndedTerm, endTermsOf } from './terms.ts'
import { undoneAddition } from './undoneAddition.ts'

/** What can be set of an entity. */
export type EntityFields = Pick<
  Entities,
  'acronym' | 'name' | 'kind' | 'type' | 'joined' | 'aliases' | 'retired'
>

const fields = ['acronym', 'name', 'kind', 'type', 'joined', 'aliases', 'retired'] as const

export interface SavedRecord {
  /** Of the record. */
  readonly id: number
  /** Of the change, for taking it back. */
  readonly change: number
  /** It was added before and that was taken back, so that its record goes on. */
  readonly again?: boolean
}

/** Adds an entity, or brings back one whose addition was taken back. Raises `UserError` where its acronym is taken. */
export async function addEntity(trx: Trx, given: EntityFields, recorder: Recorder): Promise<SavedRecord> {
  const undone = await undoneEntity(trx, given.acronym)
  const back = undone && (await changeEntity(trx, undone.id, given, { ...recorder, reverts: undone.change }))
  if (back) return { id: back.id, change: back.change, again: true }
  const { id } = await trx
    .insertInto('entities')
    .values({ ...given, aliases: [...given.aliases] })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      throw taken(error, given.acronym)
    })
  const change = await recordChange(
    trx,
    { kind: 'entity', recordId: id, before: null, after: given },
    recorder,
  )
  return { id, change }
}

/**
 * Changes an entity; undefined where nothing differs. Without `renaming` a new name replaces the old one as if that had
 * never been. Raises `UserError` where the acronym is taken.
 */
export async function changeEntity(
  trx: Trx,
  id: number,
  patch: Partial<EntityFields>,
  recorder: Recorder,
  renaming?: Renaming,
): Promise<(SavedRecord & RecordedRename & FieldDifference<EntityFields>) | undefined> {
  const current = await lockEntity(trx, id)
  const changed = await namedChange(trx, { kind: 'entity', id }, { current, patch }, recorder, renaming)
  if (!changed) return undefined
  if (Object.keys(changed.after).length > 0) {
    await trx
      .updateTable('entities')
      .set(changed.after)
      .where('id', '=', id)
      .execute()
      .catch((error: unknown) => {
        throw taken(error, patch.acronym ?? current.acronym)
      })
  }
  return { id, ...(await changed.record()), before: changed.before, after: changed.after }
}

/**
 * Retires an entity from a day on and ends its terms with it. Raises `UserError` if it is retired already, had not
 * joined by then, or is in the chair of a group.
 */
export async function retireEntity(
  trx: Trx,
  id: number,
  on: Day,
  recorder: Recorder,
): Promise<SavedRecord & { readonly ended: readonly EndedTerm[] }> {
  const current = await lockEntity(trx, id)
  if (current.retired !== null)
    throw new UserError(`${current.acronym} is retired already. Nothing was changed.`)
  if (current.joined !== null && on < current.joined)
    throw new UserError(`${current.acronym} joined after that day. Give a later one.`, { option: 'on' })
  await stamp(trx, recorder)
  const ended = await endTermsOf(trx, { kind: 'entity', id, label: current.acronym }, on)
  await trx.updateTable('entities').set({ retired: on }).where('id', '=', id).execute()
  const change = await recordChange(
    trx,
    {
      kind: 'entity',
      recordId: id,
      before: { retired: null, terms: ended.map((term) => ({ id: term.id, during: term.during })) },
      after: { retired: on },
    },
    recorder,
  )
  return { id, change, ended }
}

async function undoneEntity(trx: Trx, acronym: string) {
  const [found] = await trx
    .selectFrom('entities')
    .select('id')
    .where(({ eb, fn }) => eb(fn('lower', ['acronym']), '=', acronym.toLowerCase()))
    .where('retired', 'is not', null)
    .execute()
  return undoneAddition(trx, 'entity', found)
}

async function lockEntity(trx: Trx, id: number): Promise<EntityFields> {
  return trx
    .selectFrom('entities')
    .select([...fields])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

function taken(error: unknown, acronym: string): unknown {
  const constraint = brokenConstraint(error)
  return constraint === 'entities_acronym'
    ? new UserError(`${acronym} is an entity of the directory already. Nothing was changed.`, {
        option: 'acronym',
      })
    : error
}
