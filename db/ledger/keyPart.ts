import { type Expression, type RawBuilder, sql } from 'kysely'

/** A number in a ledger key, `meeting:12:3:1d:45`, counted from 1. */
export function keyPart(key: Expression<string>, place: number): RawBuilder<number> {
  return sql<number>`split_part(${key}, ':', ${sql.lit(place)})::int`
}
