import type { RichTextBlock, TableBlock } from '@slack/web-api'

import type { Block } from '../../../src/core/message.ts'
import { oneLine } from '../../../src/core/text/text.ts'
import { limits } from '../limits.ts'
import type { SlackBlock } from './blocks.ts'
import { bullets, paragraph, weigh } from './richText.ts'
import { apart, type Elements, elementsOf, plainElements, textElement } from './spans.ts'

type Table = Extract<Block, { kind: 'table' }>

/** The most text in one table, so that its heading and its buttons fit beside it. */
const tableText = 6000
/** A row or headings with more text cannot be read as a row. */
const rowText = 2500

/** Renders a table as one or several, each with the headings; as a list where it does not fit or the surface has no tables. */
export function tableBlocks(table: Table, surface: 'message' | 'view'): readonly SlackBlock[] {
  const headings = table.columns.map((name) => textElement(oneLine(name), { bold: true }))
  const rows = table.rows.map((row) => row.map(elementsOf))
  const width = Math.max(headings.length, ...rows.map((row) => row.length))
  if (width === 0) return []
  const fits = [headings, ...rows].every((row) => rowWeight(row) <= rowText)
  if (surface === 'view' || width > limits.tableColumns || !fits) return listed(table.columns, headings, rows)
  return layTables(headings, rows, width)
}

function layTables(
  headings: readonly Elements[],
  rows: readonly (readonly Elements[])[],
  width: number,
): readonly TableBlock[] {
  const head = headings.length > 0 ? [headings] : []
  const tables: (readonly Elements[])[][] = [[...head]]
  let room = tableText - rowWeight(headings)
  for (const row of rows) {
    const last = tables.at(-1) ?? []
    if (last.length > head.length && (last.length >= limits.tableRows || rowWeight(row) > room)) {
      tables.push([...head, row])
      room = tableText - rowWeight(headings)
    } else last.push(row)
    room -= rowWeight(row)
  }
  return tables.map((lines) => ({
    type: 'table',
    // Slack cuts off what is wider than its column unless it wraps.
    column_settings: Array.from({ length: width }, () => ({ is_wrapped: true })),
    rows: lines.map((row) => Array.from({ length: width }, (_, at) => cell(row[at] ?? []))),
  }))
}

/** Slack takes no empty cell, and one that shows nothing looks forgotten. */
function cell(elements: Elements): RichTextBlock {
  return paragraph(plainElements(elements).trim() === '' ? textElement('–') : elements)
}

function rowWeight(row: readonly Elements[]): number {
  return row.reduce((sum, elements) => sum + Math.max(1, weigh(elements)), 0)
}

/** Renders every row as an item: `Name: Ana · Since: 2019`. */
function listed(
  columns: readonly string[],
  headings: readonly Elements[],
  rows: readonly (readonly Elements[])[],
): readonly RichTextBlock[] {
  if (rows.length === 0) return bullets(headings)
  const items = rows.map((row) =>
    Array.from({ length: Math.max(columns.length, row.length) }, (_, at) => [
      ...(at === 0 ? [] : textElement(' · ')),
      ...(oneLine(columns[at] ?? '').trim() === '' ? [] : [...(headings[at] ?? []), ...textElement(': ')]),
      ...(row[at]?.length ? apart(row[at]) : textElement('–')),
    ]).flat(),
  )
  return bullets(items)
}
