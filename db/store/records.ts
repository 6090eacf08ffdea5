import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely'

/** Rows as the text of one value, so that a statement takes any number of them and its text stays the same. */
export function asRecords(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]))),
  )
}

/** The rows of such a value as a table `n`, with Postgres' types of their columns. */
export function records<R>(
  rows: RawBuilder<string>,
  types: {
    readonly [K in keyof R & string]:
      | 'text'
      | 'text[]'
      | 'int'
      | 'boolean'
      | 'date'
      | 'timestamptz'
      | 'json'
      | 'jsonb'
  },
): AliasedRawBuilder<R, 'n'> {
  const columns = Object.entries<string>(types).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`)
  return sql<R>`json_to_recordset(${rows}::json)`.as<'n'>(sql`n(${sql.join(columns)})`)
}

/** As the plugin writes the names of columns. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
