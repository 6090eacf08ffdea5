import { sql } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import type { KeepKey } from '../../src/core/keep.ts'
import type { Db } from '../store/db.ts'

export interface KeptRow extends KeepKey {
  readonly value: unknown
  readonly at: Date
}

/** What stands under a key and has not expired. */
export async function readKept(db: Db, of: KeepKey, now: Date): Promise<KeptRow | undefined> {
  const result = await sql<KeptRow>`
    select platform, tenant, kind, key, value, at from kept
    where platform = ${of.platform} and kind = ${of.kind} and tenant = ${of.tenant} and key = ${of.key}
      and (expires_at is null or expires_at > ${now})`.execute(db)
  return result.rows[0]
}

export async function writeKept(
  db: Db,
  of: KeepKey,
  value: unknown,
  expiresAt: Date | undefined,
  now: Date,
): Promise<void> {
  await sql`
    insert into kept (platform, kind, tenant, key, value, at, expires_at)
    values (${of.platform}, ${of.kind}, ${of.tenant}, ${of.key}, ${JSON.stringify(value)}::jsonb, ${now}, ${expiresAt ?? null})
    on conflict (platform, kind, tenant, key)
    do update set value = excluded.value, at = excluded.at, expires_at = excluded.expires_at`.execute(db)
}

/** Writes where nothing stands that lives; of many at once one gets true. */
export async function claimKept(
  db: Db,
  of: KeepKey,
  value: unknown,
  expiresAt: Date | undefined,
  now: Date,
): Promise<boolean> {
  const result = await sql<{ one: number }>`
    insert into kept as k (platform, kind, tenant, key, value, at, expires_at)
    values (${of.platform}, ${of.kind}, ${of.tenant}, ${of.key}, ${JSON.stringify(value)}::jsonb, ${now}, ${expiresAt ?? null})
    on conflict (platform, kind, tenant, key)
    do update set value = excluded.value, at = excluded.at, expires_at = excluded.expires_at
    where k.expires_at is not null and k.expires_at <= ${now}
    returning 1 as one`.execute(db)
  return result.rows.length > 0
}

/** False when there was none. */
export async function dropKept(db: Db, of: KeepKey): Promise<boolean> {
  const result = await sql<{ one: number }>`
    delete from kept where platform = ${of.platform} and kind = ${of.kind} and tenant = ${of.tenant} and key = ${of.key}
    returning 1 as one`.execute(db)
  return result.rows.length > 0
}

/** All of a kind on a platform, by key; of one tenant where it is named. */
export async function listKept(
  db: Db,
  of: { readonly platform: string; readonly kind: string; readonly tenant?: string },
  now: Date,
): Promise<readonly KeptRow[]> {
  const tenant = of.tenant === undefined ? sql`` : sql`and tenant = ${of.tenant}`
  const result = await sql<KeptRow>`
    select platform, tenant, kind, key, value, at from kept
    where platform = ${of.platform} and kind = ${of.kind} ${tenant} and (expires_at is null or expires_at > ${now})
    order by tenant, key`.execute(db)
  return result.rows
}

/** Drops what expired before a moment. */
export async function sweepKept(db: Db, before: Date): Promise<void> {
  await sql`delete from kept where expires_at < ${before}`.execute(db)
}

/** Accounts of these people, and of the secretariat, whose page (kind `home`) was put since a moment. */
export async function openHomes(
  db: Db,
  platform: string,
  people: readonly number[],
  since: Date,
): Promise<readonly Account[]> {
  const result = await sql<Account>`
    select k.platform, k.tenant, i.account
    from kept k
    join identities i on i.platform = k.platform and i.tenant = k.tenant and i.account = k.key
    join people p on p.id = i.person_id
    where k.platform = ${platform} and k.kind = 'home' and k.at > ${since}
      and (p.is_secretariat or p.id = any(${[...people]}::int[]))
    limit 200`.execute(db)
  return result.rows
}
