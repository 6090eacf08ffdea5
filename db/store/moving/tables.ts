import type pg from 'pg'

/** A table with the columns that are written, each name quoted where it must be. */
export interface Table {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** The tables of a schema, or one of them; without that of the migrations, which each store keeps for itself. */
export async function tablesOf(
  client: pg.PoolClient,
  schema = 'public',
  only: string | null = null,
): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', $1::text, relname) as name,
       jsonb_agg(jsonb_build_object('name', quote_ident(attname), 'type', format_type(atttypid, atttypmod))
         order by attnum) as columns
     from pg_class join pg_attribute on attrelid = pg_class.oid
     where relnamespace = to_regnamespace($1) and relkind in ('r', 'p') and not relispartition
       and attnum > 0 and not attisdropped and attgenerated = ''
       and relname <> 'schema_migrations' and relname = coalesce($2, relname)
     group by relname order by relname`,
    [schema, only],
  )
  return rows
}
