import type { Option, Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { beginsWithDate } from '../../time/beginsWithDate.ts'
import { opensQuote } from '../quotes.ts'

/**
 * The word with a colon within the value of a text that is an option of another command of the feature and stands before
 * a value of that option’s kind or a quoted one: `title:Officer email:ana@who.example`. What stands in quotes is text, whatever it says.
 */
export function foreignOption(
  options: Options,
  name: string | undefined,
  value: string,
  neighbours: (word: string) => readonly Option[],
): string | undefined {
  const option = name === undefined ? undefined : options[name]
  if (option?.kind !== 'text' || option.multiline || opensQuote(value, 0)) return undefined
  const words = value.slice(0, longestName).matchAll(/(?<=^|[\s,;])([\p{L}-]{2,20}):(?!\/\/) ?(?=\S)/gu)
  for (const { 0: whole, 1: word = '', index } of words) {
    const behind = value.slice(index + whole.length, index + whole.length + 80)
    const isQuoted = !whole.endsWith(' ') && opensQuote(behind, 0)
    // Its own options are found where they stand.
    if (Object.hasOwn(options, fold(word))) continue
    const others = neighbours(fold(word))
    if (others.some((one) => isQuoted || isOfKind(fold(word), one, behind.replace(/^["“”„«]/u, ''))))
      return word
  }
  return undefined
}

/** A longer value is prose, or refused for its length. */
const longestName = 400

/** Whether a text begins with what an option takes and hardly any words do. */
function isOfKind(name: string, { kind, choices = [] }: Option, text: string): boolean {
  const [word = ''] = text.split(/[\s,;]/, 1)
  if (name === 'email') return /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(word)
  if (name === 'phone') return /^\+?[\d(][\d ()-]{5}/.test(text)
  if (kind === 'zone') return /^\p{Lu}[\p{L}_]+\/\p{Lu}[\p{L}_]+/u.test(word) || /^(?:UTC|GMT)/.test(word)
  if (kind === 'group' || kind === 'groups' || kind === 'entity' || kind === 'entities')
    return /^\p{Lu}[\p{L}\d-]{0,20}\p{Lu}[\p{L}\d-]{0,9}$/u.test(word)
  if (kind === 'choice') return choices.includes(fold(word))
  if (kind === 'flag') return /^(?:yes|no)$/i.test(word)
  if (kind === 'day' || kind === 'moment' || kind === 'period') return beginsWithDate(text)
  return kind === 'duration' && /^\d{1,3} ?(?:m|min|h|hours?|minutes?)$/i.test(word)
}
