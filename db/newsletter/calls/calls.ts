import { sql } from 'kysely'

import type { NewsletterCalls } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type CallSettings = Readonly<Pick<NewsletterCalls, 'newsletterId' | 'enabled' | 'note' | 'beginsAt'>>

/** How an issue is called for; undefined for one that never was. */
export async function callsOf(db: Db, newsletterId: number): Promise<CallSettings | undefined> {
  const [row] = await read(db, { newsletterId })
  return row
}

const read = statement((db, given: Params<{ newsletterId: number }>) =>
  db
    .selectFrom('newsletterCalls')
    .select(['newsletterId', 'enabled', 'note', 'beginsAt'])
    .where('newsletterId', '=', given.newsletterId),
)

export async function setCalls(trx: Trx, calls: CallSettings, by: number, now: Date): Promise<void> {
  await set(trx, { ...calls, by, now })
}

const set = statement((db, given: Params<CallSettings & { by: number; now: Date }>) =>
  db
    .insertInto('newsletterCalls')
    .values({
      newsletterId: given.newsletterId,
      enabled: given.enabled,
      note: given.note,
      beginsAt: given.beginsAt,
      changedBy: given.by,
      changedAt: given.now,
    })
    .onConflict((conflict) =>
      conflict.column('newsletterId').doUpdateSet(({ ref }) => ({
        enabled: ref('excluded.enabled'),
        note: ref('excluded.note'),
        beginsAt: ref('excluded.beginsAt'),
        changedBy: ref('excluded.changedBy'),
        changedAt: ref('excluded.changedAt'),
      })),
    ),
)

/** Leaves entities out of the calls for an issue. */
export async function leaveOutOfCalls(
  trx: Trx,
  newsletterId: number,
  entityIds: readonly number[],
  by: number,
  now: Date,
): Promise<void> {
  await exclude(trx, { newsletterId, entityIds: [...entityIds], by, now })
}

const exclude = statement(
  (db, given: Params<{ newsletterId: number; entityIds: number[]; by: number; now: Date }>) =>
    db
      .insertInto('newsletterUncalled')
      .columns(['newsletterId', 'entityId', 'excludedBy', 'excludedAt'])
      .expression((from) =>
        from
          .selectFrom('entities as e')
          .select(({ ref }) => [
            sql<number>`${given.newsletterId}::int`.as('newsletterId'),
            ref('e.id').as('entityId'),
            sql<number>`${given.by}::int`.as('excludedBy'),
            sql<Date>`${given.now}::timestamptz`.as('excludedAt'),
          ])
          .where('e.id', '=', sql<number>`any(${given.entityIds}::int[])`),
      )
      .onConflict((conflict) => conflict.doNothing()),
)

/** Calls entities again that were left out. */
export async function callAgain(trx: Trx, newsletterId: number, entityIds: readonly number[]): Promise<void> {
  await include(trx, { newsletterId, entityIds: [...entityIds] })
}

const include = statement((db, given: Params<{ newsletterId: number; entityIds: number[] }>) =>
  db
    .deleteFrom('newsletterUncalled')
    .where('newsletterId', '=', given.newsletterId)
    .where('entityId', '=', sql<number>`any(${given.entityIds}::int[])`),
)

/** Acronyms of the entities that are left out. */
export async function leftOut(db: Db, newsletterId: number): Promise<readonly string[]> {
  const rows = await excluded(db, { newsletterId })
  return rows.map(({ acronym }) => acronym)
}

const excluded = statement((db, given: Params<{ newsletterId: number }>) =>
  db
    .selectFrom('newsletterUncalled as o')
    .innerJoin('entities as e', 'e.id', 'o.entityId')
    .select('e.acronym')
    .where('o.newsletterId', '=', given.newsletterId)
    .orderBy('e.acronym'),
)

/**
 * Whom an entity is called by first; null leaves it to the house: its coordinators, by name. Returns whom it was called
 * by before; null too where that one has left the entity, since nobody calls them for it then.
 */
export async function callFirst(
  trx: Trx,
  entityId: number,
  personId: number | null,
  by: number,
  now: Date,
): Promise<number | null> {
  await lockEntity(trx, { entityId })
  const [before] = await firstOf(trx, { entityId })
  if (personId === null) await unset(trx, { entityId })
  else await prefer(trx, { entityId, personId, by, now })
  return before?.personId ?? null
}

/** One at a time, also where nobody is called first yet. */
const lockEntity = statement((db, given: Params<{ entityId: number }>) =>
  db.selectFrom('entities').select('id').where('id', '=', given.entityId).forNoKeyUpdate(),
)

const firstOf = statement((db, given: Params<{ entityId: number }>) =>
  db
    .selectFrom('calledFirst as f')
    .innerJoin('people as p', (join) =>
      join.onRef('p.id', '=', 'f.personId').onRef('p.entityId', '=', 'f.entityId'),
    )
    .select('f.personId')
    .where('f.entityId', '=', given.entityId)
    .where('p.retiredOn', 'is', null),
)

const unset = statement((db, given: Params<{ entityId: number }>) =>
  db.deleteFrom('calledFirst').where('entityId', '=', given.entityId),
)

const prefer = statement((db, given: Params<{ entityId: number; personId: number; by: number; now: Date }>) =>
  db
    .insertInto('calledFirst')
    .values({ entityId: given.entityId, personId: given.personId, setBy: given.by, setAt: given.now })
    .onConflict((conflict) =>
      conflict
        .column('entityId')
        .doUpdateSet({ personId: given.personId, setBy: given.by, setAt: given.now }),
    ),
)

/** People whose updates an issue prints. */
export async function printedAuthors(db: Db, newsletterId: number): Promise<readonly number[]> {
  const rows = await authors(db, { newsletterId })
  return rows.map(({ authorId }) => authorId)
}

const authors = statement((db, given: Params<{ newsletterId: number }>) =>
  db
    .selectFrom('updates as u')
    .innerJoin('people as p', (join) => join.onRef('p.id', '=', 'u.authorId').on('p.retiredOn', 'is', null))
    .select('u.authorId')
    .distinct()
    .where('u.newsletterId', '=', given.newsletterId)
    .where('u.status', 'in', ['accepted', 'merged'])
    .orderBy('u.authorId'),
)
