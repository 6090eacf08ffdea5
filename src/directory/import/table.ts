import { UserError } from '../../core/errors.ts'
import type { FileValue } from '../../core/inputFile.ts'
import { decodeText } from './decodeText.ts'

/** A file as rows and columns. Cells are trimmed texts; days are `YYYY-MM-DD`. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number
  /** By the name of the column; empty cells are left out. */
  readonly cells: Readonly<Record<string, string>>
}

export const mostRows = 20_000

/**
 * Reads a .csv, .xlsx or .json file. Raises `UserError` for a file that is none of these, is broken or protected by a
 * password, has no heading, or holds more than 20,000 rows.
 */
export async function readTable({ name, bytes }: FileValue): Promise<Table> {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()
  const table =
    ending === 'xlsx'
      ? await readWorkbook(bytes)
      : ending === 'json'
        ? readJson(decodeText(bytes))
        : await readCsv(decodeText(bytes))
  if (table.rows.length === 0) throw new UserError(`${name} has a heading at most, and no rows under it.`)
  if (table.rows.length > mostRows) {
    throw new UserError(
      `${name} has ${table.rows.length.toLocaleString('en')} rows. Give at most ${mostRows.toLocaleString('en')} in one file.`,
    )
  }
  return table
}

async function readCsv(text: string): Promise<Table> {
  const { parse } = await import('csv-parse/sync')
  const [heading = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t', ','].find((sign) => heading.includes(sign)) ?? ','
  try {
    return fromGrid(parse(text, { delimiter, relax_column_count: true, trim: true, to: mostRows + 2 }))
  } catch (error) {
    throw new UserError(
      `The file cannot be read as CSV: ${error instanceof Error ? error.message : 'it is broken'}.`,
    )
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<Table> {
  const { readSheet } = await import('read-excel-file/node')
  try {
    return fromGrid(await readSheet(Buffer.from(bytes)))
  } catch {
    throw new UserError(
      'The workbook cannot be opened: it is broken, or protected by a password. Save it anew without one, as .xlsx or .csv.',
    )
  }
}

function readJson(text: string): Table {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new UserError('The file cannot be read as JSON.')
  }
  if (!Array.isArray(json)) throw new UserError('A JSON file holds a list of records, [{ … }, { … }].')
  const columns = [...new Set(json.flatMap((record) => Object.keys(Object(record))))]
  return fromGrid([columns, ...json.map((record) => columns.map((name) => own(record, name)))])
}

function own(record: unknown, name: string): unknown {
  return typeof record === 'object' && record !== null
    ? Object.entries(record).find(([key]) => key === name)?.[1]
    : null
}

function fromGrid(grid: readonly (readonly unknown[])[]): Table {
  const [heading = [], ...rest] = grid
  const columns = heading.map(cellText)
  const named = columns.filter((name) => name !== '')
  const twice = named.find((name, at) => named.indexOf(name) !== at)
  if (twice !== undefined)
    throw new UserError(`Two columns are called “${twice.slice(0, 40)}”. Rename one of them.`)
  const rows = rest.map((cells, at): TableRow => {
    const filled = cells.map(cellText).map((text, column) => [columns[column] ?? '', text] as const)
    return {
      row: at + 2,
      cells: Object.fromEntries(filled.filter(([name, text]) => name !== '' && text !== '')),
    }
  })
  return { columns: named, rows: rows.filter(({ cells }) => Object.keys(cells).length > 0) }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // A workbook keeps days as midnights in UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const text = Array.isArray(cell) ? cell.join('; ') : String(cell)
  return text.normalize('NFC').replaceAll('\0', '').trim()
}
