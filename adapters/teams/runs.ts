import { explicitMoment } from '../../src/core/explicitMoment.ts'
import type { MomentSpan, Rich, Span } from '../../src/core/message.ts'
import { harmless, oneLine } from '../../src/core/pieces.ts'
import { limits } from './limits.ts'

export interface Words {
  readonly kind: 'words'
  readonly text: string
  readonly bold?: true
  readonly code?: true
  /** An address that may be opened. */
  readonly url?: string
}

/** An instant by the reader's clock, as Teams works it out, and with its zone. */
export interface LocalTime {
  readonly kind: 'time'
  readonly local: string
  readonly explicit: string
}

/** What a line or a paragraph says; user text is data still. */
export type Runs = readonly (Words | LocalTime)[]

export function runsOf(text: Rich): Runs {
  return merge(text.flatMap(spanRuns))
}

/** Plain text as one run, or as none where it is empty. */
export function words(text: string, style: { readonly bold?: true; readonly code?: true } = {}): Runs {
  const said = harmless(text)
  return said === '' ? [] : [{ kind: 'words', text: said, ...style }]
}

/** The same with neighbours of one look made one. */
export function merge(runs: Runs): Runs {
  const merged: (Words | LocalTime)[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    const same =
      last?.kind === 'words' &&
      run.kind === 'words' &&
      last.bold === run.bold &&
      last.code === run.code &&
      last.url === undefined &&
      run.url === undefined
    if (same) merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  return merged
}

/** Every line of a paragraph; an empty one has no runs. */
export function linesOf(runs: Runs): readonly Runs[] {
  const lines: (Words | LocalTime)[][] = [[]]
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

/** What is said without styles; a moment is told once, with its zone. */
export function plainRuns(runs: Runs): string {
  return runs
    .map((run) => {
      if (run.kind === 'time') return run.explicit
      const { text, url } = run
      return url === undefined || url === text || url === `mailto:${text}` ? text : `${text} <${url}>`
    })
    .join('')
}

function spanRuns(span: Span): Runs {
  switch (span.kind) {
    case 'text':
      return words(span.text)
    case 'bold':
      return words(span.text, { bold: true })
    case 'code':
      return words(span.text, { code: true })
    case 'link':
      return linkRuns(span.text, span.url)
    case 'person':
      return personRuns(span.name, span.email)
    case 'moment':
      return [{ kind: 'time', local: localMoment(span), explicit: explicitMoment(span) }]
  }
}

function linkRuns(label: string, address: string): Runs {
  const text = oneLine(label)
  const url = oneLine(address).trim()
  const shown = text.trim() === '' ? url : text
  // A parenthesis would end it in Markdown, and is written longer there.
  const most = url.replace(/[()]/g, '%28').length
  const opens =
    /^(?:https?:\/\/|mailto:)[^\s<>"\\{}|^`]+$/i.test(url) && URL.canParse(url) && most <= limits.url
  if (opens) return [{ kind: 'words', text: shown, url }]
  return words(shown === url ? url : `${shown} <${url}>`)
}

/** Name and address; never a mention, which would ring. */
function personRuns(name: string, email: string): Runs {
  const address = oneLine(email).trim()
  const named = words(oneLine(name), { bold: true })
  if (address === '') return named
  if (!/^[^\s<>"\\{}|^`?&%]+@[^\s<>"\\{}|^`?&%]+$/.test(address) || address.length > 320)
    return [...named, ...words(` <${address}>`)]
  const link: Words = { kind: 'words', text: address, url: `mailto:${address}` }
  return [...named, ...words(' <'), link, ...words('>')]
}

/** The functions that Teams works out; it wants the instant without fractions and without more spaces. */
function localMoment({ at, style }: MomentSpan): string {
  const instant = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  const day = `{{DATE(${instant}, SHORT)}}`
  const time = `{{TIME(${instant})}}`
  if (style === 'day') return day
  return style === 'time' ? time : `${day} ${time}`
}
