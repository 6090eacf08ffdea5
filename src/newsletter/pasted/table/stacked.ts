import { dated } from '../oneLine.ts'
import { type Heading, headingOf } from './headings.ts'
import { sentenceOf } from './sentence.ts'

/** The fewest headings of a table whose cells stand one below the other. */
const fewest = 3
/** The most lines of such a table. */
const longest = 300

/**
 * The rows of a table that lost its columns, from a line on, as items, and the line behind them: its headings, then each
 * cell, on lines of their own. Undefined for any others, or where a cell in the column of days names none.
 */
export function stackedAt(
  lines: readonly string[],
  from: number,
): { readonly items: readonly string[]; readonly to: number } | undefined {
  const headings: Heading[] = []
  let next = from
  for (; next < lines.length; next++) {
    const line = lines[next]?.trim() ?? ''
    const heading = line === '' ? undefined : headingOf(line)
    if (line === '' && headings.length > 0) continue
    if (heading === undefined || headings.includes(heading)) break
    headings.push(heading)
  }
  const day = headings.indexOf('date')
  if (headings.length < fewest || day < 0 || !headings.includes('title')) return undefined
  const said = lines
    .slice(next, next + longest)
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ at: next + at, cell: line.trim() }]))
  const columns = headings.map((heading) => ({ heading }))
  const items: string[] = []
  let to = from
  for (let at = 0; at + columns.length <= said.length; at += columns.length) {
    const row = said.slice(at, at + columns.length)
    if (!dated.test(row[day]?.cell ?? '')) break
    items.push(
      sentenceOf(
        columns,
        row.map(({ cell }) => cell),
      ),
    )
    to = (row.at(-1)?.at ?? from) + 1
  }
  return items.length === 0 || items.includes('') ? undefined : { items, to }
}
