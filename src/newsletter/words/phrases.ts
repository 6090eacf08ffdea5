import { type Word, wordsOf } from './words.ts'

interface Phrase<T> {
  readonly keys: readonly string[]
  readonly value: T
}

/** Names of several words by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly Phrase<T>[]>

export interface PhraseMatch<T> {
  readonly value: T
  /** The word after its last one. */
  readonly end: number
}

/** Signs that may stand between the words of a name or be left out: `UN-Women`, `N’Djamena`, `D.C.`. */
const between = new Set(['-', "'", '.'])

/** Names and what they stand for, ready to be found. Of two that are spelt alike, the first one counts. */
export function phrasesOf<T>(named: Iterable<readonly [name: string, value: T]>): Phrases<T> {
  const index = new Map<string, Phrase<T>[]>()
  for (const [name, value] of named) {
    const keys = wordsOf(name)
      .map(({ key }) => key)
      .filter((key) => !between.has(key))
    const [first] = keys
    if (first === undefined) continue
    const others = index.get(first)
    if (others) others.push({ keys, value })
    else index.set(first, [{ keys, value }])
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.keys.length - a.keys.length)
  return index
}

/** The longest name that begins at a word. */
export function phraseAt<T>(
  phrases: Phrases<T>,
  words: readonly Word[],
  at: number,
): PhraseMatch<T> | undefined {
  for (const { keys, value } of phrases.get(words[at]?.key ?? '') ?? []) {
    const end = endOf(keys, words, at)
    if (end !== undefined) return { value, end }
  }
  return undefined
}

function endOf(keys: readonly string[], words: readonly Word[], from: number): number | undefined {
  let at = from + 1
  for (const key of keys.slice(1)) {
    // At most one sign stands between two words of a name.
    if (between.has(words[at]?.key ?? '')) at++
    if (words[at]?.key !== key) return undefined
    at++
  }
  return at
}
