import { sql } from 'kysely'

import type { People } from '../../schema.ts'
import type { Db } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

/** Of these people, those who have left and hear of nothing any more. */
export async function leftAmong(
  db: Db,
  people: readonly number[],
): Promise<readonly Pick<People, 'id' | 'name'>[]> {
  return people.length === 0 ? [] : left(db, { people: [...new Set(people)] })
}

const left = statement((db, given: Params<{ people: number[] }>) =>
  db
    .selectFrom('people as p')
    .select(['p.id', 'p.name'])
    .where('p.id', '=', sql<number>`any(${given.people}::int[])`)
    .where('p.retiredOn', 'is not', null)
    .orderBy('p.name'),
)
