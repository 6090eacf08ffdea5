import { type Catalog, findCommand } from '../../catalog.ts'
import { fold, match, nearest } from '../../text/nearest.ts'
import { saysVotes } from '../choice/votesSaid.ts'
import { isAsked } from './asked.ts'
import { answerIn } from './assent.ts'
import { onceForEach, sayingsWith } from './byFirstWord.ts'
import {
  type NumberedLine,
  standInNumber,
  withDayNumbered,
  withMeetingNumbered,
  withTimeNamed,
  withTitleNumbered,
} from './meetings/namedMeeting.ts'
import { withTitleWordsNumbered } from './meetings/titleWords.ts'
import { isOfTitle, type Match, plain, sayAs, withoutEnd, wordsOf } from './saying.ts'
import { textBehindLead } from './textBehindLead.ts'
import { withBlanks, withSmallAcronym, withUnitApart } from './unspaced.ts'
import { otherWordings } from './wordings.ts'

/** A longer line tells something. */
const most = 160

/**
 * The command line that words of people's own mean: a saying of a feature, such as “who is the chair of ETCIP?”, or a
 * name that stands alone. Undefined for any other line.
 */
export function readSaying(catalog: Catalog, text: string): string | undefined {
  return lineOfWords(catalog, text) ?? nameIn(catalog, text)
}

/** The command line that words of people's own mean; undefined for any other line, a lone name too. */
export function lineOfWords(catalog: Catalog, text: string): string | undefined {
  // What is told keeps its stop: `post: CTED visited the U.S.`
  return textBehindLead(catalog, text) ?? lineOfSaying(catalog, text) ?? lineOfVote(catalog, text)
}

function lineOfVote(catalog: Catalog, text: string): string | undefined {
  const feature = catalog.find(({ votes }) => votes !== undefined)
  if (!feature?.votes || text.length > most || !saysVotes(text)) return undefined
  const [action, option] = feature.votes
  return `${feature.name} ${action} ${option}:"${text.trim()}"`
}

/** The command line of a name that stands alone; undefined for any other line. */
export function nameIn(catalog: Catalog, text: string): string | undefined {
  return text.length > most || text.includes('\n') ? undefined : loneName(catalog, text)
}

/** The command line that a saying of a feature means; undefined for any other line, a lone name too. */
export function lineOfSaying(catalog: Catalog, text: string): string | undefined {
  if (text.length > most || text.includes('\n')) return undefined
  const spaced = withBlanks(catalog, text)
  const asTyped = [text, spaced, withSmallAcronym(text), withUnitApart(text)].reduce(
    (found: Match | undefined, one) => found ?? (one === undefined ? undefined : matchOf(catalog, one)),
    undefined,
  )
  // `who is invited to the plenary session` says more than `who is …`.
  const said = longer(
    longer(asTyped, matchOfNumbered(catalog, withMeetingNumbered(text), 'meeting ')),
    longer(
      matchOfNumbered(catalog, withDayNumbered(text), answering),
      matchOfNumbered(catalog, withTitleNumbered(text), 'meeting '),
    ),
  )
  const { line } = mayNameTitle(said) ? (longer(said, matchOfTitle(catalog, text)) ?? {}) : (said ?? {})
  return line?.startsWith(answering) && numberSaid.test(text) ? undefined : line
}

/** The beginning of what answers an invitation. */
const answering = 'meeting rsvp '

/** `No. 1` and `show no 1` say a number, and decline nothing. */
const numberSaid = /(?<![\p{L}\p{Nd}])(?:no\. ?|n[°º] ?|№ ?|(?:show|see|print|open|me) no )\p{Nd}/iu

/** Nothing but a search or a meeting is displaced by words that may be those of a title. */
function mayNameTitle(said: Match | undefined): boolean {
  return said === undefined || /^(?:meeting|directory (?:find|card)) /.test(said.line)
}

/** The features with nothing but the sayings that take words of a title. */
const titled = onceForEach(
  (catalog: Catalog): Catalog => catalog.map((feature) => ({ ...feature, sayings: feature.titled ?? [] })),
)

/** Fewer words than these beside a title say too little: `show Maria`. */
const fewestBeside = 3

function matchOfTitle(catalog: Catalog, text: string): Match | undefined {
  if (catalog.every(({ titled = [] }) => titled.length === 0)) return undefined
  return withTitleWordsNumbered(text)
    .map((numbered) => matchOfNumbered(titled(catalog), numbered, 'meeting '))
    .filter((match) => (match?.length ?? 0) >= fewestBeside)
    .reduce(longer, undefined)
}

/** The one that says more, the first of two that say as much. */
function longer(one: Match | undefined, other: Match | undefined): Match | undefined {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one
}

/** What a saying about a meeting by its number means where the meeting is named by words: `push the drones call to Friday`. */
function matchOfNumbered(
  catalog: Catalog,
  numbered: NumberedLine | undefined,
  beginning: string,
): Match | undefined {
  const match = numbered && matchOf(catalog, numbered.text)
  if (!numbered || !match?.line.startsWith(beginning) || !match.line.includes(standInNumber)) return undefined
  return { ...match, line: withTimeNamed(match.line.replace(standInNumber, () => `"${numbered.name}"`)) }
}

function matchOf(catalog: Catalog, text: string): Match | undefined {
  const typed = wordsOf(
    // In French a blank stands before the sign of a question.
    text
      .replace(/ (?=[?!？！]$)/u, '')
      .replace(
        /(?<=\S),? (?:please|pls|plz|svp|stp|s['’]il (?:vous|te) pla[iî]t|merci|por favor|gracias|bitte|so far|yet|thanks|thank you|thx|sorry|i['’]m afraid)[.!?]?$/i,
        '',
      ),
  )
  const line = { typed, words: typed.map(plain) }
  // `oui M1` is `yes M1`.
  const answers = [[answerIn(text)], [answerIn(typed[0] ?? ''), ...line.words.slice(1)]]
  const answered = answers.filter(([first]) => first !== undefined)
  const asTyped = longestSaying(catalog, typed, [line.words, ...answered])
  const otherwise = otherWordings(line).map((other): Match | undefined => {
    const said = longestSaying(catalog, other.typed, [other.words])
    // What was left out before it counts as said: `show me my groups` is `my groups` rather than `show me …`.
    return said && { ...said, length: said.length + Math.max(0, typed.length - other.typed.length) }
  })
  return otherwise.reduce(longer, asTyped)
}

/** What the longest saying means that fits one of the readings of a line. */
function longestSaying(
  catalog: Catalog,
  typed: readonly string[],
  readings: readonly (readonly (string | undefined)[])[],
): Match | undefined {
  let found: Match | undefined
  for (const words of readings) {
    for (const saying of sayingsWith(catalog, words, typed[0])) {
      const said = sayAs(saying, { typed, words })
      if (said && said.length > (found?.length ?? 0)) found = said
    }
  }
  return found
}

/** The most words of a name: `Special Adviser on the Prevention of Genocide`. */
const longestName = 12

/**
 * `CTED` and `ONU Femmes` as the card of what bears that name; not words that begin with a command or resemble one. In
 * capitals a word is a name also where it is another word for a command, as WHO is.
 */
function loneName(catalog: Catalog, typed: string): string | undefined {
  const name = withoutEnd(typed)
  const lone = catalog.find((feature) => feature.lone !== undefined)
  if (
    !lone ||
    !isName(name) ||
    (wordsOf(name).length > 1 && isAsked(typed) && !acronyms.test(name)) ||
    !findCommand(catalog, `${lone.name} ${lone.lone}`)
  )
    return undefined
  const line = `${lone.name} ${lone.lone} ${name}`
  const [word = ''] = wordsOf(name)
  // `WHO and FAO` are two names, whatever else the first word stands for.
  if (acronyms.test(name)) return line
  const names = catalog.map(({ name: feature }) => feature)
  if (match(word, names).length > 0) return undefined
  if (word === name && word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase())
    return line
  const others = catalog.flatMap(({ aliases = [], commands }) => [
    ...aliases,
    ...commands.flatMap(({ name: action, group }) => [action, group ?? '']),
  ])
  const known = others.some((other) => fold(other) === fold(word))
  return known || nearest(word, names) !== undefined ? undefined : line
}

const acronyms = /^\p{Lu}[\p{Lu}\p{Nd}-]{1,20}(?:(?:, ?| and | & )\p{Lu}[\p{Lu}\p{Nd}-]{1,20}){1,4}$/u

/** So many words tell something, unless they are written as a name is. */
const sentenceWords = 4

/** A word, a few words, or more with capitals throughout; never with a colon, which would name an option. */
function isName(text: string): boolean {
  if (/^[\p{L}\p{Nd}-]{2,30}$/u.test(text)) return true
  const words = wordsOf(text)
  if (words.length < 2 || words.length > longestName) return false
  const plainWords = words.every((word) => /^[\p{L}\p{M}\p{Nd}'’.,&()/-]{1,30}$/u.test(word))
  return plainWords && (words.length < sentenceWords || words.every(isOfTitle))
}
