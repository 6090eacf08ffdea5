import { defused } from '../formula.ts'
import { printedHtml, printedMarkdown } from './printed.ts'
import type { ExportedDirectory, ExportTable } from './tables.ts'
import { vcards } from './vcards.ts'

export const formats = ['csv', 'xlsx', 'vcard', 'json', 'html', 'markdown'] as const

export type Format = (typeof formats)[number]

/** A file to be given away: text, or bytes where it is none. */
export interface ExportFile {
  readonly name: string
  readonly mediaType: string
  readonly content: string | Uint8Array
}

/** Tables as files of a format; in CSV each of them is a file of its own. `stem` begins the names. */
export async function filesOf(
  format: Format,
  data: ExportedDirectory,
  tables: readonly ExportTable[],
  { stem, title }: { readonly stem: string; readonly title: string },
): Promise<readonly ExportFile[]> {
  switch (format) {
    case 'csv':
      return tables.map((table) => ({
        name: `${stem}-${table.subject}.csv`,
        mediaType: 'text/csv',
        content: csvText(table),
      }))
    case 'xlsx':
      return [{ name: `${stem}.xlsx`, mediaType: workbookType, content: await workbook(tables) }]
    case 'vcard':
      return [{ name: `${stem}.vcf`, mediaType: 'text/vcard', content: vcards(data.people) }]
    case 'json':
      return [{ name: `${stem}.json`, mediaType: 'application/json', content: jsonText(tables) }]
    case 'html':
      return [{ name: `${stem}.html`, mediaType: 'text/html', content: printedHtml(title, tables) }]
    case 'markdown':
      return [{ name: `${stem}.md`, mediaType: 'text/markdown', content: printedMarkdown(title, tables) }]
  }
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** With a byte order mark, by which spreadsheets know it for UTF-8; no cell of it begins a formula. */
export function csvText({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): string {
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => quoted(defused(cell))).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function quoted(cell: string): string {
  return /[",;\r\n\t]/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Every cell is a text to the spreadsheet, which therefore runs none of them. */
async function workbook(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const cell = (value: string) => (value === '' ? null : { value, type: String })
  return writeXlsxFile(
    tables.map(({ subject, columns, rows }) => ({
      sheet: subject,
      data: [
        columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((cells) => cells.map(cell)),
      ],
      columns: columns.map((name) => ({ width: name === 'name' || name === 'objective' ? 40 : 18 })),
      stickyRowsCount: 1,
    })),
  ).toBuffer()
}

function jsonText(tables: readonly ExportTable[]): string {
  const lists = tables.map(({ subject, columns, rows }) => [
    subject,
    rows.map((cells) =>
      Object.fromEntries(
        columns.map((name, at) => [name, cells[at] ?? '']).filter(([, text]) => text !== ''),
      ),
    ),
  ])
  return `${JSON.stringify(Object.fromEntries(lists), undefined, 2)}\n`
}
