/** A word, a number or a sign of a text, and where it stands. */
export interface Word {
  readonly text: string
  /** For comparing: lower case, no accents, one apostrophe and one hyphen for all of their kind. */
  readonly key: string
  readonly at: number
  readonly end: number
  /** Whether no space stands before it. */
  readonly joined: boolean
}

/**
 * Every piece begins where the last one ended, so that no sign is looked at twice. Chinese sets no spaces: each of its
 * signs is a word.
 */
const pieces =
  /\p{Script=Han}|[[\p{L}\p{M}]--\p{Script=Han}][[\p{L}\p{M}\p{N}]--\p{Script=Han}]*|\p{N}+|[^\s]/gv

/**
 * The words of a text in order. Readers that work on words look at each of them a bounded number of times,
 * whatever was written; expressions over the whole text cannot promise that.
 */
export function wordsOf(text: string): readonly Word[] {
  let last = -1
  return [...text.matchAll(pieces)].map(({ 0: found, index }) => {
    const word = {
      text: found,
      key: wordKey(found),
      at: index,
      end: index + found.length,
      joined: index === last,
    }
    last = word.end
    return word
  })
}

const apostrophes = "'‘’ʼ`´′"
const commas = '،、，'
const hyphens = '-‐‑‒–—−⁃'

function wordKey(word: string): string {
  if (word.length === 1) {
    if (apostrophes.includes(word)) return "'"
    if (hyphens.includes(word)) return '-'
    if (word === '&') return 'and'
    if (commas.includes(word)) return ','
  }
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Whether a word begins with a capital letter. */
export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text)
}

/** Whether a word is an acronym by its letters: two capitals or more and none small. */
export function isAllCaps(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word.text)
}

/** Whether a word is written with letters. */
export function isLetters(word: Word | undefined): boolean {
  return word !== undefined && /^\p{L}/u.test(word.text)
}
