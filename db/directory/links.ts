import { sql } from 'kysely'

import { type Account, formatAccount } from '../../src/core/address.ts'
import { keyPart, ledgerKeys } from '../ledger/keyPart.ts'
import type { LinkRequests, People } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { lockWords } from '../store/locks.ts'
import { type Params, statement } from '../store/statement.ts'
import { accountOf } from './account.ts'

/**
 * Counts one attempt of an account to link itself; returns how many it made since `since`, this one included. Attempts
 * at once are counted one after the other.
 */
export async function countAttempt(trx: Trx, by: Account, since: Date, now: Date): Promise<number> {
  await lockWords(trx, `attempts to link ${formatAccount(by)}`)
  const [row] = await attempt(trx, { ...by, since, now })
  return row?.made ?? 1
}

const attempt = statement((db, given: Params<Account & { since: Date; now: Date }>) =>
  db
    .with('made', (query) => query.insertInto('linkAttempts').values({ ...accountOf(given), at: given.now }))
    .selectFrom('linkAttempts')
    .select(sql<number>`count(*)::int + 1`.as('made'))
    .where(({ and }) => and(accountOf(given)))
    .where('at', '>', given.since),
)

export interface LinkRequest extends Account, Readonly<Pick<LinkRequests, 'id' | 'personId'>> {
  readonly name: string
  readonly email: People['email']
}

/** Asks the secretariat to link an account to a person; returns the number of a request that is still open, if any. */
export async function requestLink(
  trx: Trx,
  by: Account,
  personId: number,
  now: Date,
): Promise<{ readonly id: number; readonly fresh: boolean }> {
  const [open] = await openRequest(trx, { ...by, personId })
  if (open) return { id: open.id, fresh: false }
  const [made] = await newRequest(trx, { ...by, personId, now })
  if (!made) throw new Error('the link request was not stored')
  return { id: made.id, fresh: true }
}

const openRequest = statement((db, given: Params<Account & { personId: number }>) =>
  db
    .selectFrom('linkRequests')
    .select('id')
    .where(({ and }) => and({ ...accountOf(given), personId: given.personId }))
    .where('decidedAt', 'is', null),
)

const newRequest = statement((db, given: Params<Account & { personId: number; now: Date }>) =>
  db
    .insertInto('linkRequests')
    .values({ ...accountOf(given), personId: given.personId, askedAt: given.now })
    .returning('id'),
)

interface Decision {
  readonly id: number
  readonly decidedBy: number
  readonly outcome: NonNullable<LinkRequests['outcome']>
}

/** Decides an open request; undefined when no open request has this number. */
export async function decideLink(trx: Trx, decision: Decision, now: Date): Promise<LinkRequest | undefined> {
  const [request] = await decided(trx, { ...decision, now })
  return request
}

const decided = statement((db, given: Params<Decision & { now: Date }>) =>
  db
    .updateTable('linkRequests as l')
    .from('people as p')
    .set({ decidedAt: given.now, decidedBy: given.decidedBy, outcome: given.outcome })
    .where('l.id', '=', given.id)
    .where('l.decidedAt', 'is', null)
    .whereRef('p.id', '=', 'l.personId')
    .returning(['l.id', 'l.platform', 'l.tenant', 'l.account', 'l.personId', 'p.name', 'p.email']),
)

/** What became of a request, and by whom; undefined where none has this number or it is open. */
export async function decidedRequest(db: Db, id: number) {
  const [row] = await decisionOf(db, { id })
  return row
}

const decisionOf = statement((db, given: Params<{ id: number }>) =>
  db
    .selectFrom('linkRequests as l')
    .innerJoin('people as p', 'p.id', 'l.decidedBy')
    .select(['l.outcome', 'p.name as by'])
    .where('l.id', '=', given.id),
)

/** Of what asked the secretariat about accounts, by its ledger keys, what became of those that are decided. */
export async function endedRequests(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, 'Confirmed' | 'Refused'>> {
  const rows = await ended(db, { keys: [...keys] })
  return new Map(rows.map(({ key, outcome }) => [key, outcome === 'confirmed' ? 'Confirmed' : 'Refused']))
}

const ended = statement((db, given: Params<{ keys: string[] }>) =>
  db
    .selectFrom(ledgerKeys(given.keys))
    .innerJoin('linkRequests as l', (join) => join.on((eb) => eb('l.id', '=', keyPart(eb.ref('k.key'), 2))))
    .select(['k.key', 'l.outcome'])
    .where('l.decidedAt', 'is not', null),
)

/** The numbers of requests for somebody. */
export async function requestsFor(db: Db, personId: number): Promise<readonly number[]> {
  return (await requested(db, { personId })).map(({ id }) => id)
}

const requested = statement((db, given: Params<{ personId: number }>) =>
  db.selectFrom('linkRequests').select('id').where('personId', '=', given.personId),
)

/** Drops attempts older than a moment; only those of the last hour count. */
export async function sweepAttempts(db: Db, before: Date): Promise<void> {
  await swept(db, { before })
}

const swept = statement((db, given: Params<{ before: Date }>) =>
  db.deleteFrom('linkAttempts').where('at', '<', given.before),
)
