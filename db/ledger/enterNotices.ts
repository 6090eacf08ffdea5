import { type Expression, type RawBuilder, sql } from 'kysely'

import { eachTime, type Notice } from '../../src/core/feature/notice.ts'
import type { Urgency } from '../../src/core/feature/rule.ts'
import type { Notices } from '../schema.ts'
import type { Trx } from '../store/db.ts'
import { asRecords, records } from '../store/records.ts'
import { type Params, statement } from '../store/statement.ts'
import type { QueuedNotice } from './notices.ts'

type Row = Pick<
  Notices,
  | (
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
    )
  | ('rule' | 'priority' | 'state' | 'fault' | 'waitsFor' | 'foldedUntil')
>

/** A notice as it is entered; one that is not queued at once says why. */
export interface NoticeEntry extends Notice {
  /** The key of the rule that it comes from. */
  readonly rule?: string
  /** It waits: for the morning, for a digest or for the Monday brief. */
  readonly folded?: { readonly waitsFor: NonNullable<Notices['waitsFor']>; readonly until: Date }
  /** It is entered only so that it is never said. */
  readonly whyUnsent?: string
}

const priorities = { bulk: 0, normal: 1, urgent: 2 } as const

/** The urgency of a notice in the ledger. */
export function urgencyOf(priority: number): Urgency {
  return priority >= priorities.urgent ? 'urgent' : priority <= priorities.bulk ? 'bulk' : 'normal'
}

/** Enters notices in the ledger; returns those that were not there yet and are to be delivered now. */
export async function queueNotices(
  trx: Trx,
  notices: readonly NoticeEntry[],
  now: Date,
): Promise<readonly QueuedNotice[]> {
  const entered = await enterNotices(trx, notices, now)
  return entered.flatMap(({ id, priority, state }) => (state === 'queued' ? [{ id, priority }] : []))
}

/** Enters notices in the ledger; returns all that were not there yet. */
export async function enterNotices(
  trx: Trx,
  notices: readonly NoticeEntry[],
  now: Date,
): Promise<readonly (QueuedNotice & Pick<Notices, 'state'>)[]> {
  if (notices.length === 0) return []
  const rows = notices.map(
    ({ key, personId, account, room, kind, subject, message, uselessAfter, ...how }): Row => ({
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
      rule: how.rule ?? null,
      priority: priorities[how.urgency ?? 'normal'],
      state: how.whyUnsent === undefined ? (how.folded ? 'folded' : 'queued') : 'dead',
      fault: how.whyUnsent ?? null,
      waitsFor: how.folded?.waitsFor ?? null,
      foldedUntil: how.folded?.until ?? null,
    }),
  )
  return enter(trx, { rows: asRecords(rows), now })
}

/** A key that is told apart by the transaction where it asks for that. */
function thisTime(key: Expression<string>, given: Params<{ now: Date }>): RawBuilder<string> {
  const time = sql`concat_ws('-', extract(epoch from ${given.now}::timestamptz)::bigint, pg_current_xact_id())`
  return sql<string>`case when position(${sql.lit(eachTime)} in ${key}) = 0 then ${key} else replace(${key}, ${sql.lit(eachTime)}, ${time}) end`
}

const enter = statement((db, given: Params<{ rows: string; now: Date }>) =>
  db
    .insertInto('notices')
    .columns([
      ...(['key', 'personId', 'platform', 'tenant', 'channel', 'kind', 'subject', 'body'] as const),
      ...([
        'account',
        'uselessAfter',
        'rule',
        'priority',
        'state',
        'fault',
        'waitsFor',
        'foldedUntil',
      ] as const),
      ...(['queuedAt', 'createdAt'] as const),
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
            rule: 'text',
            priority: 'int',
            state: 'text',
            fault: 'text',
            waitsFor: 'text',
            foldedUntil: 'timestamptz',
          }),
        )
        .select(({ ref }) => thisTime(ref('n.key'), given).as('key'))
        .select(['n.personId', 'n.platform', 'n.tenant', 'n.channel', 'n.kind', 'n.subject'])
        .select(['n.body', 'n.account', 'n.uselessAfter', 'n.rule', 'n.priority', 'n.state', 'n.fault'])
        .select(['n.waitsFor', 'n.foldedUntil'])
        .select([
          sql<Date>`${given.now}::timestamptz`.as('queuedAt'),
          sql<Date>`${given.now}::timestamptz`.as('createdAt'),
        ]),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(['id', 'priority', 'state']),
)
