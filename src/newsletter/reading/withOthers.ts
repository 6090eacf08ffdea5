import type { KnownEntity } from '../names/entityNames.ts'
import { readNames } from '../names/mentions.ts'
import { findSigns } from '../section/features/signs.ts'
import { isCapital, wordsOf } from '../words/words.ts'

/** What stands before those with whom something was done. */
const together =
  /[,\s](?:(?:together|jointly|in (?:cooperation|collaboration|partnership|coordination)) )?(?:with|w\/) ?(?=\S)/iu

/** At most so many words lead to what was done: `Joint regional table-top exercise`. */
const mostLeading = 4

/**
 * Whether an item tells what was done with others and does not say by whom: `Workshop on drones with UNODC`, `Trained
 * judges with UNODC`. Whoever posts it did it.
 */
export function isWithOthers(text: string, entities: readonly KnownEntity[]): boolean {
  const found = together.exec(text)
  if (!found) return false
  const [opening, rest] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
  const words = wordsOf(opening)
  const [sign] = findSigns(words).filter(({ sign: { kind } }) => kind === 'nouns' || kind === 'verbs')
  if (!sign || sign.at > (sign.sign.kind === 'verbs' ? 0 : mostLeading)) return false
  if (words.slice(1, sign.at).some((word) => isCapital(word))) return false
  if (/[:.;]|\bby\b|['’]s\b/u.test(opening) || readNames(opening, entities).entities.length > 0) return false
  const partner = rest.split(/\s/, 3).join(' ')
  return readNames(partner, entities).entities.length > 0
}
