import {
  isolated,
  type LocalTime,
  linesOf,
  merge,
  plainRuns,
  type Runs,
  runCutting,
  type WordRun,
  words,
} from '../../../src/chat/render/runs.ts'
import { splitLine as splitRuns } from '../../../src/chat/render/splitLine.ts'
import type { Json } from '../../../src/core/json.ts'
import { limits, sizeOf } from '../limits.ts'
import type { CardElement } from './elements.ts'
import { inert } from './escape.ts'
import { markdown } from './markdown.ts'

type Spacing = 'None' | 'Small' | 'Default'

/** Bytes left for runs in one element. */
const lineRoom = limits.element - 500

/** Renders a paragraph as an element for each line; `before` is the space above the first. */
export function paragraph(runs: Runs, before: Spacing = 'Default'): readonly CardElement[] {
  const elements: CardElement[] = []
  let spacing = before
  for (const line of linesOf(runs)) {
    if (plainRuns(line).trim() === '') {
      if (elements.length > 0) spacing = 'Default'
      continue
    }
    for (const part of splitLine(line)) {
      elements.push(lineElement(part, spacing))
      spacing = 'None'
    }
  }
  return elements
}

/** Renders items with bullets. */
export function bullets(items: readonly Runs[]): readonly CardElement[] {
  return stacked(items, '• ')
}

/** Renders items one below the other; blank ones are left out. */
export function stacked(items: readonly Runs[], mark: string): readonly CardElement[] {
  return items
    .filter((item) => plainRuns(item).trim() !== '')
    .flatMap((item, at) => paragraph([...words(mark), ...item], at === 0 ? 'Default' : 'Small'))
}

/** Renders a line as text in which nothing is parsed, or as Markdown where it contains a moment. */
function lineElement(line: Runs, spacing: Spacing): CardElement {
  const space = spacing === 'Default' ? {} : { spacing }
  if (!hasTime(line)) return { type: 'RichTextBlock', inlines: merge(line).map(inline), ...space }
  return { type: 'TextBlock', text: markdown(line), wrap: true, ...space }
}

function hasTime(line: Runs): boolean {
  return line.some(({ kind }) => kind === 'time')
}

function inline(run: WordRun | LocalTime): Json {
  if (run.kind === 'time') return { type: 'TextRun', text: run.explicit }
  return {
    type: 'TextRun',
    text: isolated(run, inert(run.text)),
    ...(run.bold ? { weight: 'Bolder' } : {}),
    ...(run.code ? { fontType: 'Monospace' } : {}),
    ...(run.url === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url: run.url } }),
  }
}

/** Bytes of a run in whichever of the two elements takes more. */
function weigh(run: WordRun | LocalTime): number {
  return Math.max(sizeOf(inline(run)), sizeOf(markdown([run]))) + 8
}

/** Breaks a line into parts that each have room in one element. */
function splitLine(line: Runs): readonly Runs[] {
  const parts = splitRuns(merge(line), { room: lineRoom, weigh, ...runCutting })
  return parts.filter((part) => plainRuns(part).trim() !== '')
}
