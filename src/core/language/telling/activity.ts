import { isOrder, isQuestion } from '../sentences/asked.ts'
import { wordsOf } from '../sentences/saying.ts'
import { deed, doing } from './deeds.ts'

/** Fewer words are a name, or what a command is about. */
const fewest = 4

/** Whom a sentence speaks of that is said to the bot. */
const speaksToBot = /(?<!\p{L})(?:[Ii]|[Mm]e|[Mm]y|[Mm]ine|[Yy]ou|[Yy]our|[Pp]lease|[Pp]ls)(?!\p{L})/u

/** `U12`, and no flight or resolution. */
const numbered = /(?<![\p{L}\p{Nd}-])[A-Z]{1,2}\p{Nd}{1,4}(?![\p{L}\p{Nd}])/u

/** `Help to Mozambique`: whom it is given to, rather than what is asked about. */
const given = /^(?:help|support) (?:to|for) (?:the )?\p{Lu}/iu

/**
 * Whether a line is the heading or the sentence of an activity, though its first word is that of a command as well: `Reminder
 * sent to all States on the deadline`.
 */
export function tellsActivity(text: string): boolean {
  const words = wordsOf(text)
  if (words.length < fewest || isQuestion(text) || speaksToBot.test(text) || numbered.test(text)) return false
  if (given.test(text)) return true
  // A noun stands before “of”: `List of sanctions updated`.
  if (!/^\p{Lu}/u.test(text) || (isOrder(text) && words[1] !== 'of')) return false
  return deed.test(words.slice(1).join(' ')) || doing.test(text)
}

/** What was done, behind the acronym of who did it. */
const toldBehind =
  /^(?:\p{Ll}{3,}ed|held|met|led|took|gave|ran|sent|built|began|brought|has \p{Ll}+|have \p{Ll}+|will)(?!\p{L})/u

/** Somebody further who did it: `, IAEA`, `and OPCW`, `and its partners`, `in cooperation with the African Union`. */
const partner =
  /^(?:[,/&]|and|(?:jointly |together |along )?with|in (?:association|collaboration|cooperation|coordination|partnership) with) ?(?:the )?(?:\p{Lu}[\p{L}\p{Nd}&-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,4}|(?:its |several |other |local |national |regional )?(?:partners|others|States|experts|authorities)),? ?/u
const mostPartners = 8

/** Whether `WHO trained 20 nurses in Goma` or `WHO and OPCW held an exercise` tells of organizations rather than asks who did. */
export function isTelling(word: string, rest: string): boolean {
  if (!/^\p{Lu}{3,}$/u.test(word) || /[?？؟]\s*$/u.test(rest)) return false
  let behind = rest.trimStart()
  for (let count = 0; count < mostPartners && partner.test(behind); count++)
    behind = behind.replace(partner, '')
  const isHeading = behind.startsWith(': ') && behind.length < rest.length
  return isHeading || toldBehind.test(behind) || tellsOfWho(`${word} ${rest}`)
}

/** What is told of who takes or gives up something. */
const newlyIs = /^WHO is (?:now|no longer|the new|a new) .*[^?？؟\s]\s*$/u

/** `WHO is the new chair of ETCIP` tells of the organization, whose acronym is a word to ask with as well. */
export function tellsOfWho(text: string): boolean {
  return newlyIs.test(text)
}
