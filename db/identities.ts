import { sql, type Transaction } from 'kysely'

import type { Account } from '../src/core/address.ts'
import { UserError } from '../src/core/errors.ts'
import type { Database, Db, Role } from './schema.ts'

export interface HeldRole {
  readonly groupId: number
  readonly groupAcronym: string
  readonly role: Role
}

/** The person behind an account, with every role in office that day. */
export interface Caller {
  readonly personId: number
  readonly name: string
  readonly email: string | null
  /** IANA zone. */
  readonly zone: string
  readonly locale: string | null
  readonly isSecretariat: boolean
  readonly isCoordinator: boolean
  readonly entityId: number | null
  readonly entityAcronym: string | null
  readonly roles: readonly HeldRole[]
}

/**
 * Who an account is: by its link, else by the e-mail that its platform vouches for. One query with all roles
 * that the person or the person's entity holds on that day of the person's zone; null when nobody is known.
 */
export async function identify(
  db: Db,
  { platform, tenant, account, vouchedEmail }: Account & { readonly vouchedEmail: string | null },
  now: Date,
): Promise<Caller | null> {
  const result = await sql<Caller>`
    select p.id as person_id, p.name, p.email, p.zone, p.locale, p.is_secretariat, p.is_coordinator, p.entity_id,
      e.acronym as entity_acronym, coalesce((
        select json_agg(json_build_object('groupId', g.id, 'groupAcronym', g.acronym, 'role', r.role) order by g.number)
        from roles r join working_groups g on g.id = r.group_id
        where (r.entity_id = p.entity_id or r.person_id = p.id) and r.during @> (${now}::timestamptz at time zone p.zone)::date
      ), '[]') as roles
    from people p left join entities e on e.id = p.entity_id
    where p.retired_on is null and p.id = coalesce(
      (select i.person_id from identities i where i.platform = ${platform} and i.tenant = ${tenant} and i.account = ${account}),
      (select v.id from people v where v.email = lower(${vouchedEmail}::text)))`.execute(db)
  return result.rows[0] ?? null
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
  const linked = await trx
    .insertInto('identities')
    .values({ platform, tenant, account, personId, via, linkedAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'tenant', 'account'])
        .doUpdateSet({ via, linkedAt: now })
        .where('identities.personId', '=', personId),
    )
    .returning('personId')
    .executeTakeFirst()
  if (!linked) throw new UserError('That account is linked to somebody else by now; nothing was changed.')
}

/** Takes a link away; false when there was none. */
export async function unlinkIdentity(
  trx: Transaction<Database>,
  { platform, tenant, account }: Account,
): Promise<boolean> {
  const result = await trx
    .deleteFrom('identities')
    .where('platform', '=', platform)
    .where('tenant', '=', tenant)
    .where('account', '=', account)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function identitiesOf(db: Db, personId: number): Promise<readonly Account[]> {
  return db
    .selectFrom('identities')
    .select(['platform', 'tenant', 'account'])
    .where('personId', '=', personId)
    .orderBy('platform')
    .execute()
}
