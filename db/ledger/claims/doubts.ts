import { sql } from 'kysely'

import type { Notices } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { QueuedNotice } from '../notices.ts'

/** Renews the claims of a living process; `hands` are their names. */
export async function keepInHand(db: Db, hands: readonly string[], now: Date): Promise<void> {
  if (hands.length > 0) await keep(db, { hands: [...hands], now })
}

const keep = statement((db, given: Params<{ hands: string[]; now: Date }>) =>
  db
    .updateTable('waiting as w')
    .from((from) =>
      from
        .selectFrom('waiting')
        .select('noticeId')
        .where(({ ref }) => sql<boolean>`${ref('claim')} = any (${given.hands}::text[])`)
        .forUpdate()
        // What is locked is being settled at this moment.
        .skipLocked()
        .as('held'),
    )
    .set({ keptAt: given.now })
    .whereRef('w.noticeId', '=', 'held.noticeId'),
)

/**
 * Queues anew what nobody has had in hand since a moment, as after the process that said it died; whether it was said
 * is in doubt from then on.
 */
export async function recoverAbandoned(
  trx: Trx,
  before: Date,
  now: Date,
  limit: number,
): Promise<readonly QueuedNotice[]> {
  const given = { before, now, limit }
  return [...(await recover(trx, given)), ...(await recoverFormer(trx, given))]
}

const recover = statement((db, given: Params<{ before: Date; now: Date; limit: number }>) =>
  db
    .with('abandoned', (query) =>
      query
        .selectFrom('waiting')
        .select(['noticeId', 'keptAt'])
        .where('keptAt', '<', given.before)
        .orderBy('keptAt')
        .limit(given.limit)
        .forUpdate()
        .skipLocked(),
    )
    .with('freed', (query) =>
      query
        .updateTable('waiting as w')
        .from('abandoned')
        .set({ claim: null, keptAt: null, queuedAt: given.now })
        .whereRef('w.noticeId', '=', 'abandoned.noticeId')
        .returning(['w.noticeId', 'abandoned.keptAt']),
    )
    .updateTable('notices as n')
    .from('freed')
    .set((eb) => ({
      doubtSince: sql<Date>`coalesce(${eb.ref('n.doubtSince')}, ${eb.ref('freed.keptAt')})`,
      tries: eb('n.tries', '+', 1),
    }))
    .whereRef('n.id', '=', 'freed.noticeId')
    .returning(['n.id', 'n.priority']),
)

/** What a process of the version before had in hand, which wrote that into the notice itself. */
const recoverFormer = statement((db, given: Params<{ before: Date; now: Date; limit: number }>) =>
  db
    .updateTable('notices as n')
    .from((from) =>
      from
        .selectFrom('notices')
        .select('id')
        .where('state', '=', 'sending')
        .where('sentAt', '<', given.before)
        .orderBy('sentAt')
        .limit(given.limit)
        .forUpdate()
        .skipLocked()
        .as('abandoned'),
    )
    .set(({ ref }) => ({
      state: sql<Notices['state']>`'queued'`,
      queuedAt: given.now,
      doubtSince: sql<Date>`coalesce(${ref('n.doubtSince')}, ${ref('n.sentAt')})`,
    }))
    .whereRef('n.id', '=', 'abandoned.id')
    .returning(['n.id', 'n.priority']),
)

/** A notice of which nobody knows whether it arrived. */
export interface UncertainNotice
  extends Readonly<
    Pick<Notices, 'id' | 'key' | 'personId' | 'kind' | 'subject' | 'body' | 'channel' | 'doubtSince'>
  > {
  /** Whom it was for; null for a room. */
  readonly name: string | null
}

/** Doubts that the secretariat has not been told of, which from now on count as told. */
export async function takeDoubts(trx: Trx, now: Date, limit: number): Promise<readonly UncertainNotice[]> {
  return take(trx, { now, limit })
}

const take = statement((db, given: Params<{ now: Date; limit: number }>) =>
  db
    .updateTable('notices as n')
    .from((from) =>
      from
        .selectFrom('notices as open')
        .leftJoin('people as p', 'p.id', 'open.personId')
        .select(['open.id', 'p.name'])
        .where('open.state', '=', 'ambiguous')
        .where('open.reportedAt', 'is', null)
        .orderBy('open.id')
        .limit(given.limit)
        .forUpdate('open')
        .skipLocked()
        .as('doubt'),
    )
    .set({ reportedAt: given.now })
    .whereRef('n.id', '=', 'doubt.id')
    .returning(['n.id', 'n.key', 'n.personId', 'n.kind', 'n.subject', 'n.body', 'n.channel'])
    .returning(['n.doubtSince', 'doubt.name']),
)
