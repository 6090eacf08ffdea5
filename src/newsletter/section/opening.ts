import { phraseAt, phrasesOf } from '../words/phrases.ts'
import { isAllCaps, isCapital, type Word } from '../words/words.ts'
import { offices } from './lexicon.ts'
import { officesElsewhere } from './lexiconElsewhere.ts'
import { listed } from './listed.ts'

const titles = phrasesOf([offices, officesElsewhere].flatMap(listed).map((phrase) => [phrase, true] as const))

/** How many words make the opening of an item. */
export const openingWords = 12

/** What may stand before the entity that opens an item. */
const articles = new Set(['the', 'l', "'", 'la', 'le', 'el'])

/** Whether an acronym opens the item, with or without its article. */
export function entityOpens(words: readonly Word[]): boolean {
  return isAllCaps(words.find(({ key }) => !articles.has(key)))
}

/** Whether an office or a title stands at the beginning. */
export function titleAt(words: readonly Word[]): boolean {
  return words
    .slice(0, 8)
    .some((word, at) => !/^\p{Ll}/u.test(word.text) && phraseAt(titles, words, at) !== undefined)
}

/** Whether a working group is named at the beginning. */
export function groupOpens(words: readonly Word[]): boolean {
  return words
    .slice(0, openingWords)
    .some(({ key }, at) => key === 'wg' || (key === 'working' && words[at + 1]?.key === 'group'))
}

/** How many partners hyphens join at the beginning: `UNOCT-UNODC-IOM training`. */
export function joinedAtStart(words: readonly Word[]): number {
  let partners = 0
  let caps = false
  let at = ['the', 'a'].includes(words[0]?.key ?? '') ? 1 : 0
  for (; at < openingWords; at++) {
    if (!isCapital(words[at])) break
    caps ||= isAllCaps(words[at])
    while (isCapital(words[at + 1]) && words[at + 1]?.joined === false) at++
    partners++
    if (words[at + 1]?.key !== '-') break
    at++
  }
  return caps ? partners : 0
}

/** How many acronyms open an item, however they are joined: `IAEA, UNODC and INTERPOL sign`. */
export function acronymsAtStart(words: readonly Word[]): number {
  const end = words.findIndex((word) => !isAllCaps(word) && !['-', 'and', ',', 'the', '/'].includes(word.key))
  return words.slice(0, Math.max(0, end)).filter(isAllCaps).length
}

/** `Policy Brief: Information Integrity`: a colon before a capital near the beginning. */
export function hasTitleColon(words: readonly Word[]): boolean {
  return words.slice(1, 14).some(({ key }, at) => key === ':' && isCapital(words[at + 2]))
}
