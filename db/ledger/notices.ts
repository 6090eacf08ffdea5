import { sql } from 'kysely'

import type { PostedOn } from '../../src/core/adapter.ts'
import type { Notices } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { asRecords, records } from '../store/records.ts'
import { type Given, statement } from '../store/statement.ts'

/** A notice that is to be delivered; the higher its priority, the sooner. */
export interface QueuedNotice {
  readonly id: number
  readonly priority: number
}

/** What became of a notice that a worker had in hand. */
export type DeliveryOutcome = { readonly id: number } & (
  | {
      readonly kind: 'settled'
      readonly state: 'sent' | 'ambiguous' | 'dead'
      /** A dead or ambiguous one keeps the reason for the operator. */
      readonly fault: string | null
      /** Where it stands, if its buttons may have to go. */
      readonly posted?: PostedOn | null
    }
  /** It was certainly not sent. If it only had to wait for its turn, no try is counted. */
  | { readonly kind: 'later'; readonly until: Date; readonly counts: boolean }
)

interface Row {
  readonly id: number
  readonly state: Notices['state']
  readonly fault: string | null
  readonly until: Date | null
  readonly uncounted: number
  readonly posted: PostedOn | null
}

/** Records how deliveries ended, and gives back for a later try those that were not sent. */
export async function settleNotices(db: Db, outcomes: readonly DeliveryOutcome[], now: Date): Promise<void> {
  const arrived = outcomes.filter(isPlainlySent).map(({ id }) => id)
  // The first, since doing it twice after the second has failed changes nothing.
  if (arrived.length > 0) await markSent(db, { ids: arrived, now })
  const others = outcomes.filter((outcome) => !isPlainlySent(outcome))
  if (others.length === 0) return
  const rows = others.map((outcome): Row => {
    const { id } = outcome
    const none = { until: null, uncounted: 0, posted: null }
    if (outcome.kind === 'settled')
      return { ...none, id, state: outcome.state, fault: outcome.fault, posted: outcome.posted ?? null }
    return {
      ...none,
      id,
      state: 'queued',
      fault: null,
      until: outcome.until,
      uncounted: outcome.counts ? 0 : 1,
    }
  })
  await settle(db, { rows: asRecords(rows), now })
}

/** What nearly all are: it was sent, and nothing in it will have to be changed. */
function isPlainlySent(outcome: DeliveryOutcome): boolean {
  return outcome.kind === 'settled' && outcome.state === 'sent' && !outcome.posted && outcome.fault === null
}

const markSent = statement((db, given: Given<{ ids: number[]; now: Date }>) =>
  db
    .updateTable('notices')
    .set({ state: 'sent', fault: null, sentAt: given.now })
    .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::bigint[])`),
)

const settle = statement((db, given: Given<{ rows: string; now: Date }>) =>
  db
    .updateTable('notices as o')
    .from(
      records<Row>(given.rows, {
        id: 'int',
        state: 'text',
        fault: 'text',
        until: 'timestamptz',
        uncounted: 'int',
        posted: 'jsonb',
      }),
    )
    .set((eb) => ({
      state: eb.ref('n.state'),
      fault: sql<
        string | null
      >`case when ${eb.ref('n.until')} is null then ${eb.ref('n.fault')} else ${eb.ref('o.fault')} end`,
      sentAt: sql<Date>`case when ${eb.ref('n.until')} is null then ${given.now}::timestamptz else ${eb.ref('o.sentAt')} end`,
      queuedAt: sql<Date>`coalesce(${eb.ref('n.until')}, ${eb.ref('o.queuedAt')})`,
      posted: sql<string | null>`coalesce(${eb.ref('n.posted')}, ${eb.ref('o.posted')})`,
      tries: eb('o.tries', '-', eb.ref('n.uncounted')),
    }))
    .whereRef('o.id', '=', 'n.id')
    // What another worker settled in the meantime is not given back.
    .where((eb) => eb.or([eb('n.until', 'is', null), eb('o.state', 'in', ['sending', 'ambiguous'])])),
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
