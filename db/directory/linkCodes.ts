import { createHash } from 'node:crypto'
import { sql } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import type { LinkCodes } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { lockWords } from '../store/locks.ts'
import { type Params, statement } from '../store/statement.ts'
import { accountOf } from './account.ts'

/**
 * How many codes were asked for one e-mail address that are good after `since`, by whatever account. Whoever asks for
 * the same address waits until the transaction ends.
 */
export async function codesSentTo(trx: Trx, email: string, since: Date): Promise<number> {
  await lockWords(trx, `codes for ${email}`)
  const [row] = await sentCodes(trx, { email, since })
  return row?.sent ?? 0
}

const sentCodes = statement((db, given: Params<{ email: string; since: Date }>) =>
  db
    .selectFrom('linkCodes')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('email', '=', given.email)
    .where('expiresAt', '>', given.since),
)

export type NewCode = Readonly<Pick<LinkCodes, 'email' | 'personId' | 'expiresAt'>>

/**
 * Makes room for a code of an account and returns its number; an older one of that account is void from now on. The
 * digits are set when its letter is sent.
 */
export async function openCode(trx: Trx, by: Account, code: NewCode, now: Date): Promise<number> {
  const [opened] = await newCode(trx, { ...code, ...by, now })
  if (!opened) throw new Error('the code was not stored')
  return opened.id
}

const newCode = statement((db, given: Params<Account & NewCode & { now: Date }>) =>
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
      codeHash: null,
      expiresAt: given.expiresAt,
    })
    .returning('id'),
)

/** Sets the digits of a code, as a hash bound to its number; false where it is void or too old by now. */
export async function setCode(db: Db, id: number, codeHash: string, now: Date): Promise<boolean> {
  return (await set(db, { id, codeHash, now })).length > 0
}

/** What is stored of a code; bound to its number, and so to the account that asked. */
export function hashCode(id: number, code: string): string {
  return createHash('sha256').update(`${id}:${code}`).digest('hex')
}

const set = statement((db, given: Params<{ id: number; codeHash: string; now: Date }>) =>
  db
    .updateTable('linkCodes')
    .set({ codeHash: given.codeHash })
    .where('id', '=', given.id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', given.now)
    .returning('id'),
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

const tried = statement((db, given: Params<Account & { email: string; now: Date }>) =>
  db
    .updateTable('linkCodes')
    .set((eb) => ({ tries: eb('tries', '+', sql<number>`1`) }))
    .where(({ and }) => and(accountOf(given)))
    .where('email', '=', given.email)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', given.now)
    .returning(['id', 'personId', 'codeHash', 'tries']),
)

/** Marks a code as used, so that it links nothing more. */
export async function useCode(trx: Trx, id: number, now: Date): Promise<void> {
  await used(trx, { id, now })
}

const used = statement((db, given: Params<{ id: number; now: Date }>) =>
  db.updateTable('linkCodes').set({ usedAt: given.now }).where('id', '=', given.id),
)
