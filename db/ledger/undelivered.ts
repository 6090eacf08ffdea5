import { sql } from 'kysely'
import { whyUnsent } from '../../src/core/feature/whyUnsent.ts'

import type { Notices } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'

/** How old the oldest notice is that is due and not delivered, in seconds; 0 where all are. */
export async function oldestUndelivered(db: Db, now: Date): Promise<number> {
  const [row] = await oldest(db, { now })
  return Math.max(0, Math.round(row?.seconds ?? 0))
}

const oldest = statement((db, given: Params<{ now: Date }>) =>
  db
    .selectFrom('waiting as w')
    .innerJoin('notices as n', 'n.id', 'w.noticeId')
    .select(({ ref }) =>
      sql<number | null>`extract(epoch from ${given.now}::timestamptz
        - min(greatest(${ref('n.createdAt')}, ${ref('n.foldedUntil')})))::float8`.as('seconds'),
    ),
)

/** A notice that was given up, or of which nobody knows whether it arrived. */
export interface FailedNotice
  extends Readonly<
    Pick<Notices, 'id' | 'kind' | 'rule' | 'subject' | 'state' | 'fault' | 'createdAt' | 'tries'>
  > {
  /** A person, or the room. */
  readonly to: string
}

const meant = Object.values(whyUnsent)

/** What failed since a day, the latest first; what was left unsaid on purpose is none of it. */
export async function failedNotices(db: Db, since: Date, limit: number): Promise<readonly FailedNotice[]> {
  return failed(db, { since, limit })
}

const failed = statement((db, given: Params<{ since: Date; limit: number }>) =>
  db
    .selectFrom('notices as n')
    .leftJoin('people as p', 'p.id', 'n.personId')
    .select(['n.id', 'n.kind', 'n.rule', 'n.subject', 'n.state', 'n.fault', 'n.createdAt', 'n.tries'])
    .select(({ ref }) =>
      sql<string>`coalesce(${ref('p.name')}, concat_ws(' ', ${ref('n.platform')}, ${ref('n.channel')}))`.as(
        'to',
      ),
    )
    .where('n.state', 'in', ['dead', 'ambiguous'])
    .where('n.createdAt', '>=', given.since)
    .where((eb) => eb.or([eb('n.state', '=', 'ambiguous'), eb('n.fault', 'not in', meant)]))
    .orderBy('n.createdAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(given.limit),
)

/** A failed notice, held until the transaction ends. */
export async function lockFailed(trx: Trx, id: number): Promise<Notices | undefined> {
  const [row] = await lock(trx, { id })
  return row
}

const lock = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('notices')
    .selectAll()
    .where('id', '=', given.id)
    .where((eb) => eb.or([eb('state', '=', 'ambiguous'), eb('fault', 'not in', meant)]))
    .where('state', 'in', ['dead', 'ambiguous'])
    .forUpdate(),
)

/** Puts a failed notice out of the list: it is sent again under another key. */
export async function markSentAgain(trx: Trx, id: number): Promise<void> {
  await again(trx, { id })
}

const again = statement((db, given: Params<{ id: number }>) =>
  db.updateTable('notices').set({ state: 'dead', fault: whyUnsent.sentAgain }).where('id', '=', given.id),
)
