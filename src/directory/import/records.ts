import { UserError } from '../../core/errors.ts'
import { readDay } from '../../core/time/typedDay.ts'
import { readZone } from '../../core/time/zones/zoneName.ts'
import { readEmail } from '../email.ts'
import type { Mapping } from './columns.ts'
import type { Table, TableRow } from './table.ts'

/** A record as it stands in the file, by field; what the file does not say is left out. */
export interface ImportRecord {
  readonly row: number
  /** By which it is found again: the address of a person, the acronym of an entity or group, in lower case. */
  readonly key: string
  readonly fields: Readonly<Record<string, string | readonly string[] | number | null>>
}

export interface Problem {
  readonly row: number
  readonly column: string
  readonly text: string
}

export interface ReadRecords {
  readonly records: readonly ImportRecord[]
  readonly problems: readonly Problem[]
}

/** The records of a table, and everything in it that cannot be taken, each with its row and column. */
export function readRecords(
  table: Table,
  mapping: Mapping,
  here: Parameters<typeof readDay>[1],
): ReadRecords {
  const problems: Problem[] = []
  const records: ImportRecord[] = []
  const seen = new Map<string, number>()
  const columnOf = (field: string) =>
    Object.entries(mapping.fields).find(([, known]) => known === field)?.[0] ?? field
  for (const row of table.rows) {
    const values = valuesOf(row, mapping)
    const fields: Record<string, string | readonly string[] | number | null> = {}
    let sound = true
    for (const [field, text] of Object.entries(values)) {
      try {
        fields[field] = readField(mapping.kind, field, text, here)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        problems.push({ row: row.row, column: columnOf(field), text: error.message })
        sound = false
      }
    }
    const keyField = mapping.kind === 'person' ? 'email' : 'acronym'
    const missing = [keyField, 'name'].filter((field) => values[field] === undefined)
    for (const field of missing) {
      problems.push({ row: row.row, column: columnOf(field), text: 'It is empty.' })
      sound = false
    }
    const key = String(values[keyField] ?? '').toLowerCase()
    const before = seen.get(key)
    if (key !== '' && before !== undefined) {
      problems.push({ row: row.row, column: columnOf(keyField), text: `It stands in row ${before} already.` })
      sound = false
    }
    if (key !== '') seen.set(key, before ?? row.row)
    if (sound) records.push({ row: row.row, key, fields })
  }
  return { records, problems }
}

function valuesOf({ cells }: TableRow, { kind, fields }: Mapping): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const [column, text] of Object.entries(cells)) {
    const field = Object.hasOwn(fields, column) ? fields[column] : undefined
    if (field !== undefined) values[field] = text
  }
  if (kind !== 'person') return values
  const { given, family, ...rest } = values
  const name = rest['name'] ?? [given, family].filter((part) => part !== undefined).join(' ')
  return name === '' ? rest : { ...rest, name }
}

const entityKinds: ReadonlyMap<string, string> = new Map([
  ['member', 'member'],
  ['observer', 'observer'],
  ['member state', 'member-state'],
  ['member-state', 'member-state'],
  ['organization', 'organization'],
  ['regional organization', 'regional-organization'],
  ['regional-organization', 'regional-organization'],
])

function readField(
  kind: Mapping['kind'],
  field: string,
  text: string,
  here: Parameters<typeof readDay>[1],
): string | readonly string[] | number | null {
  if (text.length > 500) throw new UserError(`It has ${text.length} characters; at most 500 are taken.`)
  switch (`${kind}.${field}`) {
    case 'person.email':
      return readEmail(text)
    case 'person.timezone':
      return readZone(text)
    case 'entity.joined':
      return readDay(text, here)
    case 'entity.aliases':
      return text
        .split(text.includes(';') ? ';' : ',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    case 'entity.kind':
      return oneOf(text, entityKinds, 'member, observer, member state or regional organization')
    case 'entity.type':
      return oneOf(
        text,
        new Map([
          ['un', 'un'],
          ['yes', 'un'],
          ['non-un', 'non-un'],
          ['no', 'non-un'],
        ]),
        'un or non-un',
      )
    case 'group.number':
      return readNumber(text)
    case 'group.pillar':
      return oneOf(
        text,
        new Map([
          ['i', 'I'],
          ['1', 'I'],
          ['ii', 'II'],
          ['2', 'II'],
          ['iii', 'III'],
          ['3', 'III'],
          ['iv', 'IV'],
          ['4', 'IV'],
        ]),
        'I, II, III or IV',
      )
    default:
      return text
  }
}

function oneOf(text: string, allowed: ReadonlyMap<string, string>, said: string): string {
  const found = allowed.get(text.toLowerCase().replace(/^pillar /, ''))
  if (found !== undefined) return found
  throw new UserError(`“${text.slice(0, 40)}” is none of ${said}.`)
}

function readNumber(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  throw new UserError(`“${text.slice(0, 40)}” is not a number.`)
}
