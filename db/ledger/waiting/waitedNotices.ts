import { type Expression, type RawBuilder, sql } from 'kysely'
import type { WhyUnsent } from '../../../src/core/feature/whyUnsent.ts'

import type { Message } from '../../../src/core/message.ts'
import type { Notices } from '../../schema.ts'
import type { Trx } from '../../store/db.ts'
import { asRecords, records } from '../../store/records.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { QueuedNotice } from '../notices.ts'

/** A notice that waited for the morning or a digest, and may be said now. */
export interface WaitedNotice
  extends Readonly<
    Pick<Notices, 'id' | 'key' | 'rule' | 'subject' | 'body' | 'priority' | 'uselessAfter' | 'foldedUntil'>
  > {
  readonly personId: number
  readonly waitsFor: NonNullable<Notices['waitsFor']>
}

/**
 * Takes notices whose waiting is over, those of one person together; no other worker gets them in the meantime. Those
 * of the rules `off` wait on.
 */
export async function takeWaited(
  trx: Trx,
  off: readonly string[],
  now: Date,
  limit: number,
): Promise<readonly WaitedNotice[]> {
  const rows = await take(trx, { off: [...off], now, limit })
  return rows.flatMap(({ personId, waitsFor, ...row }) =>
    personId === null || waitsFor === null ? [] : [{ ...row, personId, waitsFor }],
  )
}

const take = statement((db, given: Params<{ off: string[]; now: Date; limit: number }>) =>
  db
    .selectFrom('notices')
    .select(['id', 'key', 'rule', 'subject', 'body', 'priority', 'uselessAfter', 'foldedUntil'])
    .select(['personId', 'waitsFor'])
    .where('state', '=', 'folded')
    .where('foldedUntil', '<=', given.now)
    .where((eb) => eb.or([eb('rule', 'is', null), eb('rule', '<>', sql<string>`all(${given.off}::text[])`)]))
    .orderBy('personId')
    .orderBy('id')
    .limit(given.limit)
    .forUpdate()
    .skipLocked(),
)

/** Releases notices for delivery now, each as a message of its own. */
export async function release(trx: Trx, ids: readonly number[], now: Date): Promise<readonly QueuedNotice[]> {
  return ids.length === 0 ? [] : queue(trx, { ids: [...ids], now })
}

const queue = statement((db, given: Params<{ ids: number[]; now: Date }>) =>
  db
    .updateTable('notices')
    .set({ state: 'queued', queuedAt: given.now })
    .where('id', '=', sql<number>`any(${given.ids}::bigint[])`)
    .returning(['id', 'priority']),
)

/** Lets a notice wait longer. */
export async function waitAgain(trx: Trx, id: number, until: Date): Promise<void> {
  await wait(trx, { id, until })
}

const wait = statement((db, given: Params<{ id: number; until: Date }>) =>
  db.updateTable('notices').set({ foldedUntil: given.until }).where('id', '=', given.id),
)

interface HandedOn {
  readonly id: number
  readonly personId: number
  readonly body: Message
  readonly until: Date
}

/** Lets somebody else be asked instead, from `until` on; false where they are told the same already. */
export async function handOn(trx: Trx, { body, ...handed }: HandedOn): Promise<boolean> {
  return (await hand(trx, { ...handed, body: JSON.stringify(body) })).length > 0
}

const hand = statement((db, given: Params<Omit<HandedOn, 'body'> & { body: string }>) =>
  db
    .updateTable('notices as n')
    .set({
      personId: given.personId,
      body: sql`${given.body}::json`,
      waitsFor: 'quiet',
      foldedUntil: given.until,
    })
    .where('n.id', '=', given.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('notices as o')
            .select('o.id')
            .where('o.personId', '=', given.personId)
            .whereRef('o.rule', '=', 'n.rule')
            .whereRef('o.subject', '=', 'n.subject')
            // Of what was said long ago nobody knows that it was the same.
            .where(
              ({ ref }) => sql<boolean>`${ref('o.createdAt')} > ${ref('n.createdAt')} - interval '1 day'`,
            )
            .where(({ ref }) => sql<boolean>`${zoneless(ref('o.body'))} = ${zoneless(ref('n.body'))}`),
        ),
      ),
    )
    .returning('n.id'),
)

/** What a message says, in whichever zone its times are written. */
function zoneless(body: Expression<unknown>): RawBuilder<string> {
  return sql<string>`regexp_replace(${body} ->> 'summary', '"zone":"[^"]*",?', '', 'g')`
}

/** Writes notices anew. */
export async function rewrite(
  trx: Trx,
  bodies: readonly { readonly id: number; readonly body: Message }[],
): Promise<void> {
  if (bodies.length > 0) await write(trx, { rows: asRecords(bodies) })
}

const write = statement((db, given: Params<{ rows: string }>) =>
  db
    .updateTable('notices as o')
    .from(records<{ id: number; body: Message }>(given.rows, { id: 'int', body: 'json' }))
    .set(({ ref }) => ({ body: sql`${ref('n.body')}` }))
    .whereRef('o.id', '=', 'n.id'),
)

/** Of notices, those whose very words were said to the same person by the same rule since they began to wait. */
export async function repeatedMeanwhile(trx: Trx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  return new Set((await meanwhile(trx, { ids: [...ids] })).map(({ id }) => id))
}

const meanwhile = statement((db, given: Params<{ ids: number[] }>) =>
  db
    .selectFrom('notices as n')
    .innerJoin('notices as o', (join) =>
      join
        .onRef('o.personId', '=', 'n.personId')
        .onRef('o.createdAt', '>=', 'n.createdAt')
        .onRef('o.id', '<>', 'n.id')
        .onRef('o.rule', '=', 'n.rule')
        .onRef('o.subject', '=', 'n.subject')
        .on('o.state', 'in', ['queued', 'sending', 'sent', 'ambiguous']),
    )
    .select('n.id')
    .where('n.id', '=', sql<number>`any(${given.ids}::bigint[])`)
    .where(
      ({ ref }) => sql<boolean>`${ref('o.body')}::jsonb -> 'summary' = ${ref('n.body')}::jsonb -> 'summary'`,
    ),
)

/** Ends notices that are said in a digest. */
export async function endAsDigested(trx: Trx, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length > 0) await end(trx, { ids: [...ids], state: 'sent', why: 'it was said in a digest', now })
}

/** Ends notices that are not said any more. */
export async function endUnsent(trx: Trx, ids: readonly number[], why: WhyUnsent, now: Date): Promise<void> {
  if (ids.length > 0) await end(trx, { ids: [...ids], state: 'dead', why, now })
}

const end = statement(
  (db, given: Params<{ ids: number[]; state: 'sent' | 'dead'; why: string; now: Date }>) =>
    db
      .updateTable('notices')
      .set({ state: given.state, fault: given.why, sentAt: given.now })
      .where('id', '=', sql<number>`any(${given.ids}::bigint[])`),
)
