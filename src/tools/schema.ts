import { createHash } from 'node:crypto'

import { migrations } from '../../db/migrations/index.ts'
import { type Column, readColumns } from '../../db/store/columns.ts'
import { openDatabase } from '../../db/store/connect.ts'
import { migrate } from '../../db/store/migrate.ts'

/** Columns of JSON, and the type of what stands in them; any other JSON column is `unknown`. */
const contents: Readonly<Record<string, { readonly type: string; readonly from: string }>> = {
  'meeting_changes.what': { type: 'Rich', from: '../src/core/message.ts' },
  'notices.body': { type: 'Message', from: '../src/core/message.ts' },
  'notices.posted': { type: 'PostedOn', from: '../src/core/adapter.ts' },
  'notices.settled': { type: 'NoticeSettlement', from: '../src/core/feature/rule.ts' },
  'reminder_settings.leads': { type: 'readonly Lead[]', from: '../src/core/feature/lead.ts' },
  'rule_settings.moments': { type: 'readonly Lead[]', from: '../src/core/feature/lead.ts' },
  'updates.former': { type: 'FormerUpdate', from: './newsletter/content.ts' },
  'update_versions.dates': { type: 'readonly ContentDate[]', from: './newsletter/content.ts' },
  'update_versions.links': { type: 'readonly ContentLink[]', from: './newsletter/content.ts' },
}

/** What the driver makes of Postgres' types, as db/store/connect.ts sets it up. */
const scalars: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  integer: 'number',
  bigint: 'number',
  smallint: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  date: 'Day',
  daterange: 'string',
  'timestamp with time zone': 'Date',
  bytea: 'Buffer',
}

/** True for a schema that was written from these very migrations and not touched since; a test reads it on a server. */
export function isCurrent(schema: string): boolean {
  return schema.startsWith(heading(schema.slice(schema.indexOf('\n\n') + 2)))
}

/** The schema of a fresh embedded store with all migrations. */
export async function migratedSchema(): Promise<string> {
  const store = await openDatabase({})
  try {
    await migrate(store)
    return schemaText(await readColumns(store.pool))
  } finally {
    await store.close()
  }
}

/**
 * `db/schema.ts` for the columns of a migrated database: tables as Kysely wants them, rows as they are read.
 * Raises an `Error` for a type that is not known here and for JSON contents of a column that does not exist.
 */
export function schemaText(columns: readonly Column[]): string {
  const unknown = Object.keys(contents).filter(
    (name) => !columns.some((column) => isJson(column) && keyOf(column) === name),
  )
  if (unknown.length > 0) throw new Error(`no JSON column is called ${unknown.join(' or ')}`)
  const tables = [...Map.groupBy(columns, ({ table }) => table)]
  const body = tables.map(([table, of]) => tableText(table, of)).join('\n')
  const database = tables.map(([table]) => `  ${camel(table)}: ${pascal(table)}Table\n`).join('')
  const written = `${importLines(body)}\n${body}\nexport interface Database {\n${database}}\n`
  return `${heading(written)}${written}`
}

/** The number and the digest of what the schema was made from and what it says, so that a check needs no database. */
function heading(written: string): string {
  const from = JSON.stringify([migrations, contents, scalars, written])
  const made = createHash('sha256').update(from).digest('hex').slice(0, 16)
  const last = migrations.at(-1)?.number ?? 0
  return `// Written by npm run artifacts from migrations 1 to ${last} (${made}). Not to be edited by hand.\n\n`
}

function importLines(body: string): string {
  const kysely = ['ColumnType', 'Generated', 'GeneratedAlways', 'Selectable'].filter((name) =>
    new RegExp(`\\b${name}<`).test(body),
  )
  const own = new Map<string, Set<string>>()
  const add = (name: string, from: string) => own.set(from, (own.get(from) ?? new Set()).add(name))
  if (/\bDay\b/.test(body)) add('Day', '../src/core/time/day.ts')
  for (const { type, from } of Object.values(contents)) add(type.replace(/^readonly |\[\]$/g, ''), from)
  const lines = [...own]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, names]) => `import type { ${[...names].sort().join(', ')} } from '${from}'\n`)
  return `import type { ${kysely.join(', ')} } from 'kysely'\n\n${lines.join('')}`
}

function tableText(table: string, columns: readonly Column[]): string {
  const name = pascal(table)
  const lines = columns.map((column) => property(camel(column.name), columnType(column)))
  return `export interface ${name}Table {\n${lines.join('')}}\n\nexport type ${name} = Selectable<${name}Table>\n`
}

/** One property, broken as the formatter breaks a union that does not fit into a line. */
function property(name: string, type: string): string {
  const line = `  ${name}: ${type}\n`
  if (line.length <= 111 || type.includes('<')) return line
  return `  ${name}:\n${type
    .split(' | ')
    .map((part) => `    | ${part}\n`)
    .join('')}`
}

function columnType(column: Column): string {
  const orNull = column.nullable ? ' | null' : ''
  if (isJson(column)) {
    // An array as a parameter would become an array of Postgres: JSON is written as its text.
    const content = contents[keyOf(column)]?.type ?? 'unknown'
    const write = `string${orNull}${column.written === 'given' ? '' : ' | undefined'}`
    return `ColumnType<${content === 'unknown' ? content : content + orNull}, ${write}, string${orNull}>`
  }
  const read = `${readType(column)}${orNull}`
  if (column.written === 'always') return `GeneratedAlways<${read}>`
  return column.written === 'default' ? `Generated<${read}>` : read
}

function readType(column: Column): string {
  if (column.allowed.length > 0) return column.allowed.map((text) => `'${text}'`).join(' | ')
  const of = column.type.replace(/\[\]$/, '')
  const scalar = scalars[of]
  if (scalar === undefined)
    throw new Error(`${keyOf(column)} has the type ${column.type}, for which TypeScript's is not known`)
  return of === column.type ? scalar : `${scalar}[]`
}

function isJson({ type }: Column): boolean {
  return type === 'json' || type === 'jsonb'
}

function keyOf({ table, name }: Column): string {
  return `${table}.${name}`
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function pascal(name: string): string {
  return camel(`_${name}`)
}
