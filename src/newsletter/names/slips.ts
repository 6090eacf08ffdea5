import { isSwapped } from '../../core/text/slips.ts'
import { isAllCaps, type Word } from '../words/words.ts'

/** The longest acronym that may be a word when it is not written in capitals: `who`, `Ola`, `imo`. */
export const shortAcronym = 3

/** An acronym that nobody has and that one slip makes of a known one. It is to be offered and not taken. */
export interface AcronymSlip {
  readonly typed: string
  readonly meant: string
}

/** The slips among words that name nothing yet; `named` are the words that do. */
export function findSlips(
  words: readonly Word[],
  named: readonly { readonly from: number; readonly to: number }[],
  known: readonly { readonly acronym: string }[],
): readonly AcronymSlip[] {
  const taken = new Set(named.flatMap(({ from, to }) => words.slice(from, to).map(({ at }) => at)))
  const acronyms = known.map(({ acronym }) => acronym).filter((acronym) => /^\p{Lu}{4,}$/u.test(acronym))
  const slips = words
    .filter((word) => word.text.length > shortAcronym && word.text.length < 12 && !taken.has(word.at))
    .filter((word) => isAllCaps(word) || word.text.length > shortInSmallLetters)
    .slice(0, 300)
    .flatMap((word) => {
      const typed = word.text.toUpperCase()
      const meant = acronyms.find((acronym) => isSwapped(typed, acronym))
      const isSure = isAllCaps(word) || (meant !== undefined && isSureInSmallLetters(typed, meant))
      return meant === undefined || !isSure ? [] : [{ typed: word.text, meant }]
    })
    .slice(0, 20)
  return slips.filter(({ typed }, at) => slips.findIndex((one) => one.typed === typed) === at)
}

/** Words as short as `cetd` in small letters may well be words of some language. */
const shortInSmallLetters = 4
/** `unitary` is not a slip of UNITAR; a name this long is unlike any word, even with a letter more or less. */
const longName = 8

/** Whether a word in small letters can only be a misspelt acronym, not an ordinary word: `undoc`, `interpoll`. */
function isSureInSmallLetters(typed: string, meant: string): boolean {
  return typed.length === meant.length || meant.length >= longName
}
