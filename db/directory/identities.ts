import { sql, type Transaction } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import { UserError } from '../../src/core/errors.ts'
import type { Caller } from '../../src/core/feature/caller.ts'
import type { Database } from '../schema.ts'
import type { Db } from '../store/db.ts'

/**
 * Who an account is: by its link, else by the e-mail that its platform vouches for, unless it was unlinked by
 * hand. One query with all roles that the person or the person's entity holds on that day of the person's
 * zone; null when nobody is known.
 */
export async function identify(
  db: Db,
  { platform, tenant, account, vouchedEmail }: Account & { readonly vouchedEmail: string | null },
  now: Date,
): Promise<Caller | null> {
  const result = await sql<Caller>`
    with link as (
      select person_id, fault from identities where platform = ${platform} and tenant = ${tenant} and account = ${account}
    )
    select p.id as person_id, p.name, p.email, p.zone, p.zone_from, p.locale, p.is_secretariat, p.is_coordinator, p.entity_id,
      exists (select 1 from link) as linked, (select fault from link) as fault,
      e.acronym as entity_acronym, coalesce((
        select json_agg(json_build_object('groupId', g.id, 'groupAcronym', g.acronym, 'role', r.role) order by g.number)
        from roles r join working_groups g on g.id = r.group_id
        where (r.entity_id = p.entity_id or r.person_id = p.id) and r.during @> (${now}::timestamptz at time zone p.zone)::date
      ), '[]') as roles
    from people p left join entities e on e.id = p.entity_id
    where p.retired_on is null and p.id = coalesce(
      (select person_id from link),
      (select v.id from people v where v.email = lower(${vouchedEmail}::text) and not exists (
        select 1 from unlinked u where u.platform = ${platform} and u.tenant = ${tenant} and u.account = ${account})))`.execute(
    db,
  )
  return result.rows[0] ?? null
}

/**
 * What is learnt of a caller by their speaking: an account that its platform vouches for is linked, one that
 * could not be reached can be again, and the platform's zone and locale are taken over where the person has
 * not set a zone. Writes nothing when there is nothing new.
 */
export async function meet(
  trx: Transaction<Database>,
  { platform, tenant, account }: Account,
  caller: Caller,
  profile: { readonly zone?: string; readonly locale?: string },
  now: Date,
): Promise<Caller> {
  const zone = caller.zoneFrom === 'own' ? caller.zone : (profile.zone ?? caller.zone)
  const locale = profile.locale ?? caller.locale
  if (!caller.linked) {
    await sql`
      insert into identities (platform, tenant, account, person_id, linked_at, via)
      values (${platform}, ${tenant}, ${account}, ${caller.personId}, ${now}, 'platform') on conflict do nothing`.execute(
      trx,
    )
  }
  if (caller.fault !== null) {
    await sql`
      update identities set fault = null, fault_at = null
      where platform = ${platform} and tenant = ${tenant} and account = ${account}`.execute(trx)
  }
  if (zone === caller.zone && locale === caller.locale) return { ...caller, linked: true, fault: null }
  const zoneFrom = zone === caller.zone ? caller.zoneFrom : 'platform'
  await sql`
    update people set zone = ${zone}, zone_from = ${zoneFrom}, locale = ${locale} where id = ${caller.personId}`.execute(
    trx,
  )
  return { ...caller, zone, zoneFrom, locale, linked: true, fault: null }
}

/** Takes over what a platform tells of a linked account, where the person has not set a zone. */
export async function refreshProfile(
  db: Db,
  { platform, tenant, account }: Account,
  { zone, locale }: { readonly zone?: string; readonly locale?: string },
): Promise<void> {
  await sql`
    update people p set
      zone = case when p.zone_from = 'own' then p.zone else coalesce(${zone ?? null}::text, p.zone) end,
      zone_from = case when p.zone_from = 'own' or ${zone ?? null}::text is null then p.zone_from else 'platform' end,
      locale = coalesce(${locale ?? null}::text, p.locale)
    from identities i
    where i.platform = ${platform} and i.tenant = ${tenant} and i.account = ${account} and p.id = i.person_id`.execute(
    db,
  )
}

/** Marks an account that can be reached no more; deliveries pass it by until it speaks again. */
export async function markUnreachable(
  db: Db,
  { platform, tenant, account }: Account,
  fault: string,
  now: Date,
): Promise<void> {
  await sql`
    update identities set fault = ${fault}, fault_at = ${now}
    where platform = ${platform} and tenant = ${tenant} and account = ${account}`.execute(db)
}

/** The directory's name of a linked account. */
export async function nameOfAccount(
  db: Db,
  { platform, tenant, account }: Account,
): Promise<string | undefined> {
  const result = await sql<{ name: string }>`
    select p.name from identities i join people p on p.id = i.person_id
    where i.platform = ${platform} and i.tenant = ${tenant} and i.account = ${account}`.execute(db)
  return result.rows[0]?.name
}

export interface NewIdentity extends Account {
  readonly personId: number
  readonly via: 'email-code' | 'secretariat' | 'platform'
}

/** Links an account to a person. Raises `UserError` where it is somebody else's: that one unlinks it first. */
export async function linkIdentity(
  trx: Transaction<Database>,
  { platform, tenant, account, personId, via }: NewIdentity,
  now: Date,
): Promise<void> {
  const linked = await sql<{ personId: number }>`
    with again as (
      delete from unlinked where platform = ${platform} and tenant = ${tenant} and account = ${account}
    )
    insert into identities (platform, tenant, account, person_id, linked_at, via)
    values (${platform}, ${tenant}, ${account}, ${personId}, ${now}, ${via})
    on conflict (platform, tenant, account) do update set via = excluded.via, linked_at = excluded.linked_at, fault = null
    where identities.person_id = ${personId}
    returning person_id`.execute(trx)
  if (linked.rows.length === 0)
    throw new UserError('That account is linked to somebody else by now; nothing was changed.')
}

/** Takes a link away, for good: the platform's word does not bring it back. False when there was none. */
export async function unlinkIdentity(
  trx: Transaction<Database>,
  { platform, tenant, account }: Account,
  now: Date,
): Promise<boolean> {
  const result = await sql<{ one: number }>`
    with gone as (
      delete from identities where platform = ${platform} and tenant = ${tenant} and account = ${account} returning 1
    ), remembered as (
      insert into unlinked (platform, tenant, account, at)
      select ${platform}, ${tenant}, ${account}, ${now} from gone on conflict do nothing
    )
    select 1 as one from gone`.execute(trx)
  return result.rows.length > 0
}

export async function identitiesOf(db: Db, personId: number): Promise<readonly Account[]> {
  return db
    .selectFrom('identities')
    .select(['platform', 'tenant', 'account'])
    .where('personId', '=', personId)
    .orderBy('platform')
    .execute()
}
