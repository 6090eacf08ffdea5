import { type Expression, sql } from 'kysely'

import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import {
  freshDays,
  graceDays,
  isReached,
  keyOfCoordinator,
  keyOfPerson,
  lastConfirmedAt,
  noticeOf,
  quartersSince,
} from './confirmationKeys.ts'

/** When somebody is asked next, as things stand; in the past where they wait for their working hours. */
export interface NextConfirmation {
  readonly personId: number
  /** IANA zone. */
  readonly zone: string
  readonly at: Date
}

export type NextConfirmationOf = NextConfirmation & { readonly entity: string }

interface AheadQuery {
  readonly now: Date
  readonly limit: number
  readonly days: number
  /** Null for anybody. */
  readonly personId: number | null
}

/** People who are asked about their own record within the next days, the soonest first. */
export async function peopleAhead(db: Db, asked: AheadQuery): Promise<readonly NextConfirmation[]> {
  return ahead(db, asked)
}

const ahead = statement((db, given: Params<AheadQuery>) =>
  db
    .with('asks', (query) =>
      query
        .selectFrom('people as p')
        .select(['p.id as personId', 'p.zone'])
        .select(({ ref }) => {
          const [rounds, key] = [quartersSince(ref, given), keyOfPerson(ref, given)]
          const next = sql`${lastConfirmedAt(ref)} + make_interval(days => ${sql.lit(freshDays)} * (${rounds} + 1)::int)`
          return sql<Date>`case when ${rounds} >= 1 and not exists ${noticeOf(db, key)}
            then ${given.now}::timestamptz else ${next} end`.as('at')
        })
        .where('p.retiredOn', 'is', null)
        .where(isReached),
    )
    .selectFrom('asks as a')
    .selectAll('a')
    .where((eb) => isAhead(eb.ref('a.at'), eb.ref('a.personId'), given))
    .orderBy('a.at')
    .orderBy('a.personId')
    .limit(given.limit),
)

/** Coordinators who are asked about the people of their entities within the next days, the soonest first. */
export async function coordinatorsAhead(db: Db, asked: AheadQuery): Promise<readonly NextConfirmationOf[]> {
  return toCoordinatorsAhead(db, asked)
}

const toCoordinatorsAhead = statement((db, given: Params<AheadQuery>) =>
  db
    .with('stale', (query) =>
      query
        .selectFrom('people as p')
        .select('p.entityId')
        .select(({ ref }) =>
          sql<Date>`min(${lastConfirmedAt(ref)}) + make_interval(days => ${sql.lit(freshDays + graceDays)})`.as(
            'from',
          ),
        )
        .where('p.retiredOn', 'is', null)
        .where('p.entityId', 'is not', null)
        .groupBy('p.entityId'),
    )
    .with('asks', (query) =>
      query
        .selectFrom('stale as s')
        .innerJoin('people as p', 'p.entityId', 's.entityId')
        .innerJoin('entities as e', 'e.id', 's.entityId')
        .select(['p.id as personId', 'p.zone', 'e.acronym as entity'])
        .select(({ ref }) => {
          const key = keyOfCoordinator(ref('e.id'), ref('p.id'), given)
          const quarter = sql`date_trunc('quarter', ${given.now}::timestamptz) + interval '3 months'`
          return sql<Date>`greatest(${ref('s.from')}, case when exists ${noticeOf(db, key)} then ${quarter}
            else ${given.now}::timestamptz end)`.as('at')
        })
        .where('p.isCoordinator', '=', true)
        .where('p.retiredOn', 'is', null),
    )
    .selectFrom('asks as a')
    .selectAll('a')
    .where((eb) => isAhead(eb.ref('a.at'), eb.ref('a.personId'), given))
    .orderBy('a.at')
    .orderBy('a.personId')
    .limit(given.limit),
)

function isAhead(at: Expression<Date>, personId: Expression<number>, given: Params<AheadQuery>) {
  return sql<boolean>`${at} <= ${given.now}::timestamptz + make_interval(days => ${given.days}::int)
    and (${given.personId}::int is null or ${personId} = ${given.personId}::int)`
}
