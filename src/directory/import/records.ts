import { isDeepStrictEqual } from 'node:util'

import { UserError } from '../../core/errors.ts'
import { isFormula } from '../formula.ts'
import type { Mapping } from './columns.ts'
import { isDayField, isTwoDays } from './dates/dateOrder.ts'
import { goesOn, isPlaceholder } from './names/placeholder.ts'
import { type FieldValue, readField } from './readField.ts'
import type { RecordKind } from './recordKind.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** A record as it stands in the file, by field; what the file does not say is left out. */
export interface ImportRecord {
  readonly row: number
  /** By which it is found again: a person's address, an acronym, or all that tells a term from others; lower case. */
  readonly key: string
  readonly fields: Readonly<Record<string, FieldValue>>
}

export interface Problem {
  readonly row: number
  readonly column: string
  readonly text: string
  /** The name of an entity that the directory lacks and has none like. */
  readonly missing?: string
  /** The cell is a date that may be two days; the order in which the file writes them settles it. */
  readonly twoDays?: true
}

export interface ReadRecords {
  readonly records: readonly ImportRecord[]
  readonly problems: readonly Problem[]
  /** What tells the records apart that the file lists, those with a mistake too. */
  readonly listed: readonly string[]
  /** Rows that are no record but a remark, such as a sum at the foot of the list; they are left out. */
  readonly remarks: readonly { readonly row: number; readonly text: string }[]
  /** Rows that say nothing that an earlier row of the same record does not say; they are passed over. */
  readonly repeated: readonly { readonly row: number; readonly of: number }[]
}

/** What each kind cannot do without; a person's name may come in two columns. */
const required: Readonly<Record<RecordKind, readonly string[]>> = {
  entity: ['acronym', 'name'],
  group: ['acronym', 'name'],
  person: ['email', 'name'],
  role: ['group', 'role', 'entity'],
}

/** What tells records of a kind apart. */
const keys: Readonly<Record<RecordKind, readonly string[]>> = {
  entity: ['acronym'],
  group: ['acronym'],
  person: ['email'],
  role: ['group', 'role', 'entity', 'person', 'from'],
}

/** The records of a sheet, and everything in it that cannot be taken, each with its row and column. */
export function readRecords(
  sheet: Sheet,
  mapping: Mapping,
  here: Omit<Parameters<typeof readField>[3], 'mayRun'>,
): ReadRecords {
  const missing = fieldsWithoutColumn(mapping)
  if (missing.length > 0)
    return { records: [], problems: missing.map(withoutColumn), listed: [], remarks: [], repeated: [] }
  const problems: Problem[] = []
  const records: ImportRecord[] = []
  const seen = new Map<string, ImportRecord>()
  const remarks: { row: number; text: string }[] = []
  const repeated: { row: number; of: number }[] = []
  for (const row of sheet.rows) {
    const remark = remarkIn(row, mapping)
    if (remark !== undefined) {
      remarks.push({ row: row.row, text: remark })
      continue
    }
    const { record, wrong } = readRow(row, mapping, { ...here, mayRun: sheet.mayRun ?? false })
    problems.push(...wrong)
    const before = seen.get(record.key)
    if (record.key !== '' && before !== undefined) {
      const other = Object.keys(record.fields).find(
        (field) => !isDeepStrictEqual(before.fields[field], record.fields[field]),
      )
      if (other === undefined && wrong.length === 0) {
        if (!mapping.repeats) repeated.push({ row: row.row, of: before.row })
        continue
      }
      problems.push(standsAlready(row.row, before.row, mapping, other))
      continue
    }
    if (record.key !== '') seen.set(record.key, record)
    if (wrong.length === 0) records.push(record)
  }
  return { records, problems, listed: [...seen.keys()], remarks, repeated }
}

/** What is wrong with a row that says of somebody or something what an earlier row does not. */
function standsAlready(row: number, earlier: number, mapping: Mapping, field: string | undefined): Problem {
  const column = columnOf(mapping, keys[mapping.kind][0] ?? '')
  const differs = field === undefined ? '' : ` with other details (${columnOf(mapping, field)})`
  return { row, column, text: `It stands in row ${earlier} already${differs}.` }
}

/** The text of a row that tells no record by itself, as it has one cell alone or sums up; undefined for a record. */
function remarkIn({ cells, formulas }: SheetRow, mapping: Mapping): string | undefined {
  const [only, ...others] = Object.entries(cells)
  const sum = Object.values(cells).find((text) => /^(?:(?:sub-?|sous-)?total|sum)\b/i.test(text))
  if (sum !== undefined && Object.values(cells).every((text) => text === sum || /^[\d.,\s]+$/.test(text))) {
    return Object.values(cells).join(' ')
  }
  if (!only || others.length > 0 || formulas !== undefined) return undefined
  if (Object.keys(mapping.fields).length < 3) return undefined
  const isKey = only[0] === columnOf(mapping, keys[mapping.kind][0] ?? '')
  return isKey && !/^(?:sub-?|sous-)?total\b|^(?:sources?|notes?|updated|mise à jour)\b/i.test(only[1])
    ? undefined
    : only[1]
}

/** What a kind needs and no column is known to hold. */
function fieldsWithoutColumn({ kind, fields, fixed, roleAssumed }: Mapping): readonly string[] {
  const known = [...Object.values(fields), ...Object.keys(fixed ?? {})]
  const named = kind === 'person' && (known.includes('given') || known.includes('family'))
  return required[kind].filter(
    (field) => !known.includes(field) && !(field === 'name' && named) && !(field === 'role' && roleAssumed),
  )
}

function withoutColumn(field: string): Problem {
  return { row: 1, column: field, text: 'No column is known to hold it. Say which one does.' }
}

const formulaWords =
  'It is a formula. Copy the cell and paste it as a value, so that the text itself stands there.'

function readRow(
  row: SheetRow,
  mapping: Mapping,
  here: Parameters<typeof readField>[3],
): { readonly record: ImportRecord; readonly wrong: readonly Problem[] } {
  const { kind } = mapping
  const values = valuesOf(row, mapping)
  const fields: Record<string, FieldValue> = {}
  const wrong: Problem[] = []
  const computed = (row.formulas ?? []).filter((column) => Object.hasOwn(mapping.fields, column))
  for (const column of computed) {
    wrong.push({ row: row.row, column, text: formulaWords })
  }
  for (const column of halvesThatRun(row, mapping, here.mayRun)) {
    wrong.push({ row: row.row, column, text: 'It looks like a formula. Give the text itself.' })
  }
  for (const [field, text] of Object.entries(values)) {
    if (computed.includes(columnOf(mapping, field))) continue
    try {
      fields[field] = readField(kind, field, text, here)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const twoDays = here.dates === undefined && isDayField(field) && isTwoDays(text)
      const problem = { row: row.row, column: columnOf(mapping, field), text: error.message }
      wrong.push(twoDays ? { ...problem, twoDays } : problem)
    }
  }
  for (const field of required[kind].filter((one) => values[one] === undefined)) {
    if (field === 'role' && mapping.roleAssumed) continue
    if (computed.includes(columnOf(mapping, field))) continue
    const isAddress = kind === 'person' && field === 'email'
    const text = isAddress
      ? 'It is empty. People are told apart by their address: give one, or take the row out.'
      : 'It is empty.'
    wrong.push({ row: row.row, column: columnOf(mapping, field), text })
  }
  const parts = keys[kind].map((field) => String(fields[field] ?? values[field] ?? '').toLowerCase())
  const key = parts.every((part) => part === '') ? '' : parts.join('|')
  return { record: { row: row.row, key, fields }, wrong }
}

/** First and last names that a spreadsheet would run; put together they no longer begin with what runs. */
function halvesThatRun({ cells }: SheetRow, { fields }: Mapping, mayRun: boolean): readonly string[] {
  if (!mayRun) return []
  const halves = Object.keys(cells).filter((column) => ['given', 'family'].includes(fields[column] ?? ''))
  return halves.filter((column) => isFormula(cells[column] ?? ''))
}

/** What the file calls a field. */
export function columnOf({ fields }: Mapping, field: string): string {
  return Object.entries(fields).find(([, known]) => known === field)?.[0] ?? field
}

function valuesOf({ cells }: SheetRow, { kind, fields, fixed }: Mapping): Readonly<Record<string, string>> {
  const values: Record<string, string> = { ...fixed }
  for (const [column, text] of Object.entries(cells)) {
    const field = Object.hasOwn(fields, column) ? fields[column] : undefined
    if (field === undefined || isPlaceholder(text) || (['to', 'until'].includes(field) && goesOn(text)))
      continue
    values[field] = text
  }
  if (kind !== 'person') return values
  const { given, family, ...rest } = values
  const name = rest['name'] ?? [given, family].filter((part) => part !== undefined).join(' ')
  return name === '' ? rest : { ...rest, name }
}
