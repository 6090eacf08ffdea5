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
