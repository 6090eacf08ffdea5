import { sql } from 'kysely'

import type { CalendarFeeds } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Whose meetings an address shows. */
export type FeedOf = Readonly<Pick<CalendarFeeds, 'personId' | 'scope' | 'groupId'>>

/** The day on which a person's address of that scope was made; undefined while they have none. */
export async function feedSince(db: Db, of: FeedOf): Promise<Date | undefined> {
  const [row] = await live(db, of)
  return row?.createdAt
}

const live = statement((db, given: Params<FeedOf>) =>
  db
    .selectFrom('calendarFeeds')
    .select('createdAt')
    .where('personId', '=', given.personId)
    .where('scope', '=', given.scope)
    .where('groupId', 'is not distinct from', sql<number>`${given.groupId}::int`)
    .where('revokedAt', 'is', null),
)

/** Ends the person's address of that scope; false where there is none. */
export async function revokeFeed(trx: Trx, of: FeedOf, now: Date): Promise<boolean> {
  const rows = await revoke(trx, { ...of, now })
  return rows.length > 0
}

const revoke = statement((db, given: Params<FeedOf & { now: Date }>) =>
  db
    .updateTable('calendarFeeds')
    .set({ revokedAt: given.now })
    .where('personId', '=', given.personId)
    .where('scope', '=', given.scope)
    .where('groupId', 'is not distinct from', sql<number>`${given.groupId}::int`)
    .where('revokedAt', 'is', null)
    .returning('id'),
)

/** Notes the digest of a new address. */
export async function addFeed(trx: Trx, of: FeedOf, tokenHash: string, now: Date): Promise<void> {
  await add(trx, { ...of, tokenHash, now })
}

const add = statement((db, given: Params<FeedOf & { tokenHash: string; now: Date }>) =>
  db.insertInto('calendarFeeds').values({
    personId: given.personId,
    scope: given.scope,
    groupId: given.groupId,
    tokenHash: given.tokenHash,
    createdAt: given.now,
  }),
)

export interface Feed extends FeedOf {
  readonly name: string
  readonly email: string | null
  readonly groupAcronym: string | null
}

/** What the address of a digest shows; undefined for one that never was, was revoked, or whose owner left. */
export async function feedByHash(db: Db, tokenHash: string): Promise<Feed | undefined> {
  const [row] = await byHash(db, { tokenHash })
  return row
}

const byHash = statement((db, given: Params<{ tokenHash: string }>) =>
  db
    .selectFrom('calendarFeeds as f')
    .innerJoin('people as p', 'p.id', 'f.personId')
    .leftJoin('workingGroups as g', 'g.id', 'f.groupId')
    .select(['f.personId', 'f.scope', 'f.groupId', 'p.name', 'p.email', 'g.acronym as groupAcronym'])
    .where('f.tokenHash', '=', given.tokenHash)
    .where('f.revokedAt', 'is', null)
    .where('p.retiredOn', 'is', null),
)
