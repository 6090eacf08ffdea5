import { type KeptRecords, keepAdded, type Recorder } from '../records/change.ts'
import type { Entities, WorkItems, WorkingGroups } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'

type NewItem = Readonly<Pick<WorkItems, 'groupId' | 'year' | 'what' | 'entityId' | 'dueOn' | 'status'>>

/** What of an item of a work plan changes. */
export type WorkFields = Readonly<Pick<WorkItems, 'what' | 'entityId' | 'dueOn' | 'status' | 'removed'>>

export interface WorkItem extends NewItem, Readonly<Pick<WorkItems, 'id' | 'removed'>> {
  readonly entity: Entities['acronym'] | null
  readonly group: WorkingGroups['acronym']
}

/** Adds an item; gives its number and that of the change. */
export async function addWorkItem(trx: Trx, item: NewItem, recorder: Recorder) {
  const { id } = await trx
    .insertInto('workItems')
    .values({ ...item, addedBy: recorder.by, addedAt: recorder.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, change: await keepAdded(trx, workItems, id, recorder) }
}

/** The items of all work plans, each of whose changes is kept. */
export const workItems: KeptRecords<WorkFields> = {
  kind: 'work-item',
  lock: (trx, id) =>
    trx
      .selectFrom('workItems')
      .select(['what', 'entityId', 'dueOn', 'status', 'removed'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  write: (trx, id, fields) => trx.updateTable('workItems').set(fields).where('id', '=', id).execute(),
}

/** The item of a number, one that was taken back too; undefined where there is none. */
export async function workItemById(db: Db, id: number): Promise<WorkItem | undefined> {
  const [item] = await byId(db, { id })
  return item
}

const byId = statement((db, given: Params<{ id: number }>) => rows(db).where('w.id', '=', given.id))

/** A group's plan of a year: those due first come first. */
export async function workPlan(db: Db, groupId: number, year: number): Promise<readonly WorkItem[]> {
  return plan(db, { groupId, year })
}

const plan = statement((db, given: Params<{ groupId: number; year: number }>) =>
  rows(db)
    .where('w.groupId', '=', given.groupId)
    .where('w.year', '=', given.year)
    .where('w.removed', 'is', false)
    .orderBy('w.dueOn', (order) => order.asc().nullsLast())
    .orderBy('w.id'),
)

function rows(db: QueryBuilder) {
  return db
    .selectFrom('workItems as w')
    .innerJoin('workingGroups as g', 'g.id', 'w.groupId')
    .leftJoin('entities as e', 'e.id', 'w.entityId')
    .select(['w.id', 'w.groupId', 'w.year', 'w.what', 'w.entityId', 'w.dueOn', 'w.status', 'w.removed'])
    .select(['e.acronym as entity', 'g.acronym as group'])
}
