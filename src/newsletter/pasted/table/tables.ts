import { dated } from '../oneLine.ts'
import { formAt } from './formLines.ts'
import { type Column, headingOf, nameOf } from './headings.ts'
import { isRule, type Row, rowAt, type Separator } from './rows.ts'
import { sentenceOf } from './sentence.ts'
import { stackedAt } from './stacked.ts'

/**
 * A text in which each row of a table, copied from a spreadsheet, its file or Markdown, is a bulleted line that reads as
 * an item does: `UNODC: Training of judges, Nairobi, Kenya (3-5 Nov)`. Any other text comes back as it is.
 */
export function withoutTables(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n')
  const result: string[] = []
  for (let at = 0; at < lines.length; ) {
    const { items, to } = tableAt(lines, at)
    const bullet = items && items.length > 1 ? '• ' : ''
    result.push(...(items?.map((item) => `${bullet}${item}`) ?? lines.slice(at, to)))
    at = to
  }
  return result.join('\n')
}

interface Table {
  /** Undefined for lines that are none. */
  readonly items: readonly string[] | undefined
  /** The line after its last one. */
  readonly to: number
}

/** The table that begins at a line, or the lines from there on that are none. */
function tableAt(lines: readonly string[], from: number): Table {
  const line = lines[from] ?? ''
  const form = /[:：]/.test(line) ? formAt(lines, from) : undefined
  if (form) return { items: [form.item], to: form.to }
  const stacked = stackedAt(lines, from)
  if (stacked) return stacked
  if (line.includes('\t')) return tableOf(lines, from, '\t')
  if (line.includes('|')) return tableOf(lines, from, '|')
  const comma = line.includes(',') ? tableOf(lines, from, ',') : undefined
  if (comma?.items || !line.includes(';')) return comma ?? { items: undefined, to: from + 1 }
  return tableOf(lines, from, ';')
}

function tableOf(lines: readonly string[], from: number, separator: Separator): Table {
  const first = rowAt(lines, from, separator)
  const ruled = separator === '|' && isRule(lines[first.to] ?? '')
  const known = first.cells.filter((cell) => headingOf(cell) !== undefined).length
  const headed = ruled || (known > 1 && known * 2 >= first.cells.length)
  const none = { items: undefined, to: from + 1 }
  // Commas separate clauses as well, unless the cells beside them stand in quotes.
  if (!headed && (separator === ',' || separator === ';') && !lines[from]?.startsWith('"')) return none
  const rows = rowsFrom(lines, { from: headed ? first.to + (ruled ? 1 : 0) : from, separator }, first)
  const to = rows.at(-1)?.to
  if (to === undefined || (!headed && rows.length < 2)) return none
  const turned = headed ? undefined : turnedTable(rows)
  if (turned !== undefined) return { items: [turned], to }
  const columns = headed ? first.cells.map(columnOf) : columnsOf(rows)
  const items = columns && rows.map(({ cells }) => sentenceOf(columns, cells)).filter((item) => item !== '')
  return { items: items?.length === 0 ? undefined : items, to }
}

/** The fewest rows of a table with its headings in the first column. */
const fewestTurned = 3

/** One item whose headings stand one below the other: `Title`, `Entity` and `Date`, each with its cell after it. */
function turnedTable(rows: readonly Row[]): string | undefined {
  const isTurned = rows.every(({ cells }) => cells.length === 2 && headingOf(cells[0] ?? '') !== undefined)
  if (!isTurned || rows.length < fewestTurned) return undefined
  const item = sentenceOf(
    rows.map(({ cells }) => columnOf(cells[0] ?? '')),
    rows.map(({ cells }) => cells[1] ?? ''),
  )
  return item === '' ? undefined : item
}

function columnOf(cell: string): Column {
  const heading = headingOf(cell)
  return heading === undefined ? { name: nameOf(cell) } : { heading }
}

/** The rows from a line on, as long as they have the cells of the first one; a spreadsheet leaves out empty ones at the end. */
function rowsFrom(
  lines: readonly string[],
  { from, separator }: { readonly from: number; readonly separator: Separator },
  first: Row,
): readonly Row[] {
  const rows: Row[] = []
  for (let at = from; at < lines.length; ) {
    const row = rowAt(lines, at, separator)
    const most = first.cells.length
    const fits = separator === '\t' ? row.cells.length <= most : row.cells.length === most
    if (row.cells.length < 2 || !fits) break
    rows.push(row)
    at = row.to
  }
  return rows
}

/** A word of an acronym, or of several: `UNODC`, `UN Women, CTED`. */
const acronym = /^(?:\p{Lu}[\p{Lu}\p{Nd}-]{1,20}|Women|Habitat|and|&)$/u

/** The longest date or acronyms in a cell. */
const shortCell = 40

/**
 * What the columns of a table without headings hold, told by all of its rows: one of them days, one perhaps acronyms.
 * Undefined where no column holds days, since bars and commas part other things as well.
 */
function columnsOf(rows: readonly Row[]): readonly Column[] | undefined {
  const count = Math.max(...rows.map(({ cells }) => cells.length))
  if (count < 2) return undefined
  const all = Array.from({ length: count }, (_, at) => rows.map(({ cells }) => cells[at] ?? ''))
  const isShort = (holds: (cell: string) => boolean) => (cells: readonly string[]) =>
    cells.every((cell) => cell !== '' && cell.length <= shortCell && holds(cell))
  const date = all.findIndex(isShort((cell) => dated.test(cell)))
  const entity = all.findIndex(isShort((cell) => cell.split(/[\s,;/]+/).every((word) => acronym.test(word))))
  if (date < 0) return undefined
  const length = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.length, 0)
  const title = all.reduce(
    (longest, cells, at) =>
      at !== date && at !== entity && length(cells) > length(all[longest] ?? []) ? at : longest,
    all.findIndex((_, at) => at !== date && at !== entity),
  )
  if (title < 0) return undefined
  return all.map((_, at): Column => {
    if (at === date) return { heading: 'date' }
    if (at === entity) return { heading: 'entity' }
    return at === title ? { heading: 'title' } : { name: '' }
  })
}
