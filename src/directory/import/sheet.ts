import { UserError } from '../../core/errors.ts'
import { shorten } from '../../core/text/text.ts'
import { type CellPlace, columnLetters } from './files/formulaCells.ts'

/** A sheet of a file as rows and columns. Cells are trimmed texts; days are `YYYY-MM-DD`. */
export interface Sheet {
  /** As the workbook calls it; empty for a file that is one sheet. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** Cells are text and nothing else in any file but CSV, where a spreadsheet runs what begins with =. */
  readonly mayRun?: boolean
}

export interface SheetRow {
  /** As a spreadsheet numbers it; the heading mostly is row 1. */
  readonly row: number
  /** By the name of the column; empty cells are left out. */
  readonly cells: Readonly<Record<string, string>>
  /** Columns in which a workbook has a formula here; the cell is then its last result, if it has one. */
  readonly formulas?: readonly string[]
}

/**
 * A grid as a sheet; `headingAt` is the row, from 0, that names the columns, and what stands above it is left out. A
 * column without a name that holds something is called by its letter. Raises `UserError` where two columns bear one
 * name.
 */
export function sheetOf(
  name: string,
  grid: readonly (readonly unknown[])[],
  {
    formulas: formulaCells = [],
    headingAt = 0,
  }: { readonly formulas?: readonly CellPlace[] | undefined; readonly headingAt?: number } = {},
): Sheet {
  const [heading = [], ...rest] = grid.slice(headingAt).map((cells) => cells.map(cellText))
  const columns = allNamed(heading, rest)
  const named = columns.filter((column) => column !== '')
  const twice = named.find((column, at) => named.indexOf(column) !== at)
  if (twice !== undefined)
    throw new UserError(`Two columns are called “${shorten(twice)}”. Rename one of them.`)
  const formulas = Map.groupBy(formulaCells, ({ row }) => row)
  const rows = rest.map((cells, at): SheetRow => {
    const filled = cells.map((text, column) => [columns[column] ?? '', text] as const)
    const here = formulas.get(headingAt + at + 1)?.map(({ column }) => columns[column] ?? '')
    return {
      row: headingAt + at + 2,
      cells: Object.fromEntries(filled.filter(([column, text]) => column !== '' && text !== '')),
      ...(here ? { formulas: here.filter((column) => column !== '') } : {}),
    }
  })
  return { name, columns: named, rows: rows.filter(({ cells }) => Object.keys(cells).length > 0) }
}

/** The headings, with “column D” for one that is empty above cells that are not. */
function allNamed(heading: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), heading.length)
  return Array.from({ length: width }, (_, at) => {
    const text = heading[at] ?? ''
    const isUsed = text !== '' || rows.some((cells) => (cells[at] ?? '') !== '')
    return isUsed && text === '' ? `column ${columnLetters(at + 1)}` : text
  })
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // A workbook keeps days as midnights in UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const text = Array.isArray(cell) ? cell.join('; ') : String(cell)
  return text.normalize('NFC').replaceAll('\0', '').trim()
}
