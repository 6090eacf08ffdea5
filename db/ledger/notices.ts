import { sql } from 'kysely'

import type { Notice } from '../../src/core/feature/notice.ts'
import type { Notices } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { asRecords, records } from '../store/records.ts'
import { type Given, statement } from '../store/statement.ts'
import { abandonedFault } from './claimNotice.ts'

type Row = Pick<
  Notices,
  | 'key'
  | 'personId'
  | 'platform'
  | 'tenant'
  | 'channel'
  | 'account'
  | 'kind'
  | 'subject'
  | 'body'
  | 'uselessAfter'
>

/** Enters notices in the ledger; returns the ids of those that were not there yet. */
export async function queueNotices(trx: Trx, notices: readonly Notice[], now: Date): Promise<number[]> {
  if (notices.length === 0) return []
  const rows = notices.map(
    ({ key, personId, account, room, kind, subject, message, uselessAfter }): Row => ({
      key,
      personId: personId ?? null,
      platform: room?.platform ?? account?.platform ?? null,
      tenant: room?.tenant ?? account?.tenant ?? null,
      channel: room?.channel ?? null,
      account: account?.account ?? null,
      kind,
      subject,
      body: message,
      uselessAfter: uselessAfter ?? null,
    }),
  )
  const entered = await enter(trx, { rows: asRecords(rows), now })
  return entered.map(({ id }) => id)
}

const enter = statement((db, given: Given<{ rows: string; now: Date }>) =>
  db
    .insertInto('notices')
    .columns([
      ...(['key', 'personId', 'platform', 'tenant', 'channel', 'kind', 'subject', 'body'] as const),
      ...(['account', 'uselessAfter', 'state', 'queuedAt', 'createdAt'] as const),
    ])
    .expression((from) =>
      from
        .selectFrom(
          records<Row>(given.rows, {
            key: 'text',
            personId: 'int',
            platform: 'text',
            tenant: 'text',
            channel: 'text',
            account: 'text',
            kind: 'text',
            subject: 'text',
            body: 'json',
            uselessAfter: 'timestamptz',
          }),
        )
        .select(['n.key', 'n.personId', 'n.platform', 'n.tenant', 'n.channel', 'n.kind', 'n.subject'])
        .select(['n.body', 'n.account', 'n.uselessAfter'])
        .select([
          sql<Notices['state']>`'queued'`.as('state'),
          sql<Date>`${given.now}::timestamptz`.as('queuedAt'),
          sql<Date>`${given.now}::timestamptz`.as('createdAt'),
        ]),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id'),
)

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
export async function requeueStale(trx: Trx, before: Date, now: Date, limit: number): Promise<number[]> {
  const requeued = await requeue(trx, { before, now, limit })
  return requeued.map(({ id }) => id)
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
    .returning('n.id'),
)

/** Marks as ambiguous what was claimed before a moment and never settled: its worker died. */
export async function abandonStale(db: Db, before: Date): Promise<void> {
  await abandon(db, { before })
}

const abandon = statement((db, given: Given<{ before: Date }>) =>
  db
    .updateTable('notices')
    .set({ state: 'ambiguous', fault: abandonedFault })
    .where('state', '=', 'sending')
    .where('sentAt', '<', given.before),
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
