import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import { day } from '../../store/expressions.ts'
import type { QueryBuilder } from '../../store/statement.ts'

/**
 * The person who is asked in somebody's place: the alternate that an absence names, as long as they are of the same
 * entity, in the directory, and not away on that day themselves; null otherwise.
 */
export function standIn(
  db: Pick<QueryBuilder, 'selectFrom'>,
  {
    alternateId,
    entityId,
    today,
  }: {
    readonly alternateId: Expression<number | null>
    readonly entityId: Expression<number | null>
    readonly today: Expression<Day>
  },
): RawBuilder<number | null> {
  const found = db
    .selectFrom('people as stand')
    .select('stand.id')
    .where('stand.id', '=', sql<number>`${alternateId}`)
    .where('stand.entityId', '=', sql<number>`${entityId}`)
    .where('stand.retiredOn', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('personAway as own')
            .select('own.id')
            .whereRef('own.personId', '=', 'stand.id')
            .where('own.firstDay', '<=', day(today))
            .where('own.lastDay', '>=', day(today)),
        ),
      ),
    )
  return sql<number | null>`${found}`
}
