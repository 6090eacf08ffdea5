import type { Catalog } from '../../catalog.ts'
import { beginnings, lastWords, secondWords, type WordsThere } from './edges.ts'
import { type PlainPart, readPattern } from './pattern.ts'
import type { Saying } from './saying.ts'
import { isAcronym, isNumber } from './walk.ts'

/** A pattern as it is written, with the line that it means. */
type Written = readonly [pattern: string, line: string]

/** The sayings that may begin alike. */
interface Alike {
  readonly written: Written[]
  readonly isFirst: (part: PlainPart) => boolean
}

interface Sayings {
  readonly byFirstWord: ReadonlyMap<string, Alike>
  /** Those that begin with any words. */
  readonly open: Alike
  /** Those that begin with an acronym, in capitals as acronyms are written. */
  readonly acronyms: Alike
  /** Those that begin with a number, by its letter. */
  readonly numbered: ReadonlyMap<string, Alike>
}

interface Candidate {
  readonly saying: Saying
  readonly second: WordsThere
  readonly last: WordsThere
}

/**
 * The sayings that may fit a line by its first, second and last word; nearly none of many comes so far. `first` is its
 * first word as it was typed, where that is known.
 */
export function sayingsWith(
  catalog: Catalog,
  words: readonly (string | undefined)[],
  typed?: string,
): readonly Saying[] {
  const [first = '', second] = words
  const last = words.at(-1)
  const found: Saying[] = []
  const sayings = sayingsOf(catalog)
  const mayBeAcronym = typed === undefined || isAcronym(typed)
  for (const alike of [...(mayBeAcronym ? [sayings.acronyms] : []), ...beginningWith(sayings, first)])
    for (const candidate of candidatesOf(alike)) {
      if (candidate.second && !candidate.second.has(second)) continue
      if (candidate.last && !candidate.last.has(last)) continue
      found.push(candidate.saying)
    }
  return found
}

function beginningWith({ byFirstWord, open, numbered }: Sayings, word: string): readonly Alike[] {
  const same = byFirstWord.get(word)
  const alike = same ? [open, same] : [open]
  if (!/\p{Nd}$/u.test(word)) return alike
  return [...alike, ...[...numbered].flatMap(([letter, those]) => (isNumber(letter, word) ? [those] : []))]
}

/** Where each saying may begin; no more of it is read before a line begins like it. */
const sayingsOf = onceForEach((catalog: Catalog): Sayings => {
  const byFirstWord = new Map<string, Alike>()
  const numbered = new Map<string, Alike>()
  const open: Alike = { written: [], isFirst: ({ kind }) => kind === 'words' || kind === 'name' }
  const acronyms: Alike = { written: [], isFirst: ({ kind }) => kind === 'acronym' }
  const put = (written: Written, part: PlainPart) => {
    if (part.kind === 'number')
      add(numbered, part.letter, written, (one) => one.kind === 'number' && one.letter === part.letter)
    else if (part.kind !== 'oneOf') addOnce(part.kind === 'acronym' ? acronyms : open, written)
    else
      for (const word of part.words)
        add(byFirstWord, word, written, (one) => one.kind === 'oneOf' && one.words.has(word))
  }
  for (const { sayings = [] } of catalog)
    for (const written of sayings)
      for (const [first] of beginnings(readPattern(startOf(written[0])))) if (first) put(written, first)
  return { byFirstWord, open, acronyms, numbered }
})

/** Enough of a pattern to know with what it begins: its first word, or all where alternatives come first. */
function startOf(pattern: string): string {
  return /^[([]/.test(pattern) ? pattern : pattern.slice(0, pattern.indexOf(' ') + 1 || undefined)
}

function add(
  under: Map<string, Alike>,
  key: string,
  written: Written,
  isFirst: (part: PlainPart) => boolean,
): void {
  const before = under.get(key)
  if (before) addOnce(before, written)
  else under.set(key, { written: [written], isFirst })
}

function addOnce({ written }: Alike, one: Written): void {
  if (written.at(-1) !== one) written.push(one)
}

const candidatesOf = onceForEach(({ written, isFirst }: Alike): readonly Candidate[] =>
  written.map((one) => {
    const saying = read(one)
    return { saying, second: secondWords(saying.parts, isFirst), last: lastWords(saying.parts) }
  }),
)

const read = onceForEach(([pattern, line]: Written): Saying => ({ parts: readPattern(pattern), line }))

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
