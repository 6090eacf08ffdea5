import { sql } from 'kysely'

import type { HeedfulReader } from '../../../src/core/reach/reach.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** People who are to be written to, by name, each once. */
export async function readersOf(db: Db, personIds: readonly number[]): Promise<readonly HeedfulReader[]> {
  return personIds.length === 0 ? [] : ofPeople(db, { personIds })
}

const ofPeople = statement((db, given: Params<{ personIds: readonly number[] }>) =>
  db
    .selectFrom('people as p')
    .leftJoin('entities as e', 'e.id', 'p.entityId')
    .leftJoin('reminderSettings as s', 's.personId', 'p.id')
    .select(['p.id as personId', 'p.name', 'p.zone', 'e.acronym as entity', 's.quietFrom', 's.quietTo'])
    .where('p.id', '=', sql<number>`any (${given.personIds}::int[])`)
    .orderBy('p.name'),
)
