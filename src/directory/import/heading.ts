import { fold } from '../../core/text/nearest.ts'
import { headingNames } from './headingNames.ts'

/** A heading without case, accents, signs and what stands in brackets. */
export function plain(column: string): string {
  return fold(column)
    .replaceAll('’', "'")
    .replaceAll(/\([^()]*\)|[_:*?.°#]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
}

/** So many rows may stand above the heading: a title, a date, an empty line. */
const mostAbove = 10

/**
 * The row that names the columns, from 0. That is the first one, unless it says nothing that a heading says and a row
 * below does, or a title stands alone in it.
 */
export function headingRow(grid: readonly (readonly unknown[])[]): number {
  const rows = grid.slice(0, mostAbove).map((cells) => cells.map(textOf).filter((text) => text !== ''))
  const known = rows.map((cells) => new Set(cells.map(plain).filter((text) => headings.has(text))).size)
  const most = Math.max(0, ...known)
  const [first = []] = rows
  if (most > 1 && (known[0] === 0 || first.length < 2)) return known.indexOf(most)
  if (first.length > 1) return 0
  return Math.max(
    0,
    rows.findIndex((cells) => cells.length > 1),
  )
}

const headings: ReadonlySet<string> = new Set(
  Object.values(headingNames).flatMap((fields) =>
    Object.entries(fields).flatMap(([field, names]) => [fold(field), ...names.filter((name) => name !== '')]),
  ),
)

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : cell === null || cell === undefined ? '' : String(cell)
}
