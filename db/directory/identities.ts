import { sql } from 'kysely'

import type { Account } from '../../src/core/address.ts'
import { UserError } from '../../src/core/errors.ts'
import type { EndedEntry } from '../../src/core/reach/endedWords.ts'
import type { Day } from '../../src/core/time/day.ts'
import type { Identities, People } from '../schema.ts'
import type { Db, Trx } from '../store/db.ts'
import { type Params, statement } from '../store/statement.ts'
import { accountOf } from './account.ts'

/** Takes over what a platform tells of a linked account, where the person has not set a zone. */
export async function refreshProfile(
  db: Db,
  account: Account,
  { zone, locale }: { readonly zone?: string; readonly locale?: string },
): Promise<void> {
  await takeProfile(db, { ...account, zone: zone ?? null, locale: locale ?? null })
}

const takeProfile = statement((db, given: Params<Account & { zone: string | null; locale: string | null }>) =>
  db
    .updateTable('people as p')
    .from('identities as i')
    .set(({ ref }) => ({
      zone: sql<string>`case when ${ref('p.zoneFrom')} = 'own' then ${ref('p.zone')}
          else coalesce(${given.zone}::text, ${ref('p.zone')}) end`,
      zoneFrom: sql<'platform'>`case when ${ref('p.zoneFrom')} = 'own' or ${given.zone}::text is null
          then ${ref('p.zoneFrom')} else 'platform' end`,
      locale: sql<string>`coalesce(${given.locale}::text, ${ref('p.locale')})`,
    }))
    .where(({ and }) =>
      and({ 'i.platform': given.platform, 'i.tenant': given.tenant, 'i.account': given.account }),
    )
    .whereRef('p.id', '=', 'i.personId'),
)

/** Marks an account that can no longer be reached; deliveries pass it by until it speaks again. */
export async function markUnreachable(db: Db, account: Account, fault: string, now: Date): Promise<void> {
  await mark(db, { ...account, fault, now })
}

const mark = statement((db, given: Params<Account & { fault: string; now: Date }>) =>
  db
    .updateTable('identities')
    .set({ fault: given.fault, faultAt: given.now })
    .where(({ and }) => and(accountOf(given))),
)

/** The directory's name of a linked account. */
export async function nameOfAccount(db: Db, account: Account): Promise<string | undefined> {
  const [person] = await names(db, account)
  return person?.name
}

const names = statement((db, given: Params<Account>) =>
  db
    .selectFrom('identities as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .select('p.name')
    .where(({ and }) => and(accountOf(given))),
)

export interface NewIdentity extends Account {
  readonly personId: number
  readonly via: Exclude<Identities['via'], 'sample'>
}

/** Links an account to a person. Raises `UserError` where it is somebody else's: that person unlinks it first. */
export async function linkIdentity(trx: Trx, identity: NewIdentity, now: Date): Promise<void> {
  const linked = await link(trx, { ...identity, now })
  if (linked.length === 0) {
    throw new UserError('That account has been linked to somebody else in the meantime. Nothing was changed.')
  }
}

const link = statement((db, given: Params<NewIdentity & { now: Date }>) =>
  db
    .with('again', (query) => query.deleteFrom('unlinked').where(({ and }) => and(accountOf(given))))
    .insertInto('identities')
    .values({ ...accountOf(given), personId: given.personId, linkedAt: given.now, via: given.via })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'tenant', 'account'])
        .doUpdateSet(({ ref }) => ({
          via: ref('excluded.via'),
          linkedAt: ref('excluded.linkedAt'),
          fault: null,
        }))
        .where('identities.personId', '=', given.personId),
    )
    .returning('personId'),
)

/** Removes a link for good: the platform's word does not bring it back. False when there was none. */
export async function unlinkIdentity(trx: Trx, account: Account, now: Date): Promise<boolean> {
  const gone = await unlink(trx, { ...account, now })
  return gone.length > 0
}

const unlink = statement((db, given: Params<Account & { now: Date }>) =>
  db
    .with('gone', (query) =>
      query
        .deleteFrom('identities')
        .where(({ and }) => and(accountOf(given)))
        .returning(['platform', 'tenant', 'account']),
    )
    .with('remembered', (query) =>
      query
        .insertInto('unlinked')
        .columns(['platform', 'tenant', 'account', 'at'])
        .expression((from) =>
          from
            .selectFrom('gone')
            .select(['platform', 'tenant', 'account'])
            .select(sql<Date>`${given.now}::timestamptz`.as('at')),
        )
        .onConflict((conflict) => conflict.doNothing()),
    )
    .selectFrom('gone')
    .select('platform'),
)

export async function identitiesOf(db: Db, personId: number): Promise<readonly Account[]> {
  return accounts(db, { personId })
}

const accounts = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('identities')
    .select(['platform', 'tenant', 'account'])
    .where('personId', '=', given.personId)
    .orderBy('platform'),
)

/** Somebody, with the ways on which they are reached. */
export interface ReachablePerson extends Readonly<Pick<People, 'id' | 'name' | 'email'>> {
  readonly accounts: readonly Account[]
}

export async function reachablePerson(db: Db, id: number): Promise<ReachablePerson> {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...person, accounts: await identitiesOf(db, id) }
}

/** Whether somebody can be reached in a chat, and did not choose to be written to by e-mail. */
export async function isReadInChat(db: Db, personId: number): Promise<boolean> {
  return (await inChat(db, { personId })).length > 0
}

const inChat = statement((db, given: Params<{ personId: number }>) =>
  db
    .selectFrom('identities as i')
    .leftJoin('reminderSettings as s', 's.personId', 'i.personId')
    .select('i.personId')
    .where('i.personId', '=', given.personId)
    .where('i.fault', 'is', null)
    .where('s.via', 'is distinct from', 'email')
    .limit(1),
)

/** The ended entry of the person to whom an account is linked; undefined for any other account. */
export async function endedEntryOf(db: Db, account: Account): Promise<EndedEntry | undefined> {
  const [entry] = await ended(db, account)
  return entry
}

const ended = statement((db, given: Params<Account>) =>
  db
    .selectFrom('identities as i')
    .innerJoin('people as p', 'p.id', 'i.personId')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select('e.acronym as entity')
    .select(({ ref, selectFrom }) => [
      sql<Day>`${ref('p.retiredOn')}`.as('on'),
      selectFrom('people as c')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('c.entityId', '=', 'p.entityId')
        .where('c.isCoordinator', 'is', true)
        .where('c.retiredOn', 'is', null)
        .as('coordinators'),
    ])
    .where('i.platform', '=', given.platform)
    .where('i.tenant', '=', given.tenant)
    .where('i.account', '=', given.account)
    .where('p.retiredOn', 'is not', null),
)
