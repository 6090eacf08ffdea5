import { sql } from 'kysely'

import type { Db, Trx } from '../../store/db.ts'

/** An update with the chat message that it came of, and what became of that. */
export interface UpdateSource {
  readonly updateId: number
  readonly sourceId: number
  /** What the message says since it was edited; null where it says what it said. */
  readonly nowSays: string | null
  readonly gone: boolean
  readonly changedAt: Date | null
  /** How many updates came of the same message. */
  readonly siblings: number
}

/** Null for an update that came of no message of a chat. */
export async function sourceOf(db: Db, updateId: number): Promise<UpdateSource | null> {
  return (await sources(db).where('u.updateId', '=', updateId).executeTakeFirst()) ?? null
}

function sources(db: Db) {
  return db
    .selectFrom('updateSources as u')
    .innerJoin('messageSources as s', 's.id', 'u.sourceId')
    .select(['u.updateId', 's.id as sourceId', 's.nowSays', 's.gone', 's.changedAt'])
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('updateSources as o')
          .select(({ fn }) => fn.countAll<number>().as('siblings'))
          .whereRef('o.sourceId', '=', 's.id')
          .as('n'),
      (join) => join.onTrue(),
    )
    .select('n.siblings')
}

/** A changed message, for the author of an update that came of it. */
export interface ChangedSource extends UpdateSource {
  readonly changedAt: Date
  readonly personId: number
  readonly text: string
  readonly originalText: string
}

/**
 * Updates whose message changed before a moment and whose author has not said whether they follow: those that may
 * still be changed without a correction of what was published.
 */
export async function changedSources(
  trx: Trx,
  key: string,
  { since, until, limit }: { readonly since: Date; readonly until: Date; readonly limit: number },
): Promise<readonly ChangedSource[]> {
  const rows = await sources(trx)
    .innerJoin('updates as d', 'd.id', 'u.updateId')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'd.id').onRef('v.version', '=', 'd.version'),
    )
    .leftJoin('newsletters as i', 'i.id', 'd.newsletterId')
    .select(['d.authorId as personId', 'v.text', 'v.originalText'])
    .where('s.changedAt', 'is not', null)
    .where('s.changedAt', '>', since)
    .where('s.changedAt', '<=', until)
    .where(({ or, eb }) => or([eb('s.nowSays', 'is not', null), eb('s.gone', '=', true)]))
    .where(({ or, eb }) =>
      or([eb('u.answeredAt', 'is', null), eb('u.answeredAt', '<', eb.ref('s.changedAt'))]),
    )
    .where('d.status', 'in', ['proposed', 'accepted', 'returned'])
    .where(({ or, eb }) => or([eb('i.status', 'is', null), eb('i.status', '!=', 'published')]))
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('notices as t')
            .select('t.id')
            .where(
              't.key',
              '=',
              sql<string>`${key}::text || ':' || ${ref('u.updateId')} || ':' ||
              (extract(epoch from ${ref('s.changedAt')}) * 1000)::bigint`,
            ),
        ),
      ),
    )
    .orderBy('s.changedAt')
    .limit(limit)
    .execute()
  return rows.flatMap((row) => (row.changedAt === null ? [] : [{ ...row, changedAt: row.changedAt }]))
}

export interface UpdateOfMessage {
  readonly id: number
  readonly text: string
  readonly originalText: string
}

/** What a person took from a message before and may still change. */
export async function updatesOfMessage(
  trx: Trx,
  sourceId: number,
  authorId: number,
): Promise<readonly UpdateOfMessage[]> {
  return trx
    .selectFrom('updateSources as s')
    .innerJoin('updates as u', 'u.id', 's.updateId')
    .innerJoin('updateVersions as v', (join) =>
      join.onRef('v.updateId', '=', 'u.id').onRef('v.version', '=', 'u.version'),
    )
    .select(['u.id', 'v.text', 'v.originalText'])
    .where('s.sourceId', '=', sourceId)
    .where('u.authorId', '=', authorId)
    .where('u.status', 'in', ['proposed', 'accepted', 'returned'])
    .execute()
}

/** Records that the author said whether an update follows its message. */
export async function answerSource(trx: Trx, updateId: number, now: Date): Promise<void> {
  await trx.updateTable('updateSources').set({ answeredAt: now }).where('updateId', '=', updateId).execute()
}
