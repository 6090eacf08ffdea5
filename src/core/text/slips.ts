import { distance } from './nearest.ts'

/** Shorter words are too near to too many others. */
const shortest = 4
const longest = 16
const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * What somebody may have meant who hit one key wrong: every word that differs from a folded one by two letters
 * swapped, one left out, one too many, or one wrong. A word of three letters only has its letters swapped.
 */
export function slipsOf(word: string): readonly string[] {
  const signs = [...word]
  if (signs.length < 3 || signs.length > longest || /\s/.test(word)) return []
  const found = new Set(swapsOf(word))
  if (signs.length >= shortest) {
    for (const at of signs.keys()) found.add(splice(signs, at, 1, ''))
    // Other scripts have too many letters to try them all.
    if (/^[a-z0-9-]+$/.test(word)) {
      for (const letter of letters) {
        for (const at of signs.keys()) found.add(splice(signs, at, 1, letter))
        for (let at = 0; at <= signs.length; at += 1) found.add(splice(signs, at, 0, letter))
      }
    }
  }
  found.delete(word)
  return [...found]
}

/** Every word that a word becomes when two letters beside each other are swapped. */
export function swapsOf(word: string): readonly string[] {
  const signs = [...word]
  return signs.slice(1).map((sign, at) => splice(signs, at, 2, `${sign}${signs[at] ?? ''}`))
}

function splice(signs: readonly string[], at: number, count: number, put: string): string {
  return signs.slice(0, at).join('') + put + signs.slice(at + count).join('')
}

/** Fewer letters are too easily those of another word. */
const fewestMixed = 5

/**
 * Whether letters of an acronym were swapped, doubled, left out or taken for one another; a letter that it does not have
 * may make another organization of it. Both in capitals.
 */
export function isSwapped(typed: string, acronym: string): boolean {
  const far = distance(typed, acronym)
  if (far === 2 && typed.length === acronym.length && acronym.length >= fewestMixed)
    return (
      typed[0] === acronym[0] && typed.at(-1) === acronym.at(-1) && lettersOf(typed) === lettersOf(acronym)
    )
  if (far !== 1) return false
  return typed.length !== acronym.length || [...typed].sort().join() === [...acronym].sort().join()
}

/** The letters of a word, each once. */
function lettersOf(word: string): string {
  return [...new Set(word)].sort().join('')
}
