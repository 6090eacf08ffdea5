import { apart, plainRuns, type Runs, words } from '../../../src/chat/render/runs.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Block } from '../../../src/core/message.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits, sizeOf } from '../limits.ts'
import type { CardElement } from './elements.ts'
import { runsOf } from './runs.ts'
import { bullets, paragraph } from './textBlocks.ts'

type Table = Extract<Block, { kind: 'table' }>

interface Row {
  readonly cells: Json
  /** Shown by clients that have no tables. */
  readonly lines: readonly CardElement[]
}

/** The rows of a table that stay on one page; parts of the same `head` on a page become one table. */
export interface TablePart {
  readonly head: { readonly shares: readonly number[]; readonly row?: Row }
  readonly rows: readonly Row[]
}

/** Bytes of the parts between which a table may continue on the next page. */
const partRoom = 4000
/** A row or headings that take more cannot be read as a row. */
const rowRoom = 3500
/** The signs for which a column takes room, at least and at most. */
const leastShare = 4
const mostShare = 24

/** Lays a table in parts, or as lines where it is too wide or too wordy for one. */
export function tableParts(table: Table): readonly TablePart[] | readonly CardElement[] {
  const headings = table.columns.map((name) => words(oneLine(name), { bold: true }))
  const rows = table.rows.map((row) => row.map(runsOf))
  const width = Math.max(headings.length, ...rows.map((row) => row.length))
  if (width === 0) return []
  const made = rows.map((row) => rowOf(row, width, lineOf(headings, row)))
  const shares = sharesOf([headings, ...rows], width)
  const head = headings.length > 0 ? { shares, row: rowOf(headings, width, joined(headings)) } : { shares }
  const all = head.row === undefined ? made : [head.row, ...made]
  // Of blank cells a client without tables would show an empty box, which Teams refuses.
  if (all.every(({ lines }) => lines.length === 0)) return []
  if (width > limits.tableColumns || all.some((row) => rowSize(row) > rowRoom))
    return bullets(rows.length === 0 ? headings : rows.map((row) => lineOf(headings, row)))
  return layParts(head, made)
}

/** Joins the parts of a table that stand on one page. */
export function tableElement(parts: readonly TablePart[]): CardElement {
  const head = parts[0]?.head
  const rows = [...(head?.row ? [head.row] : []), ...parts.flatMap((part) => part.rows)]
  return {
    type: 'Table',
    columns: (head?.shares ?? []).map((width) => ({ width })),
    firstRowAsHeader: head?.row !== undefined,
    rows: rows.map(({ cells }) => cells),
    fallback: { type: 'Container', items: rows.flatMap(({ lines }) => lines) },
  }
}

/** The share of the width that each column takes: by its longest text, so that no word is pushed over the next column. */
function sharesOf(rows: readonly (readonly Runs[])[], width: number): readonly number[] {
  return Array.from({ length: width }, (_, at) =>
    rows.reduce(
      (most, row) => Math.max(most, Math.min(plainRuns(row[at] ?? []).length, mostShare)),
      leastShare,
    ),
  )
}

function layParts(head: TablePart['head'], rows: readonly Row[]): readonly TablePart[] {
  const parts: Row[][] = [[]]
  const full = partRoom - (head.row ? rowSize(head.row) : 0)
  let room = full
  for (const row of rows) {
    if (parts.at(-1)?.length && rowSize(row) > room) {
      parts.push([])
      room = full
    }
    parts.at(-1)?.push(row)
    room -= rowSize(row)
  }
  return parts.map((part) => ({ head, rows: part }))
}

function rowOf(cells: readonly Runs[], width: number, line: Runs): Row {
  return {
    cells: {
      type: 'TableRow',
      cells: Array.from({ length: width }, (_, at) => ({ type: 'TableCell', items: cellItems(cells[at]) })),
    },
    lines: bullets([words(plainRuns(line))]),
  }
}

function cellItems(cell: Runs = []): readonly CardElement[] {
  const items = paragraph(cell)
  return items.length > 0 ? items : paragraph(words('–'))
}

function rowSize(row: Row): number {
  return sizeOf([row.cells, row.lines])
}

/** Renders a row as a line: `Name: Ana · Since: 2019`. */
function lineOf(headings: readonly Runs[], row: readonly Runs[]): Runs {
  return joined(
    Array.from({ length: Math.max(headings.length, row.length) }, (_, at) => [
      ...(plainRuns(headings[at] ?? []).trim() === '' ? [] : [...(headings[at] ?? []), ...words(': ')]),
      ...(row[at]?.length ? apart(row[at]) : words('–')),
    ]),
  )
}

function joined(cells: readonly Runs[]): Runs {
  return cells.flatMap((cell, at) => (at === 0 ? cell : [...words(' · '), ...cell]))
}
