import { sql } from 'kysely'

import { type KeptRecords, keepAdded, type Recorder } from '../records/change.ts'
import type { Entities, LibraryItems, People, WorkingGroups } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

const written = [
  ...(['title', 'link', 'linkKey', 'kind', 'entityId', 'groupId'] as const),
  ...(['publishedFrom', 'publishedTo', 'topics', 'purpose', 'inNewsletter'] as const),
] as const

/** What is written of an item. */
export type NewItem = Readonly<Pick<LibraryItems, (typeof written)[number]>>

/** What of an item changes. */
export type ItemFields = NewItem & Readonly<Pick<LibraryItems, 'retiredOn' | 'removed'>>

export interface LibraryItem extends ItemFields, Readonly<Pick<LibraryItems, 'id' | 'addedBy' | 'addedAt'>> {
  /** Acronym of whoever issued it. */
  readonly entity: Entities['acronym'] | null
  readonly group: WorkingGroups['acronym'] | null
  readonly adder: People['name']
  readonly adderEntityId: People['entityId']
}

/** Adds an item; gives its number and that of the change. */
export async function addItem(
  trx: Trx,
  item: NewItem,
  recorder: Recorder,
): Promise<{ readonly id: number; readonly change: number }> {
  const { id } = await trx
    .insertInto('libraryItems')
    .values({ ...item, topics: [...item.topics], addedBy: recorder.by, addedAt: recorder.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, change: await keepAdded(trx, libraryItems, id, recorder) }
}

/** The items of the library, each of whose changes is kept. */
export const libraryItems: KeptRecords<ItemFields> = {
  kind: 'library',
  lock: (trx, id) =>
    trx
      .selectFrom('libraryItems')
      .select([...written, 'retiredOn', 'removed'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  write: (trx, id, fields) => trx.updateTable('libraryItems').set(fields).where('id', '=', id).execute(),
}

/** The item of a number, one that was taken back too; undefined where there is none. */
export async function itemById(db: Db, id: number): Promise<LibraryItem | undefined> {
  const [item] = await byId(db, { id })
  return item
}

const byId = statement((db, given: Params<{ id: number }>) => itemRows(db).where('l.id', '=', given.id))

/** The first item that stands in the library with the same address; undefined where there is none. */
export async function itemOfLink(db: Db, linkKey: string): Promise<LibraryItem | undefined> {
  const [item] = await ofLink(db, { linkKey })
  return item
}

const ofLink = statement((db, given: Params<{ linkKey: string }>) =>
  itemRows(db)
    .where('l.linkKey', '=', given.linkKey)
    .where('l.removed', 'is', false)
    .orderBy(({ ref }) => sql`${ref('l.retiredOn')} is not null`)
    .orderBy('l.id')
    .limit(1),
)

/** Items `l` with the names of whoever issued and added them. */
export function itemRows(db: QueryBuilder) {
  return db
    .selectFrom('libraryItems as l')
    .innerJoin('people as p', 'p.id', 'l.addedBy')
    .leftJoin('entities as e', 'e.id', 'l.entityId')
    .leftJoin('workingGroups as g', 'g.id', 'l.groupId')
    .select(['l.id', 'l.title', 'l.link', 'l.linkKey', 'l.kind', 'l.entityId', 'l.groupId'])
    .select(['l.publishedFrom', 'l.publishedTo', 'l.topics', 'l.purpose', 'l.inNewsletter'])
    .select(['l.retiredOn', 'l.removed', 'l.addedBy', 'l.addedAt'])
    .select(['e.acronym as entity', 'g.acronym as group', 'p.name as adder', 'p.entityId as adderEntityId'])
}
