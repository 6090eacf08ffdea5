import { sql } from 'kysely'

import type { PostedOn } from '../../src/core/adapter.ts'
import type { NoticeSettlement } from '../../src/core/feature/rule.ts'
import type { Notices } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { asRecords, records } from '../store/records.ts'
import { type Params, statement } from '../store/statement.ts'

/** What became of what a notice asks for. */
export interface SettledChange {
  readonly id: number
  /** Null where it is asked for again. */
  readonly settled: NoticeSettlement | null
}

/** Records what became of the duties of notices; their messages are to be changed from `now` on. */
export async function recordSettled(trx: Trx, changes: readonly SettledChange[], now: Date): Promise<void> {
  if (changes.length > 0) await record(trx, { rows: asRecords(changes), now })
}

const record = statement((db, given: Params<{ rows: string; now: Date }>) =>
  db
    .updateTable('notices as o')
    .from(records<SettledChange>(given.rows, { id: 'int', settled: 'jsonb' }))
    .set(({ ref }) => ({ settled: sql<string | null>`${ref('n.settled')}`, amendAt: given.now }))
    .whereRef('o.id', '=', 'n.id'),
)

/** Forgets where these notices were posted, for instance because an answer has replaced one. */
export async function forgetPosted(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await forget(db, { ids: [...ids] })
}

const forget = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .updateTable('notices')
    .set({ posted: null, amendAt: null })
    .where('id', '=', sql<number>`any(${given.ids}::bigint[])`),
)

/** A message that is to be changed. */
export interface NoticeAmendment extends Readonly<Pick<Notices, 'id' | 'kind' | 'body' | 'settled'>> {
  readonly posted: PostedOn
  /** The zone that the person or their platform gave; null for a room, or where only the directory tells one. */
  readonly zone: string | null
  /** The zone in which times are written for them; null for a room. */
  readonly clock: string | null
}

/** Takes messages on these platforms that are to be changed at `now`, the longest due first; nobody else gets them before `until`. */
export async function takeAmends(
  db: Db,
  platforms: readonly string[],
  { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly NoticeAmendment[]> {
  const rows = await take(db, { platforms: [...platforms], now, until, limit })
  return rows.flatMap(({ posted, ...row }) => (posted === null ? [] : [{ ...row, posted }]))
}

const take = statement((db, given: Params<{ platforms: string[]; now: Date; until: Date; limit: number }>) =>
  db
    .with('taken', (query) =>
      query
        .updateTable('notices as n')
        .from((from) =>
          from
            .selectFrom('notices')
            .select(['id', 'amendAt'])
            .where('amendAt', '<=', given.now)
            .where(
              ({ ref }) => sql<boolean>`${ref('posted')} ->> 'platform' = any(${given.platforms}::text[])`,
            )
            .orderBy('amendAt')
            .limit(given.limit)
            .forUpdate()
            .skipLocked()
            .as('d'),
        )
        .set({ amendAt: given.until })
        .whereRef('n.id', '=', 'd.id')
        .returning(['n.id', 'n.kind', 'n.body', 'n.settled', 'n.posted', 'n.personId', 'd.amendAt as due']),
    )
    .selectFrom('taken as t')
    .leftJoin('people as p', 'p.id', 't.personId')
    .select(['t.id', 't.kind', 't.body', 't.settled', 't.posted', 'p.zone as clock'])
    .select(({ ref }) =>
      sql<string | null>`case when ${ref('p.zoneFrom')} <> 'directory' then ${ref('p.zone')} end`.as('zone'),
    )
    .orderBy('t.due')
    .orderBy('t.id'),
)

/** Records that a message was changed to the state in which it was taken; a later change is still due. */
export async function endAmend(db: Db, id: number, until: Date): Promise<void> {
  await end(db, { id, until })
}

const end = statement((db, given: Params<{ id: number; until: Date }>) =>
  db
    .updateTable('notices')
    .set({ amendAt: null })
    .where('id', '=', given.id)
    .where('amendAt', '=', given.until),
)

/** Lets a message that was taken until then come after the others that wait. */
export async function putBehind(db: Db, id: number, until: Date): Promise<void> {
  await behind(db, { id, until, later: new Date(until.getTime() + 1000) })
}

const behind = statement((db, given: Params<{ id: number; until: Date; later: Date }>) =>
  db
    .updateTable('notices')
    .set({ amendAt: given.later })
    .where('id', '=', given.id)
    .where('amendAt', '=', given.until),
)
