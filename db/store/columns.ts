import type pg from 'pg'

/** A column of a table, as the migrated database describes it. */
export interface Column {
  readonly table: string
  readonly name: string
  /** Postgres' name of its type: `text`, `timestamp with time zone`, `integer[]`. */
  readonly type: string
  readonly nullable: boolean
  /** `always`: the database alone writes it. `default`: it may be left out of an insert. */
  readonly written: 'always' | 'default' | 'given'
  /** The only texts that a check lets in; empty where any will do. */
  readonly allowed: readonly string[]
}

/** Every column of our own tables, by table and in the order of their making. */
export async function readColumns(pool: pg.Pool): Promise<readonly Column[]> {
  const result = await pool.query<Omit<Column, 'allowed'> & { checked: string | null }>(`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
      case when a.attidentity = 'a' or a.attgenerated <> '' then 'always' when a.atthasdef then 'default' else 'given' end as written,
      (select pg_get_expr(k.conbin, k.conrelid) from pg_constraint k
        where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum]
          and pg_get_expr(k.conbin, k.conrelid) like '%= ANY (ARRAY[''%' limit 1) as checked
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      and c.relname <> 'schema_migrations'
    order by c.relname, a.attnum`)
  return result.rows.map(({ checked, ...column }) => ({ ...column, allowed: allowedBy(checked ?? '') }))
}

/** The texts of a check such as `(kind = ANY (ARRAY['member'::text, 'observer'::text]))`. */
function allowedBy(check: string): readonly string[] {
  const quoted = check.split('::text').slice(0, -1)
  return quoted.map((part) => part.slice(part.indexOf("'") + 1, -1).replaceAll("''", "'"))
}
