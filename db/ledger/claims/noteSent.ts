import { sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/**
 * Notes what was sent without writing its row in the ledger, which costs Postgres several times as much. Returns the
 * numbers of those noted, now or by a try whose answer was lost; the others are not in these hands any more.
 */
export async function noteSent(
  db: Db,
  sent: readonly { readonly id: number; readonly hand: string }[],
  now: Date,
): Promise<ReadonlySet<number>> {
  const ids = sent.map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const hands = [...new Set(sent.map(({ hand }) => hand))]
  const [row] = await note(db, { ids, hands, now })
  if (row?.letGo === ids.length) return new Set(ids)
  return new Set((await noted(db, { ids })).map(({ noticeId }) => noticeId))
}

const note = statement((db, given: Params<{ ids: number[]; hands: string[]; now: Date }>) =>
  db
    .with('letGo', (query) =>
      query
        .deleteFrom('waiting')
        .where(({ ref }) => sql<boolean>`${ref('noticeId')} = any (${given.ids}::bigint[])`)
        .where(({ ref }) => sql<boolean>`${ref('claim')} = any (${given.hands}::text[])`)
        .returning('noticeId'),
    )
    .with('noted', (query) =>
      query
        .insertInto('sent')
        .columns(['noticeId', 'at'])
        .expression(
          query.selectFrom('letGo').select(['noticeId', sql<Date>`${given.now}::timestamptz`.as('at')]),
        )
        .onConflict((conflict) => conflict.column('noticeId').doNothing()),
    )
    .selectFrom('letGo')
    .select(({ fn }) => fn.countAll<number>().as('letGo')),
)

const noted = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('sent')
    .select('noticeId')
    .where(({ ref }) => sql<boolean>`${ref('noticeId')} = any (${given.ids}::bigint[])`),
)
