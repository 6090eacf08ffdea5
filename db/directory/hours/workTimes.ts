import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'

import type { Day } from '../../../src/core/time/day.ts'
import type { Period } from '../../../src/core/time/period.ts'
import type { Entities, People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { day, jsonList } from '../../store/expressions.ts'
import { type Params, statement } from '../../store/statement.ts'
import type { Hours } from './hours.ts'

/** When somebody works, as far as it is known; hours that were never set are null. */
export interface WorkTimes extends Readonly<Pick<People, 'name' | 'zone'>> {
  readonly personId: number
  readonly workFrom: Hours['workFrom'] | null
  readonly workTo: Hours['workTo'] | null
  readonly workingDays: Hours['workingDays']
  readonly country: Hours['country']
  /** The kind of their entity: staff of the United Nations keep its holidays. */
  readonly entityType: Entities['type']
  readonly entity: string | null
  /** Absences that end on the day asked for or later. */
  readonly away: readonly Period[]
}

/** The working times of several people, by their ids, in one round trip. */
export async function workTimesOf(
  db: Db,
  personIds: readonly number[],
  from: Day,
): Promise<readonly WorkTimes[]> {
  return ofPeople(db, { personIds, from })
}

const ofPeople = statement((db, given: Params<{ personIds: readonly number[]; from: Day }>) =>
  db
    .selectFrom('people as p')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .leftJoin('personHours as h', 'h.personId', 'p.id')
    .select(['p.id as personId', 'p.name', 'p.zone', 'e.type as entityType', 'e.acronym as entity'])
    .select(['h.workFrom', 'h.workTo', 'h.workingDays', 'h.country'])
    .select(({ selectFrom }) =>
      jsonList(
        selectFrom('personAway as a')
          .whereRef('a.personId', '=', 'p.id')
          .where('a.lastDay', '>=', day(given.from))
          .select(({ fn, ref }) =>
            fn.jsonAgg(jsonBuildObject({ from: ref('a.firstDay'), to: ref('a.lastDay') })).as('list'),
          ),
      ).as('away'),
    )
    .where('p.id', '=', sql<number>`any (${given.personIds}::int[])`)
    .orderBy('p.id'),
)
