import {
  apart,
  type LocalTime,
  linesOf,
  plainRuns,
  type Runs,
  runCutting,
  type WordRun,
  words,
} from '../../../src/chat/render/runs.ts'
import { splitLine as splitRuns } from '../../../src/chat/render/splitLine.ts'
import { limits } from '../limits.ts'
import { drawn, lineMarkdown } from './markdown.ts'

/** A line of markdown, or as much of one as a page holds; `gap` stands before it where it does not come first. */
export interface TextPart {
  readonly kind: 'text'
  readonly markdown: string
  readonly gap: '\n' | '\n\n'
}

interface Shape {
  /** Units of each part at most. */
  readonly room?: number
  readonly gap?: TextPart['gap']
  /** What stands before the first line; further lines are indented as far. */
  readonly mark?: string
}

/** Renders a paragraph line by line; blank lines become gaps. */
export function paragraph(runs: Runs, shape: Shape = {}): readonly TextPart[] {
  const { room = limits.description, mark = '' } = shape
  const parts: TextPart[] = []
  let gap = shape.gap ?? '\n\n'
  for (const line of linesOf(runs)) {
    if (plainRuns(line).trim() === '') {
      // Within an item a blank line would end the list.
      if (parts.length > 0 && mark === '') gap = '\n\n'
      continue
    }
    for (const piece of splitLine(line, room - mark.length)) {
      const before = parts.length === 0 ? mark : ' '.repeat(mark.length)
      parts.push({ kind: 'text', markdown: `${before}${lineMarkdown(piece).trim()}`, gap })
      gap = '\n'
    }
  }
  return parts
}

/** Renders paragraphs one below the other; blank ones are left out. */
export function stacked(items: readonly Runs[], mark = ''): readonly TextPart[] {
  return items
    .filter((item) => plainRuns(item).trim() !== '')
    .flatMap((item, at) => paragraph(item, { mark, gap: at === 0 ? '\n\n' : '\n' }))
}

export function bullets(items: readonly Runs[]): readonly TextPart[] {
  return stacked(items, '- ')
}

export function joinParts(parts: readonly TextPart[]): string {
  return parts.map(({ markdown, gap }, at) => (at === 0 ? markdown : gap + markdown)).join('')
}

export function joinedSize(parts: readonly TextPart[]): number {
  return parts.reduce((sum, { markdown, gap }, at) => sum + (at === 0 ? 0 : gap.length) + markdown.length, 0)
}

/** Breaks a line into parts that each have room; no link, time or escape is torn. */
function splitLine(line: Runs, room: number): readonly Runs[] {
  if (line.reduce((sum, run) => sum + mostUnits(run), 0) <= room) return [line]
  // Where a text is cut, its last sign may need a backslash that it did not need before.
  const parts = splitRuns(drawn(line), { room, weigh, spare: 4, ...runCutting })
  return parts.filter((part) => plainRuns(part).trim() !== '')
}

/** What a run takes at most, told without drawing it: a backslash before each sign, and what stands around it. */
function mostUnits(run: WordRun | LocalTime): number {
  if (run.kind === 'time') return run.local.length + 2 * run.explicit.length + 3
  return 2 * run.text.length + (run.url?.length ?? 0) + 8
}

function weigh(run: WordRun | LocalTime): number {
  return lineMarkdown([run]).length
}

/** Puts text on one line. */
function onOneLine(runs: Runs): Runs {
  return runs.map((run) =>
    run.kind === 'time' ? run : { ...run, text: run.text.replace(/(?<!\s)\s*\n\s*/g, ' ') },
  )
}

/** Joins cells as `a · b`; an empty one is a dash. */
export function dotted(cells: readonly Runs[]): Runs {
  return cells.flatMap((cell, at) => [
    ...(at === 0 ? [] : words(' · ')),
    ...(plainRuns(cell).trim() === '' ? words('–') : apart(onOneLine(cell))),
  ])
}
