import { isDeepStrictEqual } from 'node:util'

import { sql } from 'kysely'

import { overlaps, UserError } from '../../../src/core/errors.ts'
import type { Roles } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { type Change, type Recorder, recordChange } from '../edit/changes.ts'
import { stamp } from '../edit/stamp.ts'

/** A term of a working group as it stands in a change; `during` as Postgres writes a range. */
type Term = Omit<Roles, 'createdAt'> & { readonly createdAt: string }

/** The terms that a change altered, by their ids, as they were and as they became. */
interface Altered {
  readonly roles: readonly Term[]
}

/**
 * Records what `write` alters of a group's terms, so that it can be taken back to the letter. The number of the
 * change; undefined where nothing was altered.
 */
export async function recordTerms<T>(
  trx: Trx,
  groupId: number,
  recorder: Recorder,
  write: () => Promise<T>,
): Promise<{ readonly result: T; readonly change: number | undefined }> {
  const before = await termsOf(trx, groupId)
  const result = await write()
  const after = await termsOf(trx, groupId)
  const was = without(before, after)
  const is = without(after, before)
  if (was.length === 0 && is.length === 0) return { result, change: undefined }
  const change = await recordChange(
    trx,
    { kind: 'group', recordId: groupId, before: { roles: was }, after: { roles: is } },
    recorder,
  )
  return { result, change }
}

/** The terms without those that others have exactly alike. */
function without(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  const byId = new Map(others.map((term) => [term.id, term]))
  return terms.filter((term) => !isDeepStrictEqual(byId.get(term.id), term))
}

/** Whether a change altered terms of a group. */
export function altersTerms({ kind, after }: Change): boolean {
  return kind === 'group' && 'roles' in after
}

/** Somebody's last change of a group's terms that stands: it was not taken back, and takes nothing back itself. */
export async function lastTermChange(db: Db, personId: number): Promise<number | undefined> {
  const [row] = await lastOf(db, { personId })
  return row?.id
}

const lastOf = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('directoryChanges as c')
    .leftJoin('directoryChanges as b', 'b.reverts', 'c.id')
    .select('c.id')
    .where('c.kind', '=', 'group')
    .where('c.recordedBy', '=', given.personId)
    .where('c.reverts', 'is', null)
    .where('b.id', 'is', null)
    .where(({ ref }) => sql<boolean>`${ref('c.after')} -> 'roles' is not null`)
    .orderBy('c.id', 'desc')
    .limit(1),
)

/** Gives the terms back what they had before a change. Raises `UserError` where one was altered since. */
export async function revertTerms(trx: Trx, change: Change, recorder: Recorder): Promise<number> {
  const { recordId: groupId, id } = change
  const by = { ...recorder, reverts: id }
  await stamp(trx, by)
  const [was, is] = [termsIn(change.before), termsIn(change.after)]
  const now = await termsOf(trx, groupId)
  const standing = new Map(
    is.flatMap((term) => {
      const one = now.find((each) => isDeepStrictEqual(factsOf(each), factsOf(term)))
      return one ? [[term.id, one.id] as const] : []
    }),
  )
  if (standing.size < is.length) {
    throw new UserError(
      `What D${id} set was changed since; /wg history shows the terms. Nothing was changed.`,
    )
  }
  const saved = await recordTerms(trx, groupId, by, () => putBack(trx, was, standing))
  if (saved.change !== undefined) return saved.change
  throw new UserError(`D${id} has no effect any more. Nothing was changed.`)
}

/** What a term says. One that was taken away and put back since has another number and was recorded by somebody else. */
function factsOf({ id: _id, createdBy: _by, createdAt: _at, ...facts }: Term) {
  return facts
}

/** Brings terms back; `standing` has the numbers of those that the change left, by the numbers that they had then. */
async function putBack(trx: Trx, was: readonly Term[], standing: ReadonlyMap<number, number>) {
  const added = [...standing].filter(([id]) => !was.some((term) => term.id === id)).map(([, now]) => now)
  if (added.length > 0) await trx.deleteFrom('roles').where('id', 'in', added).execute()
  try {
    for (const term of was) {
      const id = standing.get(term.id)
      if (id !== undefined) {
        await trx.updateTable('roles').set({ during: term.during }).where('id', '=', id).execute()
        continue
      }
      const { id: _gone, createdAt, ...columns } = term
      await trx
        .insertInto('roles')
        .values({ ...columns, createdAt: new Date(createdAt) })
        .execute()
    }
  } catch (error) {
    if (!overlaps(error)) throw error
    throw new UserError(
      'Those days were given to somebody else since; /wg history shows the terms. Nothing was changed.',
    )
  }
}

/** All terms of a group, held until the transaction ends. */
async function termsOf(trx: Trx, groupId: number): Promise<readonly Term[]> {
  await trx.selectFrom('workingGroups').select('id').where('id', '=', groupId).forUpdate().execute()
  const rows = await trx
    .selectFrom('roles')
    .select([
      'id',
      'groupId',
      'role',
      'entityId',
      'personId',
      'holder',
      'asOf',
      'note',
      'source',
      'createdBy',
      'createdAt',
    ])
    .select(({ ref }) => sql<string>`${ref('during')}::text`.as('during'))
    .where('groupId', '=', groupId)
    .orderBy('id')
    .execute()
  return rows.map(({ createdAt, ...term }) => ({ ...term, createdAt: createdAt.toISOString() }))
}

function termsIn(columns: Change['before']): readonly Term[] {
  // What stands there was written by `recordTerms`.
  return (columns as Altered | null)?.roles ?? []
}
