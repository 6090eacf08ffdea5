import type { MomentSpan, Rich, Span } from '../../core/message.ts'
import { beginsFromRight, isolate, runsFromRight } from '../../core/text/direction/isolate.ts'
import { type Edge, isOneText, together, withEdge } from '../../core/text/direction/together.ts'
import { harmless } from '../../core/text/text.ts'
import { explicitMoment } from '../../core/time/explicitMoment.ts'

export interface WordRun {
  readonly kind: 'words'
  readonly text: string
  readonly bold?: true
  readonly code?: true
  /** An address that may be opened. */
  readonly url?: string
  /** Words of the other direction, which must not turn the order of what surrounds them; their first or last run. */
  readonly apart?: true | Edge
}

/** An instant by the reader’s clock, as the platform shows it, and with its explicit zone. */
export interface LocalTime {
  readonly kind: 'time'
  readonly local: string
  readonly explicit: string
}

/** A line or a paragraph; user text in it is still data. */
export type Runs = readonly (WordRun | LocalTime)[]

/** What every platform renders in its own way. */
export interface SpanRenderers {
  readonly link: (label: string, address: string) => Runs
  readonly person: (name: string, email: string) => Runs
  /** What makes the platform show the reader's own time. */
  readonly local: (moment: MomentSpan) => string
}

/** Turns spans into runs, and joins neighbours of the same style. */
export function spanRuns(text: Rich, ways: SpanRenderers): Runs {
  const only = text.length === 1 ? text[0] : undefined
  const runs = only ? runsOfSpan(only, ways) : text.flatMap((span) => runsOfSpan(span, ways))
  return merge(runs.length > 1 ? amongOthers(runs) : runs.map(alone))
}

/** Sets words of the other direction apart, unless all runs are one such text, which finds its direction by itself. */
function amongOthers(runs: Runs): Runs {
  const marked = apart(runs)
  const marks = marked.map((run) => (run.kind === 'words' && run.apart !== true ? run.apart : undefined))
  return isOneText(marks) ? runs : marked
}

/** Sets apart the runs whose letters run from right to left, as in a line of English. */
export function apart(runs: Runs): Runs {
  if (!runs.some(isFromRight)) return runs
  const edges = together(
    runs.map((run) =>
      run.kind === 'time'
        ? { text: '', marked: false }
        : { text: run.text, marked: (run.bold ?? run.code ?? run.url) !== undefined },
    ),
  )
  return runs.map((run, at) => {
    const mark = edges[at] ?? (isFromRight(run) ? true : undefined)
    return run.kind === 'words' && run.apart === undefined && mark ? { ...run, apart: mark } : run
  })
}

function isFromRight(run: WordRun | LocalTime): boolean {
  return run.kind === 'words' && runsFromRight(run.text)
}

/** Sets a run apart that is a line of its own, if it begins from the left and goes on from the right. */
function alone(run: WordRun | LocalTime): WordRun | LocalTime {
  return run.kind === 'words' && runsFromRight(run.text) && !beginsFromRight(run.text)
    ? { ...run, apart: true }
    : run
}

/** What a platform shows of a run, isolated where it stands apart; nothing is put inside of a link. */
export function isolated(run: WordRun, shown: string): string {
  if (typeof run.apart === 'string') return withEdge(run.apart, shown)
  if (!run.apart || (run.url !== undefined && !beginsFromRight(run.text))) return shown
  return isolate(shown)
}

/** How a line of runs is broken into parts: words may be cut, a link is kept whole where it can be, a time always. */
export const runCutting = {
  textOf: (run: WordRun | LocalTime) => (run.kind === 'time' ? undefined : run.text),
  withText: (run: WordRun | LocalTime, text: string): WordRun | LocalTime =>
    run.kind === 'time' ? run : { ...run, text },
  keepsWhole: (run: WordRun | LocalTime) => run.kind === 'time' || run.url !== undefined,
} as const

/** Makes plain text one run, or none where it is empty. */
export function words(text: string, style: Pick<WordRun, 'bold' | 'code' | 'apart'> = {}): Runs {
  const words = harmless(text)
  return words === '' ? [] : [{ kind: 'words', text: words, ...style }]
}

/** Joins neighbours of the same style. */
export function merge(runs: Runs): Runs {
  if (runs.length < 2) return runs
  const merged: (WordRun | LocalTime)[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const same =
      last?.kind === 'words' &&
      run.kind === 'words' &&
      last.bold === run.bold &&
      last.code === run.code &&
      last.url === undefined &&
      run.url === undefined &&
      !last.apart &&
      !run.apart
    if (same) merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  return merged
}

/** Splits a paragraph into its lines; an empty line has no runs. */
export function linesOf(runs: Runs): readonly Runs[] {
  const lines: (WordRun | LocalTime)[][] = [[]]
  for (const run of runs) {
    if (run.kind === 'time') {
      lines.at(-1)?.push(run)
      continue
    }
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  }
  return lines
}

/** The text without styles; a moment is said once, with its zone. */
export function plainRuns(runs: Runs): string {
  const only = runs.length === 1 ? runs[0] : undefined
  // Nearly every value is one, and a card has a dozen.
  if (only?.kind === 'words' && only.url === undefined && !only.apart) return only.text
  return runs
    .map((run) => {
      if (run.kind === 'time') return run.explicit
      const { url } = run
      const text = isolated(run, run.text)
      return url === undefined || url === run.text || url === `mailto:${run.text}` ? text : `${text} <${url}>`
    })
    .join('')
}

function runsOfSpan(span: Span, ways: SpanRenderers): Runs {
  switch (span.kind) {
    case 'text':
      return words(span.text)
    case 'bold':
      return words(span.text, { bold: true })
    case 'code':
      return words(span.text, { code: true })
    case 'link':
      return ways.link(span.text, span.url)
    case 'person':
      return ways.person(span.name, span.email)
    case 'moment':
      return span.once
        ? words(explicitMoment(span))
        : [{ kind: 'time', local: ways.local(span), explicit: explicitMoment(span) }]
  }
}
