import { sql } from 'kysely'

import type { Db, Trx } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'

/** A notice that is to be delivered; the higher its priority, the sooner. */
export interface QueuedNotice {
  readonly id: number
  readonly priority: number
}

/**
 * Gives back a notice that was certainly not sent, also one that was given up in the meantime, for a later try. If it
 * only had to wait for its turn, no try is counted.
 */
export async function releaseNotice(
  db: Db,
  id: number,
  until: Date,
  { counts }: { readonly counts: boolean } = { counts: true },
): Promise<void> {
  await release(db, { id, until, uncounted: counts ? 0 : 1 })
}

const release = statement((db, given: Given<{ id: number; until: Date; uncounted: number }>) =>
  db
    .updateTable('notices')
    .set((eb) => ({
      state: 'queued',
      queuedAt: given.until,
      tries: eb('tries', '-', sql<number>`${given.uncounted}::int`),
    }))
    .where('id', '=', given.id)
    .where('state', 'in', ['sending', 'ambiguous']),
)

/**
 * Queues anew the notices that were queued before a moment and not claimed since, as after a worker died with their
 * jobs. A second job for one that was only slow does no harm, since a notice is claimed once.
 */
export async function requeueStale(
  trx: Trx,
  before: Date,
  now: Date,
  limit: number,
): Promise<readonly QueuedNotice[]> {
  return requeue(trx, { before, now, limit })
}

const requeue = statement((db, given: Given<{ before: Date; now: Date; limit: number }>) =>
  db
    .updateTable('notices as n')
    .from((from) =>
      from
        .selectFrom('notices')
        .select('id')
        .where('state', '=', 'queued')
        .where('queuedAt', '<', given.before)
        .orderBy('queuedAt')
        .limit(given.limit)
        .forUpdate()
        .skipLocked()
        .as('stale'),
    )
    .set({ queuedAt: given.now })
    .whereRef('n.id', '=', 'stale.id')
    .returning(['n.id', 'n.priority']),
)

interface Settled {
  readonly id: number
  readonly state: 'sent' | 'ambiguous' | 'dead'
  readonly fault: string | null
  readonly now: Date
}

/** Records how the delivery ended; a dead or ambiguous notice keeps the reason for the operator. */
export async function settleNotice(
  db: Db,
  id: number,
  state: Settled['state'],
  fault: string | null,
  now: Date,
): Promise<void> {
  await settle(db, { id, state, fault, now })
}

const settle = statement((db, given: Given<Settled>) =>
  db
    .updateTable('notices')
    .set({ state: given.state, fault: given.fault, sentAt: given.now })
    .where('id', '=', given.id),
)
