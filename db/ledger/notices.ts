import { type Expression, sql } from 'kysely'

import type { PostedOn } from '../../src/core/adapter.ts'
import type { Notices } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { asRecords, records } from '../store/records.ts'
import { type Params, statement } from '../store/statement.ts'
import { noteSent } from './claims/noteSent.ts'

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

/** An outcome, and the claim by which its notice was in hand. */
export type ClaimedOutcome = DeliveryOutcome & { readonly hand: string }

interface Row {
  readonly id: number
  readonly hand: string
  readonly state: Notices['state']
  readonly fault: string | null
  readonly until: Date | null
  /** How many tries it counts for. */
  readonly counted: number
  readonly posted: PostedOn | null
}

/** Records how deliveries ended, and gives back for a later try those that were not sent; none is in hand any more. */
export async function settleNotices(db: Db, outcomes: readonly ClaimedOutcome[], now: Date): Promise<void> {
  const plain = outcomes.filter(isPlainlySent)
  const noted = await noteSent(db, plain, now)
  const others = outcomes.filter((outcome) => !(isPlainlySent(outcome) && noted.has(outcome.id)))
  if (others.length === 0) return
  const rows = others.map((outcome): Row => {
    const { id, hand } = outcome
    const none = { until: null, counted: 1, posted: null }
    if (outcome.kind === 'settled')
      return { ...none, id, hand, state: outcome.state, fault: outcome.fault, posted: outcome.posted ?? null }
    const { until, counts } = outcome
    return { ...none, id, hand, state: 'queued', fault: null, until, counted: counts ? 1 : 0 }
  })
  await settle(db, { rows: asRecords(rows), now })
}

/** What nearly all are: it was sent, and nothing in it will have to be changed. */
function isPlainlySent(outcome: DeliveryOutcome): boolean {
  return outcome.kind === 'settled' && outcome.state === 'sent' && !outcome.posted && outcome.fault === null
}

const shape = {
  id: 'int',
  hand: 'text',
  state: 'text',
  fault: 'text',
  until: 'timestamptz',
  counted: 'int',
  posted: 'jsonb',
} as const

const settle = statement((db, given: Params<{ rows: string; now: Date }>) =>
  db
    // Joined below, so that the rows here are locked before those of the ledger.
    .with('letGo', (query) =>
      query
        .deleteFrom('waiting as w')
        .using(records<Row>(given.rows, shape))
        .whereRef('w.noticeId', '=', 'n.id')
        .where('n.until', 'is', null)
        .returning('w.noticeId'),
    )
    .with('back', (query) =>
      query
        .updateTable('waiting as w')
        .from(records<Row>(given.rows, shape))
        .set(({ ref }) => ({
          claim: null,
          keptAt: null,
          queuedAt: sql<Date>`coalesce(${ref('n.until')}, ${ref('w.queuedAt')})`,
        }))
        .whereRef('w.noticeId', '=', 'n.id')
        .where('n.until', 'is not', null)
        // What is in another hand meanwhile stays there.
        .whereRef('w.claim', '=', 'n.hand')
        .returning('w.noticeId'),
    )
    .updateTable('notices as o')
    .from(records<Row>(given.rows, shape))
    .leftJoin('letGo as l', 'l.noticeId', 'n.id')
    .leftJoin('back as b', 'b.noticeId', 'n.id')
    .set((eb) => ({
      state: eb.ref('n.state'),
      fault: sql<
        string | null
      >`case when ${eb.ref('n.until')} is null then ${eb.ref('n.fault')} else ${eb.ref('o.fault')} end`,
      sentAt: sql<Date>`case when ${eb.ref('n.until')} is null then ${given.now}::timestamptz else ${eb.ref('o.sentAt')} end`,
      queuedAt: sql<Date>`coalesce(${eb.ref('n.until')}, ${eb.ref('o.queuedAt')})`,
      posted: sql<string | null>`coalesce(${eb.ref('n.posted')}, ${eb.ref('o.posted')})`,
      tries: triesWith(eb.ref('n.counted'), eb.ref('o.tries'), eb.ref('o.state')),
    }))
    .whereRef('o.id', '=', 'n.id')
    // What another worker settled in the meantime is not given back.
    .where((eb) =>
      eb.or([eb('n.until', 'is', null), eb('b.noticeId', 'is not', null), eb('o.state', '=', 'ambiguous')]),
    ),
)

/** Counts a try once, although its outcome may be recorded twice where the first answer was lost. */
function triesWith(
  counted: Expression<number>,
  tries: Expression<number>,
  state: Expression<Notices['state']>,
) {
  return sql<number>`${tries} + case when ${state} = 'queued' then ${counted} else 0 end`
}

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

const requeue = statement((db, given: Params<{ before: Date; now: Date; limit: number }>) =>
  db
    .with('stale', (query) =>
      query
        .selectFrom('waiting')
        .select('noticeId')
        .where('claim', 'is', null)
        .where('queuedAt', '<', given.before)
        .orderBy('queuedAt')
        .limit(given.limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('waiting as w')
    .from('stale')
    .innerJoin('notices as n', 'n.id', 'stale.noticeId')
    .set({ queuedAt: given.now })
    .whereRef('w.noticeId', '=', 'stale.noticeId')
    .returning(['n.id', 'n.priority']),
)
