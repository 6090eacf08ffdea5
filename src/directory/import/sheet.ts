import { UserError } from '../../core/errors.ts'
import type { CellPlace } from './files/formulaCells.ts'

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
  /** As a spreadsheet numbers it: the heading is row 1. */
  readonly row: number
  /** By the name of the column; empty cells are left out. */
  readonly cells: Readonly<Record<string, string>>
  /** Columns in which a workbook has a formula here; the cell is then its last result, if it has one. */
  readonly formulas?: readonly string[]
}

/** A grid whose first row is the heading, as a sheet. Raises `UserError` where two columns bear one name. */
export function sheetOf(
  name: string,
  grid: readonly (readonly unknown[])[],
  formulaCells: readonly CellPlace[] = [],
): Sheet {
  const [heading = [], ...rest] = grid
  const columns = heading.map(cellText)
  const named = columns.filter((column) => column !== '')
  const twice = named.find((column, at) => named.indexOf(column) !== at)
  if (twice !== undefined)
    throw new UserError(`Two columns are called “${twice.slice(0, 40)}”. Rename one of them.`)
  const formulas = Map.groupBy(formulaCells, ({ row }) => row)
  const rows = rest.map((cells, at): SheetRow => {
    const filled = cells.map(cellText).map((text, column) => [columns[column] ?? '', text] as const)
    const here = formulas.get(at + 1)?.map(({ column }) => columns[column] ?? '')
    return {
      row: at + 2,
      cells: Object.fromEntries(filled.filter(([column, text]) => column !== '' && text !== '')),
      ...(here ? { formulas: here.filter((column) => column !== '') } : {}),
    }
  })
  return { name, columns: named, rows: rows.filter(({ cells }) => Object.keys(cells).length > 0) }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // A workbook keeps days as midnights in UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const text = Array.isArray(cell) ? cell.join('; ') : String(cell)
  return text.normalize('NFC').replaceAll('\0', '').trim()
}
