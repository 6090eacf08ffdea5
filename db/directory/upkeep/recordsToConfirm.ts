import { type ExpressionBuilder, sql } from 'kysely'

import type { Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import {
  freshDays,
  graceDays,
  isReached,
  keyOfCoordinator,
  keyOfPerson,
  lastConfirmedAt,
  noticeOf,
  type WithPeople,
} from './confirmationKeys.ts'

interface ToConfirmQuery {
  readonly now: Date
  readonly limit: number
}

export interface RecordToConfirm {
  readonly key: string
  readonly subject: string
  readonly personId: number
  readonly name: string
  readonly title: string | null
  readonly entity: string | null
  readonly confirmedAt: Date | null
}

/**
 * Those whose record was not confirmed for a quarter and who can be asked, once a quarter and in the working hours of
 * their own zone.
 */
export async function peopleToAsk(trx: Trx, asked: ToConfirmQuery): Promise<readonly RecordToConfirm[]> {
  return toAsk(trx, asked)
}

const toAsk = statement((db, given: Params<ToConfirmQuery>) =>
  db
    .with('keyed', (query) =>
      query
        .selectFrom('people as p')
        .leftJoin('entities as e', 'e.id', 'p.entityId')
        .select(['p.id as personId', 'p.name', 'p.title', 'e.acronym as entity', 'p.confirmedAt'])
        .select(({ ref }) => [
          sql<string>`concat('person:', ${ref('p.id')})`.as('subject'),
          keyOfPerson(ref, given).as('key'),
        ])
        .where('p.retiredOn', 'is', null)
        .where(({ ref }) => sql<boolean>`${lastConfirmedAt(ref)} < ${before(given, freshDays)}`)
        .where((eb) => atWork(eb, given))
        .where(isReached),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .where(({ ref }) => sql<boolean>`not exists ${noticeOf(db, ref('k.key'))}`)
    .orderBy('k.personId')
    .limit(given.limit),
)

export interface ColleaguesToConfirm {
  readonly key: string
  readonly subject: string
  readonly personId: number
  readonly entity: string
  readonly names: readonly string[]
}

/** Coordinators of people whose record nobody has confirmed for a quarter and two weeks. */
export async function coordinatorsToAsk(
  trx: Trx,
  asked: ToConfirmQuery,
): Promise<readonly ColleaguesToConfirm[]> {
  return toCoordinators(trx, asked)
}

const toCoordinators = statement((db, given: Params<ToConfirmQuery>) =>
  db
    .with('stale', (query) =>
      query
        .selectFrom('people as p')
        .select(['p.entityId'])
        .select(({ fn }) => fn.jsonAgg('p.name').orderBy('p.name').$notNull().as('names'))
        .where('p.retiredOn', 'is', null)
        .where('p.entityId', 'is not', null)
        .where(({ ref }) => sql<boolean>`${lastConfirmedAt(ref)} < ${before(given, freshDays + graceDays)}`)
        .groupBy('p.entityId'),
    )
    .with('keyed', (query) =>
      query
        .selectFrom('stale as s')
        .innerJoin('people as p', 'p.entityId', 's.entityId')
        .innerJoin('entities as e', 'e.id', 's.entityId')
        .select(['p.id as personId', 'e.acronym as entity', 's.names'])
        .select(({ ref }) => [
          sql<string>`concat('entity:', ${ref('e.id')})`.as('subject'),
          keyOfCoordinator(ref('e.id'), ref('p.id'), given).as('key'),
        ])
        .where('p.isCoordinator', '=', true)
        .where('p.retiredOn', 'is', null)
        .where((eb) => atWork(eb, given)),
    )
    .selectFrom('keyed as k')
    .selectAll('k')
    .where(({ ref }) => sql<boolean>`not exists ${noticeOf(db, ref('k.key'))}`)
    .orderBy('k.personId')
    .limit(given.limit),
)

function before(given: Params<ToConfirmQuery>, days: number) {
  return sql<Date>`${given.now}::timestamptz - make_interval(days => ${sql.lit(days)})`
}

/** Between nine and five on a weekday of the person's own zone. */
function atWork({ ref }: ExpressionBuilder<WithPeople, 'p'>, given: Params<ToConfirmQuery>) {
  const clock = sql`(${given.now}::timestamptz at time zone ${ref('p.zone')})`
  return sql<boolean>`(extract(hour from ${clock}) between 9 and 16 and extract(isodow from ${clock}) < 6)`
}
