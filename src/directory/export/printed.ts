import { capital } from '../../core/text/text.ts'
import { kindWords, typeWord } from '../kinds.ts'
import type { ExportTable } from './tables.ts'

const headings: Readonly<Record<ExportTable['subject'], string>> = {
  entities: 'Entities',
  groups: 'Working groups',
  people: 'People',
  roles: 'Roles',
}

/** A page to be printed. What stands in a cell is text and nothing else. */
export function printedHtml(title: string, tables: readonly ExportTable[]): string {
  const sections = tables.map((table) => {
    const { columns, rows } = filled(table)
    const head = columns.map((name) => `<th scope="col">${html(capital(name))}</th>`).join('')
    const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`)
    const { subject } = table
    return `<h2 id="${subject}">${headings[subject]} (${rows.length})</h2>
<div role="region" aria-labelledby="${subject}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 10pt/1.35 system-ui, sans-serif; margin: 1rem; }
h2 { break-after: avoid; }
div { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #bbb; padding: .25em .5em; text-align: start; vertical-align: top; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
@page { size: A4 landscape; margin: 1.5cm; }
@media print { body { margin: 0; font-size: 8.5pt; } div { overflow: visible; } td { overflow-wrap: break-word; } }
</style></head><body>
<h1>${html(title)}</h1>
${sections.join('\n')}
</body></html>
`
}

/** The same as Markdown tables. */
export function printedMarkdown(title: string, tables: readonly ExportTable[]): string {
  const sections = tables.map((table) => {
    const { columns, rows } = filled(table)
    const line = (cells: readonly string[]) => `| ${cells.map(markdown).join(' | ')} |`
    return [
      `## ${headings[table.subject]} (${rows.length})`,
      '',
      line(columns.map(capital)),
      `|${columns.map(() => ' --- |').join('')}`,
      ...rows.map(line),
    ].join('\n')
  })
  return `# ${markdown(title)}\n\n${sections.join('\n\n')}\n`
}

/** In words, and without the columns that nobody has anything in: paper is narrow. */
function filled({ columns, rows: written }: ExportTable): Pick<ExportTable, 'columns' | 'rows'> {
  const rows = written.map((cells) =>
    cells.map((cell, at) => (cell === '' ? '' : inWords(columns[at], cell))),
  )
  const kept = columns.map((_, at) => rows.some((cells) => cells[at] !== '' && cells[at] !== 'no'))
  const pick = (cells: readonly string[]) => cells.filter((_, at) => kept[at])
  return { columns: pick(columns), rows: rows.map(pick) }
}

/** What the import reads by a code stands in words on paper. */
function inWords(column: string | undefined, cell: string): string {
  if (column === 'kind') return kindWords(cell, null)
  return column === 'type' ? typeWord(cell) : cell
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
}

function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&@:]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')
}
