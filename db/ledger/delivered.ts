import { sql } from 'kysely'

import type { PostedOn } from '../../src/core/adapter.ts'
import type { Notices } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** A delivered notice with buttons. */
export type Delivered = Readonly<
  Pick<Notices, 'id' | 'key' | 'kind' | 'rule' | 'subject' | 'personId' | 'settled'>
> & { readonly posted: PostedOn }

type Row = Omit<Delivered, 'posted'> & { readonly posted: PostedOn | null }

const columns = ['id', 'key', 'kind', 'rule', 'subject', 'personId', 'settled', 'posted'] as const

/** Delivered notices of these subjects since a moment, the latest first. */
export async function deliveredOf(
  db: Db,
  subjects: readonly string[],
  since: Date,
  limit: number,
): Promise<readonly Delivered[]> {
  return standing(await ofSubjects(db, { subjects: [...subjects], since, limit }))
}

const ofSubjects = statement((db, given: Params<{ subjects: string[]; since: Date; limit: number }>) =>
  db
    .selectFrom('notices')
    .select(columns)
    .where('subject', '=', sql<string>`any(${given.subjects}::text[])`)
    .where('posted', 'is not', null)
    .where('createdAt', '>', given.since)
    .orderBy('id', 'desc')
    .limit(given.limit),
)

/** Whether somebody was sent something about a meeting at a moment, which lies not long ago, or after it. */
export async function toldOfMeetingSince(db: Db, personId: number, at: Date): Promise<boolean> {
  return (await ofMeeting(db, { personId, at, since: new Date(at.getTime() - longestWaitMs) })).length > 0
}

/** What waited for its reader's morning was entered so long before it was sent, at the most. */
const longestWaitMs = 7 * 86_400_000

const ofMeeting = statement((db, given: Params<{ personId: number; at: Date; since: Date }>) =>
  db
    .selectFrom('notices')
    .select('id')
    .where('personId', '=', given.personId)
    .where('createdAt', '>', given.since)
    .where('sentAt', '>=', given.at)
    .where('subject', 'like', 'meeting:%')
    .limit(1),
)

/** These notices as they are now; nobody else changes them until the transaction is over. */
export async function lockDelivered(trx: Trx, ids: readonly number[]): Promise<readonly Delivered[]> {
  return ids.length === 0 ? [] : standing(await locked(trx, { ids: [...ids] }))
}

const locked = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('notices')
    .select(columns)
    .where('id', '=', sql<number>`any(${given.ids}::bigint[])`)
    // Two who lock the same ones never wait for each other in a circle.
    .orderBy('id')
    .forUpdate(),
)

function standing(rows: readonly Row[]): readonly Delivered[] {
  return rows.flatMap(({ posted, ...row }) => (posted === null ? [] : [{ ...row, posted }]))
}
