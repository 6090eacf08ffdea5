import { sql } from 'kysely'

import type { Day } from '../../src/core/time/day.ts'
import type { People, Updates, UpdateVersions } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

export type UpdateStatus = Updates['status']

/**
 * What an update says, as read from its text and its options. `text` is without the date printed at its edge,
 * `originalText` as it was typed; `section` is the key of a subsection of the newsletter; `entities` are acronyms in the
 * order of the text, `wg` is the acronym of the working group that it is about, and `bold` are words of the text.
 * Before the day of `embargoUntil` it must not be printed.
 */
export type UpdateContent = Readonly<
  Omit<
    UpdateVersions,
    'updateId' | 'version' | 'basedOn' | 'editedBy' | 'editedAt' | 'entities' | 'bold' | 'features'
  >
> & { readonly entities: readonly string[]; readonly bold: readonly string[] }

/** Whether an update must not be printed yet on a day. */
export function isUnderEmbargo({ embargoUntil }: Pick<UpdateContent, 'embargoUntil'>, day: Day): boolean {
  return embargoUntil !== null && day < embargoUntil
}

export interface Update
  extends UpdateContent,
    Readonly<
      Pick<
        Updates,
        | ('id' | 'version' | 'status' | 'authorId' | 'entityId' | 'newsletterId' | 'postedAt')
        | ('decisions' | 'acceptedBy' | 'former' | 'mergedInto' | 'heldOver')
      >
    > {
  readonly author: People['name']
  readonly authorLeftOn: People['retiredOn']
  /** Who wrote the current version. */
  readonly editedBy: UpdateVersions['editedBy']
  readonly entity: string | null
  /** What the secretariat wrote when it returned it. */
  readonly comment: string | null
}

/** Updates `u` with their current version `v`, author `p` and entity `e`, as an `Update` each. */
export function updateRows(db: QueryBuilder) {
  return updateSources(db)
    .select([
      'u.id',
      'u.version',
      'u.status',
      'u.authorId',
      'p.name as author',
      'u.entityId',
      'p.retiredOn as authorLeftOn',
    ])
    .select(['e.acronym as entity', 'u.newsletterId', 'u.postedAt', 'u.comment'])
    .select(['u.decisions', 'u.acceptedBy', 'u.former', 'u.mergedInto', 'u.heldOver', 'v.editedBy'])
    .select(['v.text', 'v.originalText', 'v.section', 'v.printedDate', 'v.dateForm', 'v.startOn'])
    .select(['v.endOn', 'v.precision', 'v.dates', 'v.entities', 'v.wg', 'v.place', 'v.links', 'v.bold'])
    .select('v.embargoUntil')
}

/** Updates `u`, each with its version in force `v`, its author `p` and its entity `e`. */
export function updateSources(db: QueryBuilder) {
  return db
    .selectFrom('updates as u')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
    )
    .innerJoin('people as p', 'p.id', 'u.authorId')
    .leftJoin('entities as e', 'e.id', 'u.entityId')
}

export async function updateById(db: Db, id: number): Promise<Update | undefined> {
  const [update] = await byId(db, { id })
  return update
}

const byId = statement((db, given: Params<{ id: number }>) => updateRows(db).where('u.id', '=', given.id))

export async function updatesOf(db: Db, ids: readonly number[]): Promise<readonly Update[]> {
  return ids.length === 0 ? [] : byIds(db, { ids })
}

const byIds = statement((db, given: Params<{ ids: readonly number[] }>) =>
  updateRows(db)
    .where(({ ref }) => sql<boolean>`${ref('u.id')} = any (${given.ids}::int[])`)
    .orderBy('u.id'),
)

/** Locks the update's row until the transaction ends, so that two changes at once follow each other. */
export async function lockUpdate(trx: Trx, id: number): Promise<Update | undefined> {
  const [update] = await locked(trx, { id })
  if (update) return update
  // Whoever waited for a change of its words finds no row with the version of before.
  const [changed] = await locked(trx, { id })
  return changed
}

const locked = statement((db, given: Params<{ id: number }>) =>
  updateRows(db).where('u.id', '=', given.id).forUpdate('u'),
)

export interface UpdateVersion
  extends UpdateContent,
    Readonly<Pick<UpdateVersions, 'version' | 'basedOn' | 'editedAt' | 'editedBy'>> {
  readonly editor: string
}

export async function updateVersions(db: Db, id: number): Promise<readonly UpdateVersion[]> {
  return versions(db, { id })
}

const versions = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('updateVersions as v')
    .innerJoin('people as p', 'p.id', 'v.editedBy')
    .select(['v.version', 'v.basedOn', 'p.name as editor', 'v.editedAt', 'v.editedBy'])
    .select(['v.text', 'v.originalText', 'v.section', 'v.printedDate', 'v.dateForm', 'v.startOn'])
    .select(['v.endOn', 'v.precision', 'v.dates', 'v.entities', 'v.wg', 'v.place', 'v.links', 'v.bold'])
    .select('v.embargoUntil')
    .where('v.updateId', '=', given.id)
    .orderBy('v.version'),
)
