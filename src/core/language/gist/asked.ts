import { type Catalog, type CommandSpec, commandWords } from '../../catalog.ts'
import { GuessError, UserError } from '../../errors.ts'
import { type Button, button } from '../../message.ts'
import { shorten } from '../../text/text.ts'
import { buttonsForDays } from '../offers/forDays.ts'
import { unasked, wordCount } from '../prose.ts'
import { missing } from '../readValues.ts'
import { isAsked, tellsDeed } from '../sentences/asked.ts'
import { deed } from '../telling/deeds.ts'
import { type Gist, gistsOf, lineOf } from './gist.ts'
import { partsOf } from './parts.ts'
import { isNamed } from './slots.ts'

/** The score from which a look is shown without asking, and its least lead over any other command. */
const sure = { score: 1.15, ahead: 0.5 }

/** How many commands are offered, and how many ways to fill in each. */
const most = { commands: 3, ways: 4 }

/** The score from which a guess is offered beside something else. */
const worthOffering = 0.8

/** Words of a question or a wish, wherever they stand. */
const asking =
  /(?<!\p{L})(?:my|mine|i|me|we|us|our|any|anyone|anybody|anything|all|everything|latest|last|next|please|pls|plz|who|whom|whose|what|when|where|which|why|how)(?!\p{L})/u

/** Whether a line asks for something, or holds a word of a question or a wish. */
export function mayAsk(sentence: string): boolean {
  return isAsked(sentence) || asking.test(sentence)
}

/**
 * The line of the look that a sentence surely asks for: every word fits it, and no other command comes near. Undefined
 * for any other sentence, and for changes, which are never guessed without asking.
 */
export function sureLine(catalog: Catalog, sentence: string): string | undefined {
  // `Expert Group Meeting` may be a title, and `date: 4 Nov` says something of what was seen.
  if (/\p{L}[:：]/u.test(sentence) || !(isAsked(sentence) || asking.test(sentence))) return undefined
  const [best, ...others] = gistsOf(catalog, sentence)
  // What only some may see is offered, to those who may.
  if (best && best.command.access.who !== 'anyone' && best.command.access.who !== 'everyone') return undefined
  if (!best || best.command.changes || !best.whole || best.score < sure.score) return undefined
  if (missing(best.command.options, best.fields).length > 0 || mayBeNoName(best)) return undefined
  const isAlone = others.every(({ command, score }) => command !== best.command || score < best.score)
  const next = others.find(({ command }) => command !== best.command)
  return isAlone && best.score - (next?.score ?? 0) >= sure.ahead ? lineOf(best) : undefined
}

/** Whether what was taken for a name stands in small letters, as `who` or `care` may: it may be an ordinary word. */
function mayBeNoName({ command, fields }: Gist): boolean {
  return Object.entries(fields).some(
    ([name, text]) => isNamed(command.options[name]?.kind) && !/[\p{Lu}\p{Nd}]/u.test(text),
  )
}

/**
 * Asks what is meant by a few words that number a record, such as `a2 finished` or `scrap U7`, since no name has such a
 * number. Raises `UserError`.
 */
export function refuseRecord(catalog: Catalog, sentence: string): void {
  const probably = partsOf(sentence).records.length > 0 ? likelyButtons(catalog, sentence) : []
  const unknown = new UserError(`There is no command “${shorten(sentence)}”. /help shows what can be said.`, {
    unread: true,
  })
  if (probably.length > 0) throw guess(probably, unknown)
}

/** Whether a sentence probably asks for something else than `fallback`, which a feature does with words that name none of its actions. */
export function asksElse(catalog: Catalog, fallback: CommandSpec, sentence: string): boolean {
  const [best] = gistsOf(catalog, sentence)
  return best !== undefined && best.score >= worthOffering && best.command !== fallback
}

/** Asks which of the commands that a sentence probably asks for is meant; where none of them can be, `otherwise` is said. */
export function guess(probably: readonly Button[], otherwise: UserError): UserError {
  if (probably.length === 0) return otherwise
  return new GuessError({ guesses: probably, buttons: otherwise.buttons.map(unasked), otherwise })
}

/** What a sentence probably asks for, each as a button that does it, or opens its form where more is needed. */
export function gistButtons(catalog: Catalog, sentence: string, from = 0): readonly Button[] {
  const likely = gistsOf(catalog, sentence).filter(
    ({ score, feature, command }) => score >= from && feature.prose !== command.name,
  )
  // One command may be filled in in several ways; those that cannot be read are left out later.
  return [...Map.groupBy(likely, ({ command }) => command).values()]
    .slice(0, most.commands)
    .flatMap((ways) => ways.slice(0, most.ways).map(gistButton))
}

/** As `gistButtons`, but only the likely ones, and none for a sentence that tells something. */
export function likelyButtons(catalog: Catalog, sentence: string): readonly Button[] {
  return tells(sentence) ? [] : gistButtons(catalog, sentence, worthOffering)
}

/** What a line that was taken for a name may ask for, where nothing bears it; a name of a word or two is seldom a sentence. */
export function buttonsForName(catalog: Catalog, text: string): readonly Button[] {
  const forDays = buttonsForDays(catalog, text)
  if (forDays.length > 0) return forDays
  return wordCount(text) > 2 ? gistButtons(catalog, text) : likelyButtons(catalog, text)
}

/** More words than these tell something, unless they speak of who asks. */
const mostAsking = 12
const speaksOfWhoAsks =
  /(?<!\p{L})(?:[Ii]|[Mm]e|[Mm]y|[Uu]s|[Yy]ou|[Yy]our|[Pp]lease|[Pp]ls|[Ww]hich|[Ww]ho|[Ww]hat|[Ww]hen|[Ww]here)(?!\p{L})/u
/** What answers somebody. */
const reply = /^(?:yes|no|sorry|thanks)[,.]/i

/** Whether a sentence answers somebody or tells what somebody did, rather than asks for something. */
export function tells(sentence: string): boolean {
  if (reply.test(sentence) || isLetter(sentence)) return true
  if (speaksOfWhoAsks.test(sentence) || /[?؟？]\s*$/u.test(sentence)) return false
  if (tellsDeed(sentence)) return true
  return /^\P{Ll}/u.test(sentence) && (deed.test(sentence) || sentence.split(' ').length > mostAsking)
}

/** `Dear colleagues, please find …`: whoever writes a letter tells something, however politely. */
function isLetter(sentence: string): boolean {
  return /^(?:dear|chère?s?|estimad[oa]s?|уважаемые) /iu.test(sentence) && wordCount(sentence) > mostAsking
}

function gistButton(gist: Gist): Button {
  const { feature, command, fields, whole } = gist
  const words = commandWords(feature, command)
  const opens = command.changes && (!whole || missing(command.options, fields).length > 0)
  return { ...button(labelOf(gist), words, fields), ...(opens && { ask: true }) }
}

/** What fits on a button, also on a phone. */
const longestLabel = 60

/** What is pressed as one would type it, `/meeting list ETCIP in:"next week"`; options for which there is no room are left out. */
function labelOf({ feature, command, fields }: Gist): string {
  const [first] = Object.keys(command.options)
  const typed = Object.entries(fields).map(([name, text]) => {
    if (name === first) return shorten(text)
    return `${name}:${/^[\p{L}\p{Nd}-]+$/u.test(text) ? text : `"${shorten(text)}"`}`
  })
  return typed.reduce(
    (label, one) => (label.length + one.length < longestLabel ? `${label} ${one}` : label),
    `/${commandWords(feature, command)}`,
  )
}
