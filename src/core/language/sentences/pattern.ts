import { fold } from '../../text/nearest.ts'

/*
 * What people say in place of a slash command is declared as patterns, in a feature's `sayings`, each with the command
 * line that it means:
 *
 *   ['(put|add) … (on|to) [the] agenda of M#', 'meeting agenda add # item:…']
 *
 *   word        that word; capitals, accents and a sign at its end make no difference
 *   (a|b c)     one of these
 *   [a|b c]     one of these, or none
 *   …           one word or more
 *   “…”         a name: up to four words, none of which only joins others
 *   #, M#       a number, with a letter or without; a number with that letter
 *   @           an acronym, in capitals as acronyms are written
 *   ✉           an e-mail address, in brackets or not
 *
 * Brackets may stand in each other. What stands in a gap is put into the line, sign by sign in the order in which it was
 * said; `@1` and `@2` in the line are the first acronym and the second. A colon belongs to the word before it, within brackets too.
 *
 * A line of up to 160 letters is compared from its first word to its last. Where several patterns fit, the one with the
 * most words is meant, where `…` counts as half a word: `show M#` before `show …`. Of two as long it is the earlier one.
 * Politeness (`please`, `could you`) and the short forms of words (`what's`, `cant`) need no pattern: `wordings.ts` takes
 * care of them for all sentences.
 */

/** One word of a pattern, or a gap for one. */
export type WordPart =
  /** Any one of these folded words. */
  | { readonly kind: 'oneOf'; readonly words: ReadonlySet<string> }
  /** `#` and `M#`: a number, with this folded letter before it unless it is empty. */
  | { readonly kind: 'number'; readonly letter: string }
  /** `@` */
  | { readonly kind: 'acronym' }
  /** `✉` */
  | { readonly kind: 'address' }

/** A part without alternatives of several words; `words` is a gap for any words, which is `…`, and `name` one for a few. */
export type PlainPart = WordPart | { readonly kind: 'words' | 'name' }

/** A part of a pattern, or alternatives, each a row of parts. */
export type Part = PlainPart | { readonly kind: 'either'; readonly of: readonly Parts[] }

export type Parts = readonly Part[]

/**
 * The parts of a pattern such as `(start|open) [the] poll for @ …`: alternatives stand in round brackets, what may be
 * left out in square ones, and both may stand in each other. Raises an error where brackets do not match.
 */
export function readPattern(pattern: string): Parts {
  // A bracket, a bar or a word.
  const tokens = pattern.match(/[()[\]|]|[^\s()[\]|]+/g) ?? []
  let at = 0
  const row = (): Parts => {
    const parts: Part[] = []
    for (let token = tokens[at]; token !== undefined && !/[)\]|]/.test(token); token = tokens[at]) {
      at++
      parts.push(token === '(' || token === '[' ? group(token) : partOf(token))
    }
    return parts
  }
  const group = (opening: string): Part => {
    const of = [row()]
    while (tokens[at] === '|') {
      at++
      of.push(row())
    }
    if (tokens[at++] !== (opening === '(' ? ')' : ']')) throw mismatch(pattern)
    return oneOf(opening === '(' ? of : [...of, []])
  }
  const parts = row()
  if (at < tokens.length) throw mismatch(pattern)
  return parts
}

function mismatch(pattern: string): Error {
  return new Error(`brackets do not match in the pattern “${pattern}”`)
}

function partOf(token: string): Part {
  if (token === '…') return { kind: 'words' }
  if (token === '“…”') return { kind: 'name' }
  if (token === '@') return { kind: 'acronym' }
  if (token === '✉') return { kind: 'address' }
  if (token.endsWith('#')) return { kind: 'number', letter: fold(token.slice(0, -1)) }
  return { kind: 'oneOf', words: new Set([isAscii.test(token) ? token : fold(token)]) }
}

const isAscii = /^[!-~]*$/

/** Alternatives as one part, those of a single word as one set. */
function oneOf(rows: readonly Parts[]): Part {
  const single = new Set(rows.flatMap((row) => wordsOfSingle(row) ?? []))
  const others = rows.filter((row) => !wordsOfSingle(row))
  const words: Part = { kind: 'oneOf', words: single }
  if (others.length === 0) return words
  return { kind: 'either', of: single.size === 0 ? others : [[words], ...others] }
}

function wordsOfSingle([part, ...rest]: Parts): readonly string[] | undefined {
  return part?.kind === 'oneOf' && rest.length === 0 ? [...part.words] : undefined
}

/** Every word of a pattern, without those of its gaps. */
export function wordsOfPattern(pattern: string): readonly string[] {
  const words = pattern.match(/[^\s()[\]|…“”@✉]+/g) ?? []
  return words.filter((word) => !word.endsWith('#')).map((word) => (isAscii.test(word) ? word : fold(word)))
}

/** Alternatives as one part of a pattern. */
export function anyOf(...alternatives: readonly string[]): string {
  return `(${alternatives.join('|')})`
}
