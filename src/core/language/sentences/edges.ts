import type { Part, Parts, PlainPart } from './pattern.ts'

/**
 * Each part with which a line may begin that fits, with the parts that follow it; undefined stands for the end of the
 * line, where all that is left may be left out.
 */
export function beginnings(parts: Parts): readonly (readonly [PlainPart | undefined, Parts])[] {
  const [first, ...rest] = parts
  if (first?.kind !== 'either') return [[first, rest]]
  return first.of.flatMap((row) => beginnings([...row, ...rest]))
}

/** Words of which one must stand at a place, undefined for the end of the line; where it may be any word, nothing. */
export type WordsThere = ReadonlySet<string | undefined> | undefined

/** The words that may stand first. */
export function firstWords(parts: Parts): WordsThere {
  return wordsAmong(beginnings(parts).map(([first]) => first))
}

/** The words that may stand behind a first one. */
export function secondWords(parts: Parts, isFirst: (part: PlainPart) => boolean): WordsThere {
  const behind = beginnings(parts).filter(([first]) => first !== undefined && isFirst(first))
  if (behind.some(([first]) => first?.kind === 'words' || first?.kind === 'name')) return undefined
  return wordsAmong(behind.flatMap(([, rest]) => beginnings(rest).map(([second]) => second)))
}

/** The words that may stand last. */
export function lastWords(parts: Parts): WordsThere {
  return wordsAmong(beginnings(backwards(parts)).map(([last]) => last))
}

function wordsAmong(parts: readonly (PlainPart | undefined)[]): WordsThere {
  const words = new Set<string | undefined>()
  for (const part of parts) {
    if (part === undefined) words.add(undefined)
    else if (part.kind !== 'oneOf') return undefined
    else for (const word of part.words) words.add(word)
  }
  return words
}

function backwards(parts: Parts): Parts {
  return parts
    .toReversed()
    .map((part): Part => (part.kind === 'either' ? { kind: 'either', of: part.of.map(backwards) } : part))
}
