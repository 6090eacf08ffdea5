import { dated } from '../oneLine.ts'
import { headingOf } from './headings.ts'
import { sentenceOf } from './sentence.ts'

/** The fewest headings of a table whose cells stand one below the other. */
const fewest = 3

/**
 * The rows of a table that lost its columns, from a line on, as items, and the line behind them: its headings, then each
 * cell, on lines of their own. Undefined for any others, or where a cell in the column of days names none.
 */
export function stackedAt(
  lines: readonly string[],
  from: number,
): { readonly items: readonly string[]; readonly to: number } | undefined {
  if (headingOf(lines[from]?.trim() ?? '') === undefined) return undefined
  const said = lines.flatMap((line, at) =>
    at >= from && line.trim() !== '' ? [{ at, cell: line.trim() }] : [],
  )
  const end = said.findIndex(({ cell }) => headingOf(cell) === undefined)
  const headings = said.slice(0, end).flatMap(({ cell }) => headingOf(cell) ?? [])
  const day = headings.indexOf('date')
  const isTable =
    headings.length >= fewest &&
    new Set(headings).size === headings.length &&
    headings.includes('title') &&
    day >= 0
  if (!isTable) return undefined
  const columns = headings.map((heading) => ({ heading }))
  const items: string[] = []
  let to = from
  for (let at = end; at + columns.length <= said.length; at += columns.length) {
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
