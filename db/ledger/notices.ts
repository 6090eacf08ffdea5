import { type Expression, sql } from 'kysely'

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

/** An outcome, and the claim by which its notice was in hand. */
export type Ending = DeliveryOutcome & { readonly hand: string }

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
export async function settleNotices(db: Db, outcomes: readonly Ending[], now: Date): Promise<void> {
  const arrived = outcomes.filter(isPlainlySent).map(({ id }) => id)
  // The first, since doing it twice after the second has failed changes nothing.
  if (arrived.length > 0) await markSent(db, { ids: arrived, now })
  const others = outcomes.filter((outcome) => !isPlainlySent(outcome))
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

const markSent = statement((db, given: Given<{ ids: number[]; now: Date }>) =>
  db
    // Nothing waits for its rows, so it runs after the update: notices are locked first.
    .with('letGo', (query) =>
      query
        .deleteFrom('inHand')
        .where(({ ref }) => sql<boolean>`${ref('noticeId')} = any (${given.ids}::bigint[])`),
    )
    .updateTable('notices')
    .set(({ ref }) => ({
      state: 'sent',
      fault: null,
      sentAt: given.now,
      tries: triesWith(sql.lit(1), ref('tries'), ref('state')),
    }))
    .where(({ ref }) => sql<boolean>`${ref('id')} = any (${given.ids}::bigint[])`),
)

const shape = {
  id: 'int',
  hand: 'text',
  state: 'text',
  fault: 'text',
  until: 'timestamptz',
  counted: 'int',
  posted: 'jsonb',
} as const

const settle = statement((db, given: Given<{ rows: string; now: Date }>) =>
  db
    .with('letGo', (query) =>
      query
        .deleteFrom('inHand as h')
        .using(records<Row>(given.rows, shape))
        .whereRef('h.noticeId', '=', 'n.id')
        // What is given back may be in another hand meanwhile, and stays there.
        .where((eb) => eb.or([eb('n.until', 'is', null), eb('h.claim', '=', eb.ref('n.hand'))])),
    )
    .updateTable('notices as o')
    .from(records<Row>(given.rows, shape))
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
    .where(({ eb, exists, selectFrom }) =>
      eb.or([
        eb('n.until', 'is', null),
        eb('o.state', '=', 'ambiguous'),
        eb.and([
          eb('o.state', '=', 'queued'),
          exists(
            selectFrom('inHand as h')
              .select('h.noticeId')
              .whereRef('h.noticeId', '=', 'n.id')
              .whereRef('h.claim', '=', 'n.hand'),
          ),
        ]),
      ]),
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

const requeue = statement((db, given: Given<{ before: Date; now: Date; limit: number }>) =>
  db
    .updateTable('notices as n')
    .from((from) =>
      from
        .selectFrom('notices')
        .select('id')
        .where('state', '=', 'queued')
        .where('queuedAt', '<', given.before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(selectFrom('inHand as h').select('h.noticeId').whereRef('h.noticeId', '=', 'notices.id')),
          ),
        )
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
