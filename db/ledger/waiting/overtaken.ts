import { sql } from 'kysely'

import { whyUnsent } from '../../../src/core/feature/whyUnsent.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Db, Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'

/** What became of a meeting: the latest says all that those before it said. */
const kinds = ['invitation', 'moved', 'cancelled', 'restored'] as const

/** What somebody is told of a meeting, by which what waits to be said to them is overtaken. */
interface Said {
  readonly key: string
  readonly kind: string
  readonly subject: string
  readonly personId?: number
}

/**
 * Ends what still waits to be said of meetings to those who are told now what became of them since. What was to be said
 * of a series stays for as long as only one of its meetings is spoken of. Returns of whom anything was ended: what is
 * being sent by now is not.
 */
export async function endOvertaken(trx: Trx, said: readonly Said[], now: Date): Promise<ReadonlySet<number>> {
  const rows = said.flatMap(({ key, kind, subject, personId }) =>
    personId !== undefined && kinds.some((one) => one === kind)
      ? [{ personId, subject, reach: reachOf(key, kind) }]
      : [],
  )
  const ended = rows.length > 0 ? await end(trx, { rows: asRecords(rows), now }) : []
  return new Set(ended.flatMap(({ personId }) => personId ?? []))
}

/** Ends all that waits to be said of meetings to those who are not invited any more. */
export async function endForLeavers(
  trx: Trx,
  left: readonly { readonly subject: string; readonly personId: number }[],
  now: Date,
): Promise<void> {
  const rows = left.map(({ subject, personId }) => ({ personId, subject, reach: reaches.all }))
  if (rows.length > 0) await end(trx, { rows: asRecords(rows), now })
}

/** How much news of a meeting overtakes: news of itself, of the rest of its series too, or also the invitation to that. */
const reaches = { one: 0, rest: 1, all: 2 } as const

function reachOf(key: string, kind: string): number {
  if (!isOfSeries(key)) return reaches.one
  return kind === 'cancelled' ? reaches.all : reaches.rest
}

/** Whether news is of a series, or the rest of one, by its ledger key. */
function isOfSeries(key: string): boolean {
  return /^(?:series|[a-z]+-rest):/.test(key)
}

const end = statement((db, given: Params<{ rows: string; now: Date }>) =>
  db
    .updateTable('notices as o')
    .from(
      records<{ personId: number; subject: string; reach: number }>(given.rows, {
        personId: 'int',
        subject: 'text',
        reach: 'int',
      }),
    )
    .set({ state: 'dead', fault: whyUnsent.untrue, sentAt: given.now })
    .whereRef('o.personId', '=', 'n.personId')
    .whereRef('o.subject', '=', 'n.subject')
    .where('o.state', '=', 'folded')
    .where('o.rule', 'is', null)
    .where('o.kind', '=', sql<string>`any(${sql.lit(`{${kinds.join(',')}}`)}::text[])`)
    .where(
      ({ ref }) => sql<boolean>`${ref('n.reach')} >= case
        when ${ref('o.key')} like 'series:%' then ${sql.lit(reaches.all)}
        when ${ref('o.key')} like '%-rest:%' then ${sql.lit(reaches.rest)}
        else ${sql.lit(reaches.one)} end`,
    )
    .returning('o.personId'),
)

/** What became of a meeting, or of a series, as somebody was told it. */
export interface News extends Said {
  readonly personId: number
  readonly message: Message
  /** `ended` was overtaken before its reader heard it. */
  readonly state: 'heard' | 'waits' | 'ended'
}

/** What was said to each person of a meeting alone, or of the series that begins with it, the latest first. */
export async function newsOf(
  db: Db,
  subject: string,
  of: 'meeting' | 'series',
): Promise<ReadonlyMap<number, readonly News[]>> {
  const rows = await news(db, { subject })
  return Map.groupBy(
    rows.flatMap(({ personId, key, kind, body, state, fault }) =>
      personId === null || isOfSeries(key) !== (of === 'series')
        ? []
        : [{ subject, personId, key, kind, message: body, state: heardOf(state, fault) }],
    ),
    ({ personId }) => personId,
  )
}

function heardOf(state: string, fault: string | null): News['state'] {
  if (state === 'folded') return 'waits'
  return state === 'dead' && fault === whyUnsent.untrue ? 'ended' : 'heard'
}

const news = statement((db, given: Params<{ subject: string }>) =>
  db
    .selectFrom('notices')
    .select(['personId', 'key', 'kind', 'body', 'state', 'fault'])
    .where('subject', '=', given.subject)
    .where('rule', 'is', null)
    .where('kind', '=', sql<string>`any(${sql.lit(`{${kinds.join(',')}}`)}::text[])`)
    .orderBy('id', 'desc'),
)
