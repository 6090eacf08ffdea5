import { sql, type Transaction } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

/** Counts one attempt of an account to link itself; returns how many it made since `since`, this one included. */
export async function countAttempt(
  trx: Transaction<Database>,
  by: Account,
  since: Date,
  now: Date,
): Promise<number> {
  const result = await sql<{ made: number }>`
    with made as (
      insert into link_attempts (platform, tenant, account, at) values (${by.platform}, ${by.tenant}, ${by.account}, ${now})
    )
    select count(*)::int + 1 as made from link_attempts
    where platform = ${by.platform} and tenant = ${by.tenant} and account = ${by.account} and at > ${since}`.execute(
    trx,
  )
  return result.rows[0]?.made ?? 1
}

/** How many attempts were made for one e-mail address since `since`, by whatever account. */
export async function codesSentTo(db: Db, email: string, since: Date): Promise<number> {
  const result = await sql<{ sent: number }>`
    select count(*)::int as sent from link_codes where email = ${email} and expires_at > ${since}`.execute(db)
  return result.rows[0]?.sent ?? 0
}

export interface LinkCode {
  readonly email: string
  readonly personId: number
  readonly codeHash: string
  readonly expiresAt: Date
}

/** Stores a code for an account; an older one of that account is void from now on. */
export async function storeCode(
  trx: Transaction<Database>,
  by: Account,
  code: LinkCode,
  now: Date,
): Promise<void> {
  await sql`
    with voided as (
      update link_codes set used_at = ${now}
      where platform = ${by.platform} and tenant = ${by.tenant} and account = ${by.account} and used_at is null
    )
    insert into link_codes (platform, tenant, account, email, person_id, code_hash, expires_at, tries)
    values (${by.platform}, ${by.tenant}, ${by.account}, ${code.email}, ${code.personId}, ${code.codeHash}, ${code.expiresAt}, 0)`.execute(
    trx,
  )
}

/** The account's open code for an e-mail address, held, with one more try counted. */
export async function tryCode(
  trx: Transaction<Database>,
  by: Account,
  email: string,
  now: Date,
): Promise<
  | { readonly id: number; readonly personId: number; readonly codeHash: string; readonly tries: number }
  | undefined
> {
  const result = await sql<{ id: number; personId: number; codeHash: string; tries: number }>`
    update link_codes set tries = tries + 1
    where platform = ${by.platform} and tenant = ${by.tenant} and account = ${by.account} and email = ${email}
      and used_at is null and expires_at > ${now}
    returning id, person_id, code_hash, tries`.execute(trx)
  return result.rows[0]
}

export async function useCode(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await sql`update link_codes set used_at = ${now} where id = ${id}`.execute(trx)
}

export interface LinkRequest extends Account {
  readonly id: number
  readonly personId: number
  readonly name: string
  readonly email: string | null
}

/** Asks the secretariat to link an account to a person; the number of a request still open is given again. */
export async function requestLink(
  trx: Transaction<Database>,
  by: Account,
  personId: number,
  now: Date,
): Promise<{ readonly id: number; readonly fresh: boolean }> {
  const open = await sql<{ id: number }>`
    select id from link_requests where platform = ${by.platform} and tenant = ${by.tenant} and account = ${by.account}
      and person_id = ${personId} and decided_at is null`.execute(trx)
  const [known] = open.rows
  if (known) return { id: known.id, fresh: false }
  const result = await sql<{ id: number }>`
    insert into link_requests (platform, tenant, account, person_id, asked_at)
    values (${by.platform}, ${by.tenant}, ${by.account}, ${personId}, ${now}) returning id`.execute(trx)
  const [row] = result.rows
  if (!row) throw new Error('the request was not stored')
  return { id: row.id, fresh: true }
}

/** Decides an open request; undefined when there is none of this number that is open. */
export async function decideLink(
  trx: Transaction<Database>,
  {
    id,
    decidedBy,
    outcome,
  }: { readonly id: number; readonly decidedBy: number; readonly outcome: 'confirmed' | 'refused' },
  now: Date,
): Promise<LinkRequest | undefined> {
  const result = await sql<LinkRequest>`
    update link_requests l set decided_at = ${now}, decided_by = ${decidedBy}, outcome = ${outcome}
    from people p where l.id = ${id} and l.decided_at is null and p.id = l.person_id
    returning l.id, l.platform, l.tenant, l.account, l.person_id, p.name, p.email`.execute(trx)
  return result.rows[0]
}

/** The persons of the secretariat, to be told of something. */
export async function secretariatPeople(db: Db): Promise<readonly number[]> {
  const result = await sql<{
    id: number
  }>`select id from people where is_secretariat and retired_on is null order by id`.execute(db)
  return result.rows.map((row) => row.id)
}

/** The person of an e-mail address on file. */
export async function personByEmail(
  db: Db,
  email: string,
): Promise<{ readonly id: number; readonly name: string; readonly email: string } | undefined> {
  const result = await sql<{ id: number; name: string; email: string }>`
    select id, name, email from people where email = ${email.toLowerCase()} and retired_on is null`.execute(
    db,
  )
  return result.rows[0]
}

export async function setZone(trx: Transaction<Database>, personId: number, zone: string): Promise<void> {
  await sql`update people set zone = ${zone}, zone_from = 'own' where id = ${personId}`.execute(trx)
}

/** Drops attempts older than a moment; only those of the last hour count. */
export async function sweepAttempts(db: Db, before: Date): Promise<void> {
  await sql`delete from link_attempts where at < ${before}`.execute(db)
}
