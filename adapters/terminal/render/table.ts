import { displayWidth, pad, wrap } from './width.ts'

const gap = 2
const least = 6

/** Cells in aligned columns; with a width the widest columns give way, and one that cannot fit becomes a list. */
export function layTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  bold: (text: string) => string,
): string {
  const natural = columns.map((column, at) =>
    Math.max(displayWidth(column), ...rows.map((row) => displayWidth(row[at] ?? ''))),
  )
  const widths = width > 0 ? shrink(natural, width) : natural
  if (!widths) return rows.map((row) => asRecord(columns, row, width)).join('\n\n')
  return [
    ...layRow(columns, widths, width, bold),
    widths.map((column) => '─'.repeat(column)).join(' '.repeat(gap)),
    ...rows.flatMap((row) => layRow(row, widths, width, (text) => text)),
  ].join('\n')
}

function shrink(natural: readonly number[], width: number): readonly number[] | undefined {
  const widths = [...natural]
  let over = widths.reduce((sum, column) => sum + column, gap * (widths.length - 1)) - width
  for (; over > 0; over--) {
    const widest = Math.max(...widths)
    if (widest <= least) return undefined
    widths[widths.indexOf(widest)] = widest - 1
  }
  return widths
}

function layRow(
  row: readonly string[],
  widths: readonly number[],
  width: number,
  style: (text: string) => string,
): readonly string[] {
  const cells = widths.map((column, at) => wrap(row[at] ?? '', width > 0 ? column : 0).split('\n'))
  const height = Math.max(1, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const padded = cells.map((lines, at) => pad(lines[line] ?? '', widths[at] ?? 0))
    return style(padded.join(' '.repeat(gap)).trimEnd())
  })
}

function asRecord(columns: readonly string[], row: readonly string[], width: number): string {
  return columns.map((column, at) => wrap(`${column}: ${row[at] ?? ''}`, width, '  ')).join('\n')
}
