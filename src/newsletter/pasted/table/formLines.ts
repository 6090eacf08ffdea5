import { type Column, headingOf, nameOf } from './headings.ts'
import { sentenceOf } from './sentence.ts'

/** `Lead entity: UNODC`, with a bullet or not. */
const field =
  /^\s{0,8}(?:[-•*▪] ?)?[*_]{0,2}(\p{Lu}[\p{L}\p{M} ()/'’-]{1,40}?)[*_]{0,2} ?[:：][*_]{0,2} ?(\S.*)$/u
/** The fewest lines of a form. */
const fewest = 3
/** More than any form has. */
const most = 40

/**
 * The lines of a form from one on, `Title: …`, `Lead entity: …`, `Number of participants: …`, as one item, and the line
 * behind them; undefined for any others. Most of its labels are known, and one of them says what was done.
 */
export function formAt(
  lines: readonly string[],
  from: number,
): { readonly item: string; readonly to: number } | undefined {
  const columns: Column[] = []
  const cells: string[] = []
  let to = from
  for (let at = from; at < lines.length && columns.length < most; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    const [, name, cell] = field.exec(line.slice(0, 1000)) ?? []
    if (name === undefined || cell === undefined) break
    const heading = headingOf(name)
    // The next form begins.
    if (heading !== undefined && columns.some((column) => 'heading' in column && column.heading === heading))
      break
    columns.push(heading === undefined ? { name: nameOf(name) } : { heading })
    cells.push(cell.trim())
    to = at + 1
  }
  const known = columns.flatMap((column) => ('heading' in column ? [column.heading] : []))
  const [first] = known
  const isForm =
    columns.length >= fewest && known.length * 2 > columns.length && new Set(known).size === known.length
  if (!isForm || (first !== 'title' && !known.includes('title'))) return undefined
  const item = sentenceOf(columns, cells)
  return item === '' ? undefined : { item, to }
}
