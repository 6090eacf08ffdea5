import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Account } from '../../src/core/address.ts'
import type { Caller } from '../../src/core/feature/caller.ts'
import { foldAddress } from '../../src/core/text/addresses/mailAddress.ts'
import type { Db, Trx } from '../store/db.ts'
import { jsonList } from '../store/expressions.ts'
import { type Params, type QueryBuilder, statement } from '../store/statement.ts'
import { accountOf } from './account.ts'

interface IdentifyQuery extends Account {
  readonly vouchedEmail: string | null
}

/**
 * Identifies an account by its link, else by the e-mail address that its platform vouches for, unless it was unlinked
 * by hand. One statement, with every role that the person or the person's entity holds on that day of the person's
 * zone; null when nobody is known.
 */
export async function identify(db: Db, asked: IdentifyQuery, now: Date): Promise<Caller | null> {
  const vouchedEmail = asked.vouchedEmail === null ? null : foldAddress(asked.vouchedEmail)
  const [caller] = await callers(db, { ...asked, vouchedEmail, now })
  return caller ?? null
}

const callers = statement((db, given: Params<IdentifyQuery & { now: Date }>) =>
  db
    .with('link', (query) =>
      query
        .selectFrom('identities')
        .select(['personId', 'fault'])
        .where(({ and }) => and(accountOf(given))),
    )
    .selectFrom('people as p')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .select(['p.id as personId', 'p.name', 'p.email', 'p.zone', 'p.zoneFrom', 'p.locale'])
    .select(['p.isSecretariat', 'p.isCoordinator', 'p.entityId', 'e.acronym as entityAcronym'])
    .select((eb) => [
      sql<boolean>`${eb.exists(eb.selectFrom('link').select('personId'))}`.as('linked'),
      eb.selectFrom('link').select('fault').as('fault'),
      jsonList(
        eb
          .selectFrom('roles as r')
          .innerJoin('workingGroups as g', 'g.id', 'r.groupId')
          .where((on) =>
            on.or([on('r.entityId', '=', on.ref('p.entityId')), on('r.personId', '=', on.ref('p.id'))]),
          )
          .where(
            'r.during',
            '@>',
            sql<string>`(${given.now}::timestamptz at time zone ${eb.ref('p.zone')})::date`,
          )
          .select(({ fn, ref }) =>
            fn
              .jsonAgg(
                jsonBuildObject({
                  groupId: ref('g.id'),
                  groupAcronym: ref('g.acronym'),
                  role: ref('r.role'),
                }),
              )
              .orderBy('g.number')
              .as('list'),
          ),
      ).as('roles'),
    ])
    .where('p.retiredOn', 'is', null)
    .where('p.id', '=', ({ exists, fn, not, selectFrom }) =>
      fn.coalesce(
        selectFrom('link').select('personId'),
        selectFrom(addressed(db, given).as('v'))
          .select('v.id')
          .where(
            not(
              exists(
                selectFrom('unlinked as u')
                  .select('u.platform')
                  .where(({ and }) => and(accountOf(given))),
              ),
            ),
          ),
      ),
    ),
)

/** The person of a vouched address, their first or another one. */
function addressed(db: QueryBuilder, given: Params<IdentifyQuery>) {
  const address = sql<string>`${given.vouchedEmail}::text`
  return db
    .selectFrom('people as v')
    .select('v.id')
    .where('v.email', '=', address)
    .unionAll((all) =>
      all.selectFrom('otherAddresses as a').select('a.personId as id').where('a.email', '=', address),
    )
    .limit(1)
}

/**
 * Takes over what an invocation shows of its caller: an account that its platform vouches for is linked, one that
 * could not be reached can be again, and the platform's zone and locale are stored unless the person has set a zone.
 * Writes nothing when there is nothing new.
 */
export async function refreshCaller(
  trx: Trx,
  account: Account,
  caller: Caller,
  profile: { readonly zone?: string; readonly locale?: string },
  now: Date,
): Promise<Caller> {
  const zone = caller.zoneFrom === 'own' ? caller.zone : (profile.zone ?? caller.zone)
  const locale = profile.locale ?? caller.locale
  if (!caller.linked) await linkVouched(trx, { ...account, personId: caller.personId, now })
  if (caller.fault !== null) await clearFault(trx, account)
  const met = { ...caller, linked: true, fault: null }
  // A platform that shows the zone of the directory confirms it.
  const zoneFrom = caller.zoneFrom === 'own' || profile.zone === undefined ? caller.zoneFrom : 'platform'
  if (zone === caller.zone && zoneFrom === caller.zoneFrom && locale === caller.locale) return met
  await storeProfile(trx, { personId: caller.personId, zone, zoneFrom, locale })
  return { ...met, zone, zoneFrom, locale }
}

const linkVouched = statement((db, given: Params<Account & { personId: number; now: Date }>) =>
  db
    .insertInto('identities')
    .values({ ...accountOf(given), personId: given.personId, linkedAt: given.now, via: 'platform' })
    .onConflict((conflict) => conflict.doNothing()),
)

const clearFault = statement((db, given: Params<Account>) =>
  db
    .updateTable('identities')
    .set({ fault: null, faultAt: null })
    .where(({ and }) => and(accountOf(given))),
)

const storeProfile = statement(
  (
    db,
    given: Params<{
      personId: number
      zone: string
      zoneFrom: Caller['zoneFrom']
      locale: string | null
    }>,
  ) =>
    db
      .updateTable('people')
      .set({ zone: given.zone, zoneFrom: given.zoneFrom, locale: given.locale })
      .where('id', '=', given.personId),
)
