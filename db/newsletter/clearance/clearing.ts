import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Whose updates and lines are cleared before the secretariat takes them: acronyms of entities and of groups. */
export async function clearingOf(db: Db): Promise<{
  readonly entities: readonly string[]
  readonly groups: readonly string[]
}> {
  const [entities, groups] = [await allEntities(db, {}), await allGroups(db, {})]
  return { entities: entities.map(({ acronym }) => acronym), groups: groups.map(({ acronym }) => acronym) }
}

const allEntities = statement((db) =>
  db
    .selectFrom('clearingEntities as c')
    .innerJoin('entities as e', 'e.id', 'c.entityId')
    .select('e.acronym')
    .orderBy('e.acronym'),
)

const allGroups = statement((db) =>
  db
    .selectFrom('clearingGroups as c')
    .innerJoin('workingGroups as g', 'g.id', 'c.groupId')
    .select('g.acronym')
    .orderBy('g.acronym'),
)

interface Setting {
  readonly id: number
  readonly by: number
}

/** Asks for clearance by an entity's coordinators from now on, or no more; false where it was so already. */
export async function setClearingEntity(
  trx: Trx,
  setting: Setting,
  isAsked: boolean,
  now: Date,
): Promise<boolean> {
  const changed = await (isAsked ? askEntity(trx, { ...setting, now }) : dropEntity(trx, setting))
  return changed.length > 0
}

const askEntity = statement((db, given: Params<Setting & { now: Date }>) =>
  db
    .insertInto('clearingEntities')
    .values({ entityId: given.id, setBy: given.by, setAt: given.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('entityId'),
)

const dropEntity = statement((db, given: Params<Setting>) =>
  db.deleteFrom('clearingEntities').where('entityId', '=', given.id).returning('entityId'),
)

/** Asks for clearance of a group's lines by whoever leads it from now on, or no more; false where it was so already. */
export async function setClearingGroup(
  trx: Trx,
  setting: Setting,
  isAsked: boolean,
  now: Date,
): Promise<boolean> {
  const changed = await (isAsked ? askGroup(trx, { ...setting, now }) : dropGroup(trx, setting))
  return changed.length > 0
}

const askGroup = statement((db, given: Params<Setting & { now: Date }>) =>
  db
    .insertInto('clearingGroups')
    .values({ groupId: given.id, setBy: given.by, setAt: given.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('groupId'),
)

const dropGroup = statement((db, given: Params<Setting>) =>
  db.deleteFrom('clearingGroups').where('groupId', '=', given.id).returning('groupId'),
)
