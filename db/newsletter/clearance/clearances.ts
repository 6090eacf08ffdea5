import { sql } from 'kysely'

import type { UpdateClearances } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type ClearanceKind = UpdateClearances['kind']

/** What an update wants to be cleared by before the secretariat takes it, and what of it has not been yet. */
export interface Clearance {
  readonly id: number
  readonly kind: ClearanceKind
  /** The entity or the group whose people clear it. */
  readonly name: string
  readonly entityId: number | null
  readonly groupId: number | null
  /** Who cleared the version that stands now, and when; null where nobody has. */
  readonly by: string | null
  readonly at: Date | null
}

/** The clearances that some updates want, by their entity and, for a line of a group, by the group. */
export async function clearancesOf(db: Db, ids: readonly number[]): Promise<readonly Clearance[]> {
  return ids.length === 0 ? [] : wanted(db, { ids })
}

const wanted = statement((db, given: Params<{ ids: readonly number[] }>) =>
  db
    .with('asked', (query) =>
      query
        .selectFrom('updates as u')
        .innerJoin('clearingEntities as c', 'c.entityId', 'u.entityId')
        .innerJoin('entities as e', 'e.id', 'u.entityId')
        .select(['u.id', 'u.version', sql<ClearanceKind>`'entity'`.as('kind'), 'e.acronym as name'])
        .select((eb) => [
          eb.ref('e.id').$castTo<number | null>().as('entityId'),
          sql<number | null>`null::int`.as('groupId'),
        ])
        .where(({ ref }) => sql<boolean>`${ref('u.id')} = any (${given.ids}::int[])`)
        .unionAll(
          query
            .selectFrom('updates as u')
            .innerJoin('updateVersions as v', (join) =>
              join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
            )
            .innerJoin('workingGroups as g', 'g.acronym', 'v.wg')
            .innerJoin('clearingGroups as c', 'c.groupId', 'g.id')
            .select(['u.id', 'u.version', sql<ClearanceKind>`'group'`.as('kind'), 'g.acronym as name'])
            .select((eb) => [
              sql<number | null>`null::int`.as('entityId'),
              eb.ref('g.id').$castTo<number | null>().as('groupId'),
            ])
            .where(({ ref }) => sql<boolean>`${ref('u.id')} = any (${given.ids}::int[])`)
            .where('v.section', '=', 'wg-meetings'),
        ),
    )
    .selectFrom('asked as a')
    .leftJoin('updateClearances as c', (join) =>
      join
        .onRef('c.updateId', '=', 'a.id')
        .onRef('c.version', '=', 'a.version')
        .onRef('c.kind', '=', 'a.kind'),
    )
    .leftJoin('people as p', 'p.id', 'c.clearedBy')
    .select(['a.id', 'a.kind', 'a.name', 'a.entityId', 'a.groupId', 'p.name as by', 'c.clearedAt as at'])
    .orderBy('a.id')
    .orderBy('a.kind'),
)

interface Cleared {
  readonly id: number
  readonly kind: ClearanceKind
}

/** Clears the version of an update that stands now. */
export async function clearUpdate(
  trx: Trx,
  cleared: Cleared & { readonly by: number },
  now: Date,
): Promise<void> {
  await clear(trx, { ...cleared, now })
}

const clear = statement((db, given: Params<Cleared & { by: number; now: Date }>) =>
  db
    .insertInto('updateClearances')
    .columns(['updateId', 'version', 'kind', 'clearedBy', 'clearedAt'])
    .expression(() =>
      db
        .selectFrom('updates')
        .select(['id', 'version'])
        .select([
          sql<ClearanceKind>`${given.kind}::text`.as('kind'),
          sql<number>`${given.by}::int`.as('clearedBy'),
          sql<Date>`${given.now}::timestamptz`.as('clearedAt'),
        ])
        .where('id', '=', given.id),
    )
    .onConflict((conflict) => conflict.doNothing()),
)

/** Takes the clearances of the version that stands now back. */
export async function unclearUpdate(trx: Trx, cleared: Cleared): Promise<void> {
  await unclear(trx, cleared)
}

const unclear = statement((db, given: Params<Cleared>) =>
  db
    .deleteFrom('updateClearances')
    .where('updateId', '=', given.id)
    .where('kind', '=', given.kind)
    .where('version', '=', (eb) => eb.selectFrom('updates').select('version').where('id', '=', given.id)),
)
