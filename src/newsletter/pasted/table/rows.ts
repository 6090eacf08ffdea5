/** A row of a table as it was pasted, and the line after its last one. */
export interface Row {
  readonly cells: readonly string[]
  readonly to: number
}

/**
 * What separates the cells of a row: a tab in what a spreadsheet copies, a comma or a semicolon in its files, a bar in
 * Markdown.
 */
export type Separator = '\t' | ',' | ';' | '|'

/** The most lines of one cell. */
const longestCell = 12

/** The row that begins at a line. A cell in quotes may hold the separator, doubled quotes and further lines. */
export function rowAt(lines: readonly string[], from: number, separator: Separator): Row {
  if (separator === '|') return { cells: barred(lines[from] ?? ''), to: from + 1 }
  const cells: string[] = []
  let line = from
  let at = 0
  for (;;) {
    const text = lines[line] ?? ''
    const quoted = text[at] === '"' ? quotedAt(lines, line, at, separator) : undefined
    if (quoted) {
      cells.push(quoted.cell)
      ;({ line, at } = quoted)
    } else {
      const end = text.indexOf(separator, at)
      cells.push(text.slice(at, end < 0 ? undefined : end))
      at = end < 0 ? text.length : end
    }
    if (at >= (lines[line] ?? '').length) return { cells: cells.map(tidy), to: line + 1 }
    at++
  }
}

/** A cell in quotes and where it ends; undefined where the quotes are signs of the text. */
function quotedAt(
  lines: readonly string[],
  from: number,
  start: number,
  separator: Separator,
): { readonly cell: string; readonly line: number; readonly at: number } | undefined {
  let cell = ''
  for (let line = from; line < Math.min(lines.length, from + longestCell); line++) {
    const text = lines[line] ?? ''
    for (let at = line === from ? start + 1 : 0; at < text.length; at++) {
      if (text[at] !== '"') cell += text[at]
      else if (text[at + 1] === '"') cell += text[at++]
      else
        return at + 1 === text.length || text[at + 1] === separator ? { cell, line, at: at + 1 } : undefined
    }
    cell += ' '
  }
  return undefined
}

/** The cells between bars, of which one may be a sign of the text: `\|`. */
function barred(line: string): readonly string[] {
  const inside = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inside.split(/(?<!\\)\|/).map((cell) => tidy(cell.replaceAll('\\|', '|')))
}

/** A cell on one line; empty for one that says that there is nothing. */
function tidy(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').trim()
  return /^(?:[-–—]|n\/?a|nil)$/i.test(text) ? '' : text
}

/** Whether a line only parts the heading of a Markdown table from its rows: `|---|:--:|`. */
export function isRule(line: string): boolean {
  return line.includes('|') && /-/.test(line) && /^[\s|:-]+$/.test(line)
}
