import { sql } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import type { LinkCodes, LinkRequests, People } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Given, statement } from '../store/statement.ts'
import { accountOf } from './account.ts'

/** Counts one attempt of an account to link itself; returns how many it made since `since`, this one included. */
export async function countAttempt(trx: Trx, by: Account, since: Date, now: Date): Promise<number> {
  const [row] = await attempt(trx, { ...by, since, now })
  return row?.made ?? 1
}

const attempt = statement((db, given: Given<Account & { since: Date; now: Date }>) =>
  db
    .with('made', (query) => query.insertInto('linkAttempts').values({ ...accountOf(given), at: given.now }))
    .selectFrom('linkAttempts')
    .select(sql<number>`count(*)::int + 1`.as('made'))
    .where(({ and }) => and(accountOf(given)))
    .where('at', '>', given.since),
)

/** How many attempts were made for one e-mail address since `since`, by whatever account. */
export async function codesSentTo(db: Db, email: string, since: Date): Promise<number> {
  const [row] = await sentCodes(db, { email, since })
  return row?.sent ?? 0
}

const sentCodes = statement((db, given: Given<{ email: string; since: Date }>) =>
  db
    .selectFrom('linkCodes')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('email', '=', given.email)
    .where('expiresAt', '>', given.since),
)

export type LinkCode = Readonly<Pick<LinkCodes, 'email' | 'personId' | 'codeHash' | 'expiresAt'>>

/** Stores a code for an account; an older one of that account is void from now on. */
export async function storeCode(trx: Trx, by: Account, code: LinkCode, now: Date): Promise<void> {
  await newCode(trx, { ...code, ...by, now })
}

const newCode = statement((db, given: Given<Account & LinkCode & { now: Date }>) =>
  db
    .with('voided', (query) =>
      query
        .updateTable('linkCodes')
        .set({ usedAt: given.now })
        .where(({ and }) => and(accountOf(given)))
        .where('usedAt', 'is', null),
    )
    .insertInto('linkCodes')
    .values({
      ...accountOf(given),
      email: given.email,
      personId: given.personId,
      codeHash: given.codeHash,
      expiresAt: given.expiresAt,
    }),
)

/** The account's open code for an e-mail address, locked, with one more try counted. */
export async function tryCode(
  trx: Trx,
  by: Account,
  email: string,
  now: Date,
): Promise<Readonly<Pick<LinkCodes, 'id' | 'personId' | 'codeHash' | 'tries'>> | undefined> {
  const [code] = await tried(trx, { ...by, email, now })
  return code
}

const tried = statement((db, given: Given<Account & { email: string; now: Date }>) =>
  db
    .updateTable('linkCodes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where(({ and }) => and(accountOf(given)))
    .where('email', '=', given.email)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', given.now)
    .returning(['id', 'personId', 'codeHash', 'tries']),
)

export async function useCode(trx: Trx, id: number, now: Date): Promise<void> {
  await used(trx, { id, now })
}

const used = statement((db, given: Given<{ id: number; now: Date }>) =>
  db.updateTable('linkCodes').set({ usedAt: given.now }).where('id', '=', given.id),
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

const openRequest = statement((db, given: Given<Account & { personId: number }>) =>
  db
    .selectFrom('linkRequests')
    .select('id')
    .where(({ and }) => and({ ...accountOf(given), personId: given.personId }))
    .where('decidedAt', 'is', null),
)

const newRequest = statement((db, given: Given<Account & { personId: number; now: Date }>) =>
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

const decided = statement((db, given: Given<Decision & { now: Date }>) =>
  db
    .updateTable('linkRequests as l')
    .from('people as p')
    .set({ decidedAt: given.now, decidedBy: given.decidedBy, outcome: given.outcome })
    .where('l.id', '=', given.id)
    .where('l.decidedAt', 'is', null)
    .whereRef('p.id', '=', 'l.personId')
    .returning(['l.id', 'l.platform', 'l.tenant', 'l.account', 'l.personId', 'p.name', 'p.email']),
)

/** Drops attempts older than a moment; only those of the last hour count. */
export async function sweepAttempts(db: Db, before: Date): Promise<void> {
  await swept(db, { before })
}

const swept = statement((db, given: Given<{ before: Date }>) =>
  db.deleteFrom('linkAttempts').where('at', '<', given.before),
)
