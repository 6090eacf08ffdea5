import { brokenConstraint, UserError } from '../../../src/core/errors.ts'
import type { WorkingGroups } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { lockTables } from '../../store/locks.ts'
import type { Renaming } from '../names/former.ts'
import { namedChange, type RecordedRename } from '../names/rename.ts'
import { type FieldDifference, type Recorder, recordChange } from './changes.ts'
import type { SavedRecord } from './entity.ts'
import { undoneAddition } from './undoneAddition.ts'

/** What can be set of a working group. */
export type GroupFields = Pick<
  WorkingGroups,
  | (
      | 'acronym'
      | 'name'
      | 'number'
      | 'pillar'
      | 'objective'
      | 'aliases'
      | 'subjects'
      | 'openToAll'
      | 'retired'
    )
  | ('quorum' | 'rhythm')
>

const fields = [
  'acronym',
  'name',
  'number',
  'pillar',
  'objective',
  'aliases',
  'subjects',
  'openToAll',
  'retired',
  'quorum',
  'rhythm',
] as const

/**
 * Adds a working group, with the next number where none is given, or brings back one whose addition was taken back.
 * Raises `UserError` for a name that is taken.
 */
export async function addGroup(
  trx: Trx,
  given: Omit<GroupFields, 'number' | 'quorum' | 'rhythm'> &
    Partial<Pick<GroupFields, 'quorum' | 'rhythm'>> & { readonly number: number | undefined },
  recorder: Recorder,
): Promise<SavedRecord & { readonly number: number }> {
  const undone = await undoneGroup(trx, given.acronym)
  const number = given.number ?? undone?.number ?? (await nextNumber(trx))
  if (number !== undone?.number) await freeNumber(trx, number)
  const back =
    undone &&
    (await changeGroup(trx, undone.id, { ...given, number }, { ...recorder, reverts: undone.change }))
  if (back) return { id: back.id, change: back.change, number, again: true }
  const { id } = await trx
    .insertInto('workingGroups')
    .values({ ...given, aliases: [...given.aliases], subjects: [...given.subjects], number })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch((error: unknown) => {
      throw taken(error, given.acronym, number)
    })
  const change = await recordChange(
    trx,
    { kind: 'group', recordId: id, before: null, after: { ...given, number } },
    recorder,
  )
  return { id, change, number }
}

/** The next number, which no other group takes before this transaction ends; one whose addition was taken back has none. */
async function nextNumber(trx: Trx): Promise<number> {
  await lockTables(trx, ['workingGroups'], 'share row exclusive')
  const groups = await trx
    .selectFrom('workingGroups')
    .select(['id', 'number', 'retired'])
    .orderBy('number', 'desc')
    .execute()
  for (const one of groups)
    if (one.retired === null || !(await undoneAddition(trx, 'group', one))) return one.number + 1
  return 1
}

/** Takes a number from a group whose addition was taken back. */
async function freeNumber(trx: Trx, number: number): Promise<void> {
  const [holder] = await trx
    .selectFrom('workingGroups')
    .select('id')
    .where('number', '=', number)
    .where('retired', 'is not', null)
    .execute()
  const undone = await undoneAddition(trx, 'group', holder)
  if (!undone) return
  await trx
    .updateTable('workingGroups')
    .set({
      number: (eb) =>
        eb.selectFrom('workingGroups as g').select((of) => of(of.fn.max('g.number'), '+', 1).as('next')),
    })
    .where('id', '=', undone.id)
    .execute()
}

async function undoneGroup(trx: Trx, acronym: string) {
  const [found] = await trx
    .selectFrom('workingGroups')
    .select(['id', 'number'])
    .where(({ eb, fn }) => eb(fn('lower', ['acronym']), '=', acronym.toLowerCase()))
    .where('retired', 'is not', null)
    .execute()
  const undone = await undoneAddition(trx, 'group', found)
  return found && undone && { ...undone, number: found.number }
}

/** What is set of a working group today, read before anything of it is changed; undefined where there is none. */
export function groupFields(db: Db, id: number): Promise<GroupFields | undefined> {
  return db
    .selectFrom('workingGroups')
    .select([...fields])
    .where('id', '=', id)
    .executeTakeFirst()
}

/**
 * Changes a working group; undefined where nothing differs. Without `renaming` a new name replaces the old one as if
 * that had never been. Raises `UserError` for a name that is taken.
 */
export async function changeGroup(
  trx: Trx,
  id: number,
  patch: Partial<GroupFields>,
  recorder: Recorder,
  renaming?: Renaming,
): Promise<(SavedRecord & RecordedRename & FieldDifference<GroupFields>) | undefined> {
  const current = await trx
    .selectFrom('workingGroups')
    .select([...fields])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const changed = await namedChange(trx, { kind: 'group', id }, { current, patch }, recorder, renaming)
  if (!changed) return undefined
  if (Object.keys(changed.after).length > 0) {
    await trx
      .updateTable('workingGroups')
      .set(changed.after)
      .where('id', '=', id)
      .execute()
      .catch((error: unknown) => {
        throw taken(error, patch.acronym ?? current.acronym, patch.number ?? current.number)
      })
  }
  return { id, ...(await changed.record()), before: changed.before, after: changed.after }
}

function taken(error: unknown, acronym: string, number: number): unknown {
  const constraint = brokenConstraint(error)
  if (constraint === 'working_groups_acronym')
    return new UserError(`${acronym} is a working group already. Nothing was changed.`, { option: 'acronym' })
  if (constraint === 'working_groups_number_key')
    return new UserError(`Another working group has the number ${number}. Nothing was changed.`, {
      option: 'number',
    })
  return error
}
