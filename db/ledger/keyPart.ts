import { type Expression, type RawBuilder, sql } from 'kysely'

/** A number in a ledger key, `meeting:12:3:1d:45`, counted from 1; null where another word stands, as in the key of a room. */
export function keyPart(key: Expression<string>, place: number): RawBuilder<number> {
  return sql<number>`substring(split_part(${key}, ':', ${sql.lit(place)}) from '^[0-9]{1,9}$')::int`
}

/** Ledger keys as rows `k`. */
export function ledgerKeys(keys: Expression<string[]>) {
  return sql<{ key: string }>`unnest(${keys}::text[])`.as<'k'>(sql`k(key)`)
}

/** The ledger keys that were found. */
export function keysIn(rows: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ key }) => key))
}

/** The number of the snooze by which a notice was said again; null for any other notice. */
export function snoozeOf(
  rule: Expression<string | null>,
  key: Expression<string>,
): RawBuilder<number | null> {
  return sql<number | null>`case when ${rule} = 'snooze' then ${keyPart(key, 2)} end`
}
