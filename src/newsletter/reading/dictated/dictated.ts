/** What people say for a sign when they dictate, with the sign. */
const signs: readonly (readonly [words: string, sign: string])[] = [
  ['comma', ','],
  ['full stop', '.'],
  ['period', '.'],
  ['semicolon', ';'],
  ['colon', ':'],
  ['question mark', '?'],
  ['exclamation (?:mark|point)', '!'],
  ['new (?:line|paragraph)|newline', '\n'],
  ['open (?:bracket|brackets|parenthesis|parentheses|paren)', ' ('],
  ['close (?:bracket|brackets|parenthesis|parentheses|paren)', ')'],
]

const spoken = new RegExp(`(?<=\\S) (?:${signs.map(([words]) => words).join('|')})(?![\\p{L}'’-])`, 'giu')
const each = signs.map(([words, sign]) => [new RegExp(`^ (?:${words})$`, 'i'), sign] as const)

/** What stands before a sign's word where it is a word of the sentence: `a comma`, `the reporting period`. */
const named =
  /(?:^| )(?:an?|the|each|every|this|that|reporting|trial|grace|transition|biennial|\p{Ll}+-\p{Ll}+)$/iu

/** A text whose signs were dictated and written as words, as it was meant. */
export interface Dictated {
  readonly text: string
  /** The words for signs, as they stand in it, each once. */
  readonly words: readonly string[]
}

/**
 * The text that was meant by one without a comma or a stop in it, in which the words for several signs stand, or one at
 * its end: `UNDP trained judges comma police comma and prosecutors period`. Undefined for any other.
 */
export function readDictated(typed: string): Dictated | undefined {
  if (/[,;:?!]|\.(?=\s|$)/.test(typed)) return undefined
  const found = [...typed.matchAll(spoken)].filter(
    ({ index }) => !named.test(typed.slice(Math.max(0, index - 24), index)),
  )
  const words = [...new Set(found.map(([word]) => word.trim().toLowerCase()))]
  const ends =
    /^ (?:full stop|period)$/i.test(found.at(-1)?.[0] ?? '') && found.at(-1)?.index === lastAt(typed)
  const sure = words.some((word) => word !== 'period' && word !== 'colon')
  if (!sure || (found.length < 2 && !ends)) return undefined
  const places = new Set(found.map(({ index }) => index))
  const text = typed
    .replace(spoken, (word, at: number) => (places.has(at) ? signOf(word) : word))
    .replace(/ ?\n ?/g, '\n')
    .replace(/\( /g, '(')
  return { text: text.replace(/(?<=[.?!] )\p{Ll}/gu, (letter) => letter.toUpperCase()).trim(), words }
}

const onlySigns = new RegExp(`^(?:(?:${signs.map(([words]) => words).join('|')})[ ,.]{0,3}){1,9}$`, 'i')

/** Whether a text is words for signs and nothing else, as when a dictation went wrong: `new line`. */
export function isOnlySigns(typed: string): boolean {
  return typed.length < 100 && onlySigns.test(typed.trim())
}

function lastAt(typed: string): number {
  return Math.max(typed.toLowerCase().lastIndexOf(' full stop'), typed.toLowerCase().lastIndexOf(' period'))
}

function signOf(word: string): string {
  return each.find(([words]) => words.test(word))?.[1] ?? word
}
