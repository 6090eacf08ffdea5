import { type Catalog, commandWords, type FeatureSpec, findCommand } from '../catalog.ts'
import { GuessError, type UserError } from '../errors.ts'
import { type Button, button } from '../message.ts'
import { fold, match, nearest } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import { isTable } from './clean.ts'
import { gistButtons, guess, likelyButtons } from './gist/asked.ts'
import { meantButton } from './offers/meantButton.ts'
import { offeredButtons } from './offers/offered.ts'
import { isDuty, otherMeanings } from './offers/otherMeanings.ts'
import { ambiguous, removalsLike, unknown } from './offers/whichCommand.ts'
import { askToPost, correctionButtons, isReply, longSentence, proseButtons, wordCount } from './prose.ts'
import { readAction } from './readAction.ts'
import { isAsked, mayTell } from './sentences/asked.ts'
import { narrowed } from './sentences/narrowed.ts'
import { isTelling, tellsActivity } from './telling/activity.ts'
import { aboutRecord } from './verbs/aboutRecord.ts'

/**
 * The feature that a word names; `rest` is what follows it. `text` is the line, where it may be a sentence. Undefined for
 * a question or a wish that names none. Raises `UserError`.
 */
export function namedFeature(
  catalog: Catalog,
  typed: string,
  rest: string,
  text: string,
): FeatureSpec | undefined {
  const word = typed.replace(/(?<=.)[:,]$/, '')
  const exact = catalog.find(({ name, aliases }) => name === word || aliases?.includes(word))
  if (exact) return exact
  const byWord = new Map(
    catalog.flatMap((feature) =>
      [feature.name, ...(feature.aliases ?? [])].map((name) => [name, feature] as const),
    ),
  )
  const found = [...new Set(match(word, [...byWord.keys()]).map((name) => byWord.get(name)))].filter(
    (feature) => feature !== undefined,
  )
  const [only] = found
  if (only && found.length === 1) {
    if (isTelling(word, `${typed.endsWith(',') ? ', ' : ''}${rest}`)) refuseTold(catalog, text)
    return only
  }
  if (found.length > 1)
    throw ambiguous(
      catalog,
      `/${word}`,
      found.map((feature) => feature.name),
      rest,
    )
  const [, organization = '', partners = ''] = /^(\p{Lu}{3,})(\/.{1,80})$/u.exec(word) ?? []
  if (isTelling(organization, `${partners} ${rest}`)) refuseTold(catalog, text)
  const singular = catalog.find(({ name }) => fold(word) === `${name}s`)
  if (singular) return singular
  refuseActionAlone(catalog, word, rest, text)
  // `We met …` is no slip of `wg`: a sentence begins with a small word.
  const isSentence = (word.length <= smallWord && wordCount(text) >= longSentence) || tellsActivity(text)
  const near = isSentence ? undefined : byWord.get(nearest(word, [...byWord.keys()]) ?? '')
  if (isAsked(text) && (!near || wordCount(text) >= fewestAsked)) return undefined
  if (!near && proseButtons(catalog, text).length > 0) throw askWhatIsMeant(catalog, text)
  const meant = near ? meantActions(near, rest) : text === '' ? actionsLike(catalog, word, rest) : undefined
  const words = meant?.words ?? (near ? [near.name] : [])
  throw unknown(
    noCommand(word, text),
    words,
    `There are: ${catalog.map((feature) => `/${feature.name}`).join(', ')}. /help explains them.`,
    meant ? { buttons: words.map((one) => meantButton(catalog, one, meant.rest)) } : {},
  )
}

/** The actions that the words behind the name of a feature may mean, a slip of the hand put right; undefined for none. */
function meantActions(
  feature: FeatureSpec,
  rest: string,
): { readonly words: readonly string[]; readonly rest: string } | undefined {
  const named = readAction(feature, rest)
  if (named.kind === 'action') return { words: [commandWords(feature, named.command)], rest: named.rest }
  if (named.kind !== 'unknown' || named.distance > 2 || named.near.length === 0) return undefined
  const words = named.near.slice(0, 3).map((near) => `${feature.name} ${near}`)
  return { words, rest: rest.trim().slice(named.typed.length).trim() }
}

/** `/poast IPU hosted …`: the actions whose word is near to the one behind the slash; undefined for none. */
function actionsLike(catalog: Catalog, word: string, rest: string): ReturnType<typeof meantActions> {
  const all = catalog.flatMap((feature) =>
    feature.commands.flatMap((command) =>
      command.group === undefined && command.name !== ''
        ? [[command.name, commandWords(feature, command)] as const]
        : [],
    ),
  )
  const near = nearest(word, [...new Set(all.map(([name]) => name))])
  const words = near === undefined ? [] : all.flatMap(([name, one]) => (name === near ? [one] : []))
  return words.length > 0 && words.length < 4 ? { words, rest } : undefined
}

/** Asks what a table is meant as, what `WHO to share the report` says, and whether to do what is offered. Raises `UserError`. */
export function refuseTableOrDuty(catalog: Catalog, word: string, text: string): void {
  const offered = offeredButtons(catalog, text)
  if (offered.length > 0) throw guess(offered, askToPost(proseButtons(catalog, text), text))
  if (isTable(text) || (word === word.toUpperCase() && isDuty(text))) throw askWhatIsMeant(catalog, text)
}

/** Asks what a sentence that names no command is meant as. */
function askWhatIsMeant(catalog: Catalog, text: string): UserError {
  const edits = correctionButtons(catalog, text)
  const others = otherMeanings(catalog, text)
  const asked = askToPost(proseButtons(catalog, text), text, { edits, others })
  const isTold = others.length > 0 || edits.length > 0 || isReply(text)
  return isTold ? asked : guess(likelyButtons(catalog, text), asked)
}

/** Asks whether a sentence is to be posted, where it is one. Raises `UserError`. */
export function refuseTold(catalog: Catalog, text: string): void {
  if (proseButtons(catalog, text).length === 0) return
  const asked = askWhatIsMeant(catalog, text)
  const isShort = wordCount(text) <= longSentence && !(asked instanceof GuessError)
  // `Update posted by UNODC last week` may look for it.
  throw isShort ? guess(gistButtons(catalog, text, surelyWorth), asked) : asked
}

/** The score from which a few words that tell something are guessed to ask for something. */
const surelyWorth = 1.1

/** Raises `UserError` with the commands for an action or a group without its feature: `/find CTED`. */
function refuseActionAlone(catalog: Catalog, word: string, rest: string, text: string): void {
  const called = catalog.flatMap((feature) => wordsNaming(feature, fold(word)))
  const removals = removalsLike(catalog, word, rest)
  const named = [...new Set([...removals, ...called])]
  if (named.length > 0 && tellsActivity(text)) refuseTold(catalog, text)
  const spoken = narrowed(catalog, named, rest)
  const whole = aboutRecord(catalog, spoken.words, rest)
  const posts = mayBeTold(text) ? proseButtons(catalog, text) : []
  const others = otherMeanings(catalog, text).flatMap(({ buttons }) => buttons)
  const likely = likelyButtons(catalog, text).filter(({ command }) => !whole.includes(command))
  // `add my new reminder` names its feature as well; other words are guessed at first.
  const isSaid = spoken.words.length < named.length || removals.length > 0
  const changing = likely.filter(({ command }) => findCommand(catalog, command)?.command.changes)
  const [guesses, more] = isSaid ? [[], removals.length > 0 ? changing : likely] : [likely, []]
  if (whole.length > 1)
    throw guess(
      guesses,
      ambiguous(catalog, `/${word}`, whole, spoken.rest, {
        more: [...others, ...more, ...posts],
        // `delete rail` where nothing that can be retired is called so.
        otherwise:
          removals.length > 0 && likely.length > 0
            ? guess(likely, unknown(noCommand(word, text), [], helpOnAll))
            : undefined,
      }),
    )
  const [only] = whole
  if (only !== undefined) {
    // `add a working group` says nothing of it yet.
    const meant = meantButton(catalog, only, spoken.rest)
    const isBare = spoken.rest === '' && rest !== '' && findCommand(catalog, only)?.command.changes === true
    const form: Button = isBare ? { ...button(`/${only}`, only), ask: true } : meant
    const buttons = [...others, form, ...more, ...posts]
    throw guess(guesses, unknown(noCommand(word, text), whole, helpOnAll, { buttons }))
  }
  if (spoken.words.length > 0 && likely.length > 0)
    throw guess(likely, unknown(noCommand(word, text), [], helpOnAll))
}

const helpOnAll = 'Type /help for all of them.'

/** `text` is empty behind a slash. */
function noCommand(word: string, text: string): string {
  return `There is no command “${text === '' ? '/' : ''}${shorten(word)}”`
}

/** Whether what begins with the name of an action may be told: `Call for experts: drones`, `Minutes of silence were held in Madrid`. */
function mayBeTold(text: string): boolean {
  if (wordCount(text) >= longSentence) return !isAsked(text) || mayTell(text)
  return /^\p{Lu}\p{Ll}/u.test(text) && !isAsked(text)
}

/** So short a word is near to too many others. */
const smallWord = 3

/** From this number of words on, a question is not a mistyped command: `why was it returned` does not mean `who`. */
const fewestAsked = 3

/** The feature's actions and groups that are called by this word alone, each with all its words. */
function wordsNaming(feature: FeatureSpec, word: string): readonly string[] {
  return feature.commands.flatMap((command) => {
    if (word !== '' && command.group === word) return [`${feature.name} ${word}`]
    return word !== '' && command.name === word ? [commandWords(feature, command)] : []
  })
}
