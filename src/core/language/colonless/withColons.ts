import type { Option, Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { findNames } from '../optionNames.ts'
import { closedAt, opensQuote } from '../quotes.ts'
import { type Fit, fitOf } from './fit.ts'

/** How many words at the end of a value are looked at. */
const mostWords = 60

/** Prepositions that name an option only behind another one: `lead UNODC from May to June`. */
const prepositions: ReadonlyMap<string, readonly string[]> = new Map([
  ['from', ['from', 'start']],
  ['to', ['to', 'end']],
  ['until', ['until', 'end']],
])

/** Names of options that are words of any sentence, and so need their colon. */
const ordinaryWords: ReadonlySet<string> = new Set(
  'as at back by for head how in like means of on out what who'.split(' '),
)

/** Words before a name that make it part of their phrase: `the country strategy`, `of budget 2027`. */
const phraseWord =
  /^(?:the|an?|this|that|these|those|its|our|their|his|her|your|my|of|in|on|for|to|by|from|at|or|as|is|are|was|were|be|no|new|each|every|under|over|about|per|will|shall|must|should|would|can|could|may|might|not)$/i

/** What begins a phrase that may go on with any word: `the host country Togo`. */
const article = /^(?:the|an?|this|that|its|our|their|your|my|each|every)$/i

/** How words of a sentence go on behind one that is also an option’s name: `place to be confirmed`. */
const predicate =
  /^(?:to|tb[acd]|not|yet|still|will|would|can|could|may|must|should|was|were|are|has|have|had|remains?|where|which|that|who)(?!\p{L})/iu

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Named {
  readonly name: string
  /** The place of its name among the words. */
  readonly at: number
  readonly fit: Fit
  readonly isPreposition: boolean
}

/**
 * A line with the colons that its options lack, `Border training lead:UNODC budget:200k` for `… lead UNODC budget 200k`,
 * and the names that were taken for options. Values that are named so stand at the end of another, each whole and in the
 * form of its option; what may be ordinary English is left as it is.
 */
export function withColons(
  options: Options,
  line: string,
): { readonly line: string; readonly named: readonly string[] } {
  const folded = line.toLowerCase()
  if (!Object.keys(options).some((name) => folded.includes(` ${name} `))) return { line, named: [] }
  const marks = findNames(options, line)
  const given = new Set(marks.map(({ name }) => name))
  const named: string[] = []
  let written = line
  // From the last to the first, so that what stands before keeps its place.
  for (let at = marks.length; at >= 0; at--) {
    const from = marks[at - 1]?.end ?? 0
    const to = marks[at]?.start ?? line.length
    const found = namedAtEnd(options, line.slice(from, to), given)
    if (!found) continue
    for (const { name } of found.named) given.add(name)
    named.unshift(...found.named.map(({ name }) => name))
    written = written.slice(0, from) + found.line + (to < line.length ? ' ' : '') + written.slice(to)
  }
  return { line: written, named }
}

/** The names at the end of one value, and the value with their colons; undefined where there is none. */
function namedAtEnd(
  options: Options,
  value: string,
  given: ReadonlySet<string>,
): { readonly line: string; readonly named: readonly Named[] } | undefined {
  const words = wordsOf(value)
  const run = trimmed(options, runAtEnd(options, words, given), words, given)
  const [first] = run
  if (!first) return undefined
  const parts = run.map(({ name, at }, place) => {
    const end = run[place + 1]?.at ?? words.length
    return `${name}:${bare(textOf(value, words, at + 1, end))}`
  })
  const before = textOf(value, words, 0, first.at).replace(/,?(?: (?:with|and))?$/i, '')
  return { line: [before, ...parts].join(' '), named: run }
}

/** A value without what leads to it or on from it: `due by Friday`, `lead UNODC and budget of 200k`. */
function bare(value: string): string {
  return value.replace(/^(?:is|of|on|by|=) (?=\S)/i, '').replace(/,?(?: (?:with|and))?$/i, '')
}

/** Every name from some word on to the end whose value has the form of its option. */
function runAtEnd(options: Options, words: readonly Word[], given: ReadonlySet<string>): readonly Named[] {
  const run: Named[] = []
  const taken = new Set(given)
  const isTold = options[Object.keys(options)[0] ?? '']?.multiline === true
  let end = words.length
  for (let at = words.length - 2; at >= Math.max(1, words.length - mostWords); at--) {
    const word = words[at]?.text ?? ''
    const found = optionOf(options, word, taken)
    if (!found || at + 1 >= end || phraseWord.test(words[at - 1]?.text ?? '')) continue
    const typed = words.slice(at + 1, end).map(({ text }) => text)
    const fit = fitOf(found.option, bare(typed.join(' ')))
    const isOfPhrase = words.slice(Math.max(0, at - 2), at).some(({ text }) => article.test(text))
    if (!fit || (fit === 'likely' && (isOfPhrase || (isTold && predicate.test(typed[0] ?? ''))))) continue
    run.unshift({ name: found.name, at, fit, isPreposition: found.isPreposition })
    taken.add(found.name)
    end = at
  }
  return run
}

function optionOf(
  options: Options,
  word: string,
  taken: ReadonlySet<string>,
): { readonly name: string; readonly option: Option; readonly isPreposition: boolean } | undefined {
  const text = fold(word)
  const others = prepositions.get(text)
  const [first] = Object.keys(options)
  const name = (others ?? [text]).find(
    (one) => one !== first && Object.hasOwn(options, one) && !taken.has(one) && !ordinaryWords.has(one),
  )
  const option = name === undefined ? undefined : options[name]
  if (name === undefined || !option || option.onlyPressed) return undefined
  return { name, option, isPreposition: others !== undefined }
}

/** The names of a run that are meant without doubt, by what stands before and among them; none where it may be English. */
function trimmed(
  options: Options,
  run: readonly Named[],
  words: readonly Word[],
  given: ReadonlySet<string>,
): readonly Named[] {
  const inText = options[Object.keys(options)[0] ?? '']?.kind === 'text'
  const from = run.findIndex(
    ({ name, fit, isPreposition }) =>
      !isPreposition && (fit === 'certain' || !inText || options[name]?.required === true),
  )
  const kept = from < 0 ? [] : run.slice(from)
  const [first] = kept
  if (!first) return []
  const isWanted = options[first.name]?.required === true
  if (inText && kept.every(({ fit }) => fit === 'likely'))
    return kept.every((one) => isName(words, one)) ? kept : []
  const isProse = Object.entries(options).some(
    ([name, { multiline }]) => multiline && !given.has(name) && !kept.some((one) => one.name === name),
  )
  const isPlain = isWanted || kept.length > 1 || isAcronym(words[first.at + 1]?.text ?? '')
  return isProse && !isPlain && options[first.name]?.edge !== 'due' ? [] : kept
}

/** Whether what follows a name begins as names do, as far as it has long words. */
function isName(words: readonly Word[], { at }: Named): boolean {
  return words.slice(at + 1).every(({ text }) => text.length < 4 || /^\p{Lu}/u.test(text))
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,12},?$/u.test(word)
}

/** Words, of which one in quotes is whole. What the line begins with in quotes is a word, too. */
function wordsOf(value: string): readonly Word[] {
  const words: Word[] = []
  for (let at = 0; at < value.length; ) {
    if (/\s/.test(value[at] ?? '')) {
      at++
      continue
    }
    const closed = opensQuote(value, at)
      ? closedAt(value, at, (after) => /^[\s,;]?$/.test(value[after] ?? ''))
      : undefined
    const blank = /\s/.exec(value.slice(closed ?? at, (closed ?? at) + 400))
    const end = blank ? (closed ?? at) + blank.index : value.length
    words.push({ text: value.slice(at, end), start: at, end })
    at = end
  }
  return words
}

function textOf(value: string, words: readonly Word[], from: number, to: number): string {
  const [first, last] = [words[from], words[to - 1]]
  return first && last && to > from ? value.slice(first.start, last.end) : ''
}
