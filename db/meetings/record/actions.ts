import { sql } from 'kysely'

import type { ActionItems } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { isMissing } from '../../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../../store/statement.ts'
import { type ActionItem, actionRows, isOwned, type Owner, owners } from './actionRows.ts'

export interface NewAction
  extends Owner,
    Readonly<Pick<ActionItems, 'meetingId' | 'what' | 'dueOn' | 'sourceLink'>> {
  readonly createdBy: number
}

/** Returns its number. */
export async function addAction(trx: Trx, action: NewAction, now: Date): Promise<number> {
  const [row] = await add(trx, { ...action, now })
  if (!row) throw new Error('the action was not added')
  return row.id
}

const add = statement((db, given: Params<NewAction & { now: Date }>) =>
  db
    .insertInto('actionItems')
    .values({
      meetingId: given.meetingId,
      what: given.what,
      ownerPerson: given.ownerPerson,
      ownerEntity: given.ownerEntity,
      ownerRole: given.ownerRole,
      dueOn: given.dueOn,
      sourceLink: given.sourceLink,
      status: 'open',
      createdBy: given.createdBy,
      createdAt: given.now,
      changedAt: given.now,
    })
    .returning('id'),
)

/** The action of a number, locked until the transaction ends; undefined where it was removed. */
export async function lockAction(trx: Trx, id: number): Promise<ActionItem | undefined> {
  const action = await lockAnyAction(trx, id)
  return action?.status === 'removed' ? undefined : action
}

/** The same, also of one that was removed. */
export async function lockAnyAction(trx: Trx, id: number): Promise<ActionItem | undefined> {
  const [row] = await locked(trx, { id })
  // Whoever waited for a change of its owner finds the name of neither.
  const unnamed =
    row &&
    ((row.ownerEntity !== null && row.entityAcronym === null) ||
      (row.ownerPerson !== null && row.personName === null))
  return unnamed ? (await locked(trx, { id }))[0] : row
}

const locked = statement((db, given: Params<{ id: number }>) =>
  actionRows(db).where('a.id', '=', given.id).forUpdate('a'),
)

/** Closes an action, or reopens it where nobody has done it. */
export async function setDone(trx: Trx, id: number, by: number | null, now: Date): Promise<void> {
  await close(trx, { id, status: by === null ? 'open' : 'done', by, at: by === null ? null : now, now })
}

const close = statement(
  (
    db,
    given: Params<Pick<ActionItems, 'id' | 'status'> & { by: number | null; at: Date | null; now: Date }>,
  ) =>
    db
      .updateTable('actionItems')
      .set((eb) => ({
        status: given.status,
        closedBy: given.by,
        closedAt: given.at,
        turns: eb('turns', '+', 1),
        changedAt: given.now,
      }))
      .where('id', '=', given.id),
)

/** Who closed an action; undefined while it is open. */
export async function closerOf(db: Db, id: number): Promise<string | undefined> {
  const [row] = await closer(db, { id })
  return row?.name
}

const closer = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('actionItems as a')
    .innerJoin('people as p', 'p.id', 'a.closedBy')
    .select('p.name')
    .where('a.id', '=', given.id),
)

/** Gives an action to another owner, due another day. */
export async function handOver(
  trx: Trx,
  id: number,
  to: Owner & Readonly<Pick<ActionItems, 'dueOn'>>,
  now: Date,
): Promise<void> {
  await give(trx, { id, ...to, now })
}

const give = statement((db, given: Params<Owner & Pick<ActionItems, 'id' | 'dueOn'> & { now: Date }>) =>
  db
    .updateTable('actionItems')
    .set((eb) => ({
      ownerPerson: given.ownerPerson,
      ownerEntity: given.ownerEntity,
      ownerRole: given.ownerRole,
      dueOn: given.dueOn,
      turns: eb('turns', '+', 1),
      changedAt: given.now,
    }))
    .where('id', '=', given.id),
)

interface ActionsQuery {
  /** Null for those of any. */
  readonly groupIds: readonly number[] | null
  readonly meetingId: number | null
  /** Whose actions alone: their own, their entity's and those of the roles that they hold now. */
  readonly personId: number | null
  readonly status: Exclude<ActionItems['status'], 'removed'>
  readonly now: Date
  readonly limit: number
  readonly offset: number
}

/** The open actions that are due first come first; of those done the latest. */
export async function listActions(db: Db, wanted: ActionsQuery): Promise<readonly ActionItem[]> {
  return wanted.status === 'open' ? open(db, wanted) : done(db, wanted)
}

const open = statement((db, given: Params<ActionsQuery>) =>
  filtered(db, given)
    .where('a.status', '=', 'open')
    .orderBy(({ ref }) => sql`${ref('a.dueOn')} nulls last`)
    .orderBy('a.id')
    .limit(given.limit)
    .offset(given.offset),
)

const done = statement((db, given: Params<ActionsQuery>) =>
  filtered(db, given)
    .where('a.status', '=', 'done')
    .orderBy('a.closedAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(given.limit)
    .offset(given.offset),
)

function filtered(db: QueryBuilder, given: Params<ActionsQuery>) {
  return actionRows(db)
    .where((eb) =>
      eb.or([
        sql<boolean>`${given.groupIds}::int[] is null`,
        sql<boolean>`${eb.ref('m.groups')} && ${given.groupIds}::int[]`,
      ]),
    )
    .where((eb) => eb.or([isMissing(given.meetingId, 'int'), eb('a.meetingId', '=', given.meetingId)]))
    .where((eb) => eb.or([isMissing(given.personId, 'int'), eb.exists(owners(eb, given, given.personId))]))
}

/** The people who own an action now; none where nobody was given it. */
export async function ownersOf(db: Db, id: number, now: Date): Promise<readonly number[]> {
  const rows = await ownersOfAction(db, { id, now })
  return rows.map(({ personId }) => personId)
}

const ownersOfAction = statement((db, given: Params<{ id: number; now: Date }>) =>
  db
    .selectFrom('actionItems as a')
    .innerJoin('meetings as m', 'm.id', 'a.meetingId')
    .innerJoinLateral(
      (eb) => owners(eb, given).as('o'),
      (join) => join.onTrue(),
    )
    .select('o.id as personId')
    .distinct()
    .where('a.id', '=', given.id)
    .where(isOwned)
    .orderBy('o.id'),
)
