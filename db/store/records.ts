import { type AliasedRawBuilder, type RawBuilder, sql } from 'kysely'

/** Writes rows as the text of one value, so that a statement takes any number of them without changing its own text. */
export function asRecords(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]))),
  )
}

/** Reads such a value as a table `n`; `shape` gives the Postgres types of its columns. */
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
