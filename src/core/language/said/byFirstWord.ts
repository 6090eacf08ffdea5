import type { Catalog } from '../../catalog.ts'
import { fits, wordsOf } from './saying.ts'

/** A saying of a feature. */
export interface Saying {
  /** With its gaps, such as `who is the chair of …`. */
  readonly said: string
  /** The command line that it means. */
  readonly line: string
  readonly parts: readonly string[]
  /** In words; a gap for any words counts half. */
  readonly length: number
}

/** Whether the second and the last word of a saying are those that were said; nearly none of many comes so far. */
export function mayBe({ parts }: Saying, words: readonly (string | undefined)[]): boolean {
  if (parts.length > words.length) return false
  const [first, second] = parts
  const last = parts.at(-1) ?? ''
  if (isWord(last) && last !== words.at(-1)) return false
  return first === '…' || second === undefined || !isWord(second) || second === words[1]
}

function isWord(part: string): boolean {
  return part !== '…' && part !== '@' && !part.endsWith('#')
}

interface Sayings {
  readonly byFirstWord: ReadonlyMap<string, readonly Saying[]>
  /** Those that begin with any words, or with an acronym. */
  readonly open: readonly Saying[]
  /** Those that begin with a number: the first word with its sign, such as `M#`. */
  readonly numbered: ReadonlyMap<string, readonly Saying[]>
}

/** The sayings that may begin with a word: a line is read often, and nearly none of them is the one that was said. */
export function sayingsWith(catalog: Catalog, word: string): readonly Saying[] {
  const { byFirstWord, open, numbered } = sayingsOf(catalog)
  const same = byFirstWord.get(word) ?? []
  if (!/\p{Nd}$/u.test(word)) return same.length === 0 ? open : [...open, ...same]
  const fitting = [...numbered].flatMap(([sign, sayings]) => (fits(sign, word) ? sayings : []))
  return [...open, ...same, ...fitting]
}

const sayingsOf = onceForEach((catalog: Catalog): Sayings => {
  const all = catalog.flatMap(({ sayings = [] }) =>
    sayings.map(([said, line]) => ({ said, line, parts: wordsOf(said), length: lengthOf(said) })),
  )
  const open = all.filter(({ said }) => /^[…@]/.test(said))
  const byFirstWord = Map.groupBy(
    all.filter((saying) => !open.includes(saying)),
    ({ said }) => wordsOf(said)[0] ?? '',
  )
  const numbered = new Map([...byFirstWord].filter(([word]) => word.endsWith('#')))
  return { byFirstWord, open, numbered }
})

/** What follows from a value that never changes, worked out when it is first asked for. */
export function onceForEach<From extends WeakKey, To>(work: (from: From) => To): (from: From) => To {
  const done = new WeakMap<From, To>()
  return (from) => {
    const before = done.get(from)
    if (before !== undefined) return before
    const made = work(from)
    done.set(from, made)
    return made
  }
}

/** The longest goes first: “who is the chair of …” before “who is …”, and “show M#” before “show …”. */
function lengthOf(saying: string): number {
  return wordsOf(saying).length - 0.5 * saying.split('…').slice(1).length
}
