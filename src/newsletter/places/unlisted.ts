import { isAllCaps, isCapital, type Word } from '../words/words.ts'
import { notTowns } from './notTowns.ts'

/** The most words that a name of a town not in the list has. */
const longestTown = 4
const linking = new Set(['de', 'la', 'el', 'al', 'del', 'of', 'des', 'du', 'le', 'les', 'st', 'es'])

/** The end of one name with a capital that stands between commas. */
export function onlyName(words: readonly Word[], at: number): number | undefined {
  const word = words[at]
  const plain = isCapital(word) && !isAllCaps(word) && !notTowns.has(word?.key ?? '')
  return plain && [',', '.', undefined].includes(words[at + 1]?.key) ? at + 1 : undefined
}

/** The end of an Arabic name of one word before a comma and its State, `إربد، الأردن`; a region may stand so too. */
export function arabicEnd(words: readonly Word[], at: number): number | undefined {
  const isName = /^\p{Script=Arabic}{3,}$/u.test(words[at]?.text ?? '')
  return isName && words[at + 1]?.key === ',' ? at + 1 : undefined
}

/** The end of a name that may be a town’s and is in no list; undefined where none begins there. */
export function townEnd(words: readonly Word[], from: number): number | undefined {
  let to = from
  let end: number | undefined
  while (to - from < longestTown * 2) {
    const word = words[to]
    if (!word || (to > from && word.key === '-' && !word.joined)) break
    if (isCapital(word)) {
      if (isAllCaps(word) || !mayBeTown(word)) return undefined
      end = ++to
    } else if (end !== undefined && (linking.has(word.key) || ["'", '-'].includes(word.key))) to++
    else break
  }
  return end !== undefined && end - from <= longestTown ? end : undefined
}

/** `in Preventing …` and `in Education` are not towns. */
function mayBeTown({ key }: Word): boolean {
  // `N.` is the beginning of a name.
  return (
    !/^[a-z]$/.test(key) &&
    !notTowns.has(key) &&
    !/\d|.(?:ing|tion|sion|ism|ment|ness|ship|ity|ology)$/.test(key)
  )
}
