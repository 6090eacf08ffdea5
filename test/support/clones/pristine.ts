import type pg from 'pg'

/** Rows that a test may leave behind; a table that was fuller is slower for whoever comes next. */
const mostRows = 2_000

/**
 * Keeps what stands in the tables now, and makes `pristine.restore()`. That one puts it back where anything was
 * changed, and returns false where it cannot: the schema is another one, or so much was written that a new clone is
 * quicker.
 *
 * Whoever calls it has `session_replication_role=replica`, which switches foreign keys and triggers off, from the
 * beginning of its connection on: a change of that setting throws away all that a connection has planned.
 */
export async function keepPristine(pool: pg.Pool): Promise<void> {
  await pool.query(`
    create schema pristine;
    create table pristine.marks (relation text primary key, rows bigint not null, newest bigint);
    create table pristine.definitions (tag text not null);
    create function pristine.defined() returns event_trigger language plpgsql security definer as $defined$
    begin
      insert into pristine.definitions values (tg_tag);
    end $defined$`)
  const found = await pool.query<Relation>(relations)
  const tables = await Promise.all(
    found.rows.map(async (table) => {
      const { rows } = await pool.query(`select 1 from ${table.name} limit 1`)
      return { ...table, filled: rows.length > 0 }
    }),
  )
  for (const table of tables.filter(({ filled }) => filled)) {
    await pool.query(`
      create table pristine.${kept(table)} as select ctid as stood_at, xmin as stood_by, t.* from ${table.name} t;
      insert into pristine.marks select '${table.name}', ${state(table.name)}`)
  }
  const sequences = await pool.query<{ name: string; last: string; called: boolean }>(sequenceNames)
  const values = await Promise.all(
    sequences.rows.map(async ({ name }) => {
      const { rows } = await pool.query<{ value: string }>(
        `select format('%s, %L', last_value, is_called) as value from ${name}`,
      )
      return { name, value: rows[0]?.value ?? '' }
    }),
  )
  await pool.query(`
    create function pristine.restore() returns boolean language plpgsql as $restore$
    declare
      changed bigint;
      removed bigint := 0;
    begin
      if current_setting('session_replication_role') <> 'replica' then
        raise exception 'foreign keys would be followed here';
      end if;
      if exists (select from pristine.definitions) then return false; end if;
      ${tables.map((table) => (table.filled ? refilled(table) : emptied(table))).join('')}
      ${values.map(({ name, value }) => `perform setval('${name}', ${value});`).join('\n')}
      return removed <= ${mostRows};
    end $restore$`)
  // From here on.
  await pool.query(`
    create event trigger pristine_defined on ddl_command_end execute function pristine.defined()`)
}

interface Relation {
  /** With its schema, quoted where need be. */
  readonly name: string
  /** The columns that are written, separated by commas. */
  readonly columns: string
  /** The columns of its primary key, separated by commas; null without one. */
  readonly key: string | null
}

const relations = `
  select format('%I.%I', nspname, relname) as name,
    string_agg(quote_ident(attname), ', ' order by attnum) filter (where attgenerated = '') as columns,
    string_agg(quote_ident(attname), ', ' order by attnum) filter (where attnum = any (
      select unnest(indkey::int2[]) from pg_index where indrelid = pg_class.oid and indisprimary
    )) as key
  from pg_class join pg_namespace n on n.oid = relnamespace join pg_attribute on attrelid = pg_class.oid
  where nspname in ('public', 'pgboss') and relkind = 'r' and attnum > 0 and not attisdropped
  group by nspname, relname order by 1`

const sequenceNames = `
  select format('%I.%I', schemaname, sequencename) as name from pg_sequences
  where schemaname in ('public', 'pgboss')`

/** How many rows a table has and which transaction wrote the newest: what tells every change of it. */
function state(name: string): string {
  return `(select count(*) from ${name}), (select max(xmin::text::bigint) from ${name})`
}

function kept({ name }: Relation): string {
  return `"${name.replaceAll('"', '')}"`
}

function emptied({ name }: Relation): string {
  return `
    if exists (select from ${name}) then
      delete from ${name};
      get diagnostics changed = row_count;
      removed := removed + changed;
    end if;`
}

/** Where a row stands and who wrote it are the same for as long as nobody changed it. */
const unchanged = '(k.stood_at = t.ctid and k.stood_by = t.xmin)'

function refilled(table: Relation): string {
  const { name, columns, key } = table
  const keep = `pristine.${kept(table)}`
  const sameKey = key === null ? unchanged : `(${of('k', key)}) = (${of('t', key)})`
  return `
    if exists (select ${state(name)} except select rows, newest from pristine.marks where relation = '${name}') then
      delete from ${name} t where not exists (select from ${keep} k where ${unchanged});
      get diagnostics changed = row_count;
      removed := removed + changed;
      insert into ${name} (${columns}) overriding system value
        select ${columns} from ${keep} k where not exists (select from ${name} t where ${unchanged});
      update ${keep} k set stood_at = t.ctid, stood_by = t.xmin from ${name} t where ${sameKey} and not ${unchanged};
      update pristine.marks set (rows, newest) = (select ${state(name)}) where relation = '${name}';
    end if;`
}

function of(table: string, columns: string): string {
  return columns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ')
}
