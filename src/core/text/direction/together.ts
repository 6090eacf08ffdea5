import type { Rich } from '../../message.ts'
import { beginsFromRight, hasIsolate, isolated, runsFromRight } from './isolate.ts'

/** A part of a line: plain words, or words that are marked among them, such as a link. */
interface Part {
  readonly text: string
  readonly marked: boolean
}

/** Where a part stands in words that are kept together. */
export type Edge = 'opens' | 'within' | 'closes'

/**
 * Which parts of a line are one text that begins from the right: plain words, and what is marked in the midst of them. It
 * is kept together as a whole, since pieces of it in a line of English would stand in the order of English.
 */
export function together(parts: readonly Part[]): readonly (Edge | undefined)[] {
  const edges: (Edge | undefined)[] = parts.map(() => undefined)
  for (let at = 0; at < parts.length; at++) {
    const end = parts[at] && begins(parts[at]) ? endOf(parts, at) : at
    if (end === at) continue
    edges.fill('within', at, end)
    edges[at] = 'opens'
    edges[end] = 'closes'
    at = end
  }
  return edges
}

/** The same of the spans of a line. */
export function spansTogether(text: Rich): readonly (Edge | undefined)[] {
  return together(
    text.map((span) =>
      span.kind === 'moment' || span.kind === 'person'
        ? { text: '', marked: false }
        : { text: span.text, marked: span.kind !== 'text' },
    ),
  )
}

function begins(part: Part | undefined): boolean {
  return part !== undefined && isLine(part) && !part.marked && beginsFromRight(part.text)
}

/** The last part of the text that begins with one: each marked part right behind its words, and its words behind that. */
function endOf(parts: readonly Part[], begin: number): number {
  let end = begin
  for (let at = begin + 1; at < parts.length; at++) {
    const part = parts[at]
    if (!part || !isLine(part)) break
    if (!part.marked && !runsFromRight(part.text)) break
    // Two plain parts side by side are two texts.
    if (!part.marked && !parts[at - 1]?.marked) break
    end = at
  }
  return end
}

function isLine({ text }: Part): boolean {
  return !text.includes('\n') && !hasIsolate(text)
}

/** Whether the parts are one such text and nothing else, which finds its direction by itself. */
export function isOneText(edges: readonly (Edge | undefined)[]): boolean {
  return edges[0] === 'opens' && edges.indexOf('closes') === edges.length - 1
}

/** What is shown of a part, with the sign of an isolate where the words begin or end. */
export function withEdge(edge: Edge, shown: string): string {
  const [open, close] = [isolated('').slice(0, 1), isolated('').slice(1)]
  switch (edge) {
    case 'opens':
      return open + shown
    case 'within':
      return shown
    case 'closes':
      return shown + close
  }
}
