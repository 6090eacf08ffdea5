import { type Expression, type RawBuilder, sql } from 'kysely'

import type { Day } from '../../../src/core/time/day.ts'
import type { QueryBuilder } from '../../store/statement.ts'

type Column = 'acronym' | 'name'

/**
 * What entities were called on a day, in a statement: for the entity with an id, the former name that it bore then,
 * else the one that it has `now`.
 */
export function entitiesOn(db: QueryBuilder, on: Expression<Day | null>) {
  return (column: Column, id: Expression<number | null>, now: Expression<string | null>) =>
    orNow(former(db, column, on).where('f.entityId', '=', sql<number>`${id}`), now)
}

/** The same of working groups. */
export function groupsOn(db: QueryBuilder, on: Expression<Day | null>) {
  return (column: Column, id: Expression<number | null>, now: Expression<string | null>) =>
    orNow(former(db, column, on).where('f.groupId', '=', sql<number>`${id}`), now)
}

function former(db: QueryBuilder, column: Column, on: Expression<Day | null>) {
  return db
    .selectFrom('formerNames as f')
    .select(`f.${column}`)
    .where('f.supersededBy', 'is', null)
    .where('f.during', '@>', sql<Day>`${on}`)
}

function orNow(name: Expression<unknown>, now: Expression<string | null>): RawBuilder<string> {
  return sql<string>`coalesce((${name}), ${now})`
}
