import { type Catalog, commandWords, type FeatureSpec } from '../catalog.ts'
import { UserError } from '../errors.ts'
import { type Button, button } from '../message.ts'
import { fold, match, nearest } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import { proseButtons } from './prose.ts'

/** The feature that a word names. `text` is the line, where it may be a sentence. Raises `UserError`. */
export function namedFeature(catalog: Catalog, word: string, text: string): FeatureSpec {
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
  if (only && found.length === 1) return only
  if (found.length > 1)
    throw ambiguous(
      `/${word}`,
      found.map((feature) => feature.name),
    )
  if (/^(?:undo|take (?:it|that) back|revert)[.!]?$/i.test(text)) {
    throw new UserError(
      'Press Undo under the answer that you want to take back; nothing was changed now. An update is taken back with /update undo and its number.',
    )
  }
  // An action or a group without its feature: `/find CTED`.
  const whole = [...new Set(catalog.flatMap((feature) => wordsNaming(feature, fold(word))))]
  if (whole.length > 1) throw ambiguous(`/${word}`, whole)
  if (whole.length === 1)
    throw unknown(`There is no command “/${shorten(word)}”`, whole, 'Type /help for all of them.')
  const near = byWord.get(nearest(word, [...byWord.keys()]) ?? '')
  const prose = near ? [] : proseButtons(catalog, text)
  if (prose.length > 0) {
    throw new UserError(
      'That is not a command; nothing was done. Shall I post it as an update? /help shows what else can be said.',
      { buttons: prose },
    )
  }
  throw unknown(
    `There is no command “/${shorten(word)}”`,
    near ? [near.name] : [],
    `There are: ${catalog.map((feature) => `/${feature.name}`).join(', ')}. /help explains them.`,
  )
}

/** The feature's actions and groups that are called by this word alone, each with all its words. */
function wordsNaming(feature: FeatureSpec, word: string): readonly string[] {
  return feature.commands.flatMap((command) => {
    if (word !== '' && command.group === word) return [`${feature.name} ${word}`]
    return word !== '' && command.name === word ? [commandWords(feature, command)] : []
  })
}

export function ambiguous(typed: string, candidates: readonly string[]): UserError {
  return new UserError(
    `“${shorten(typed)}” may mean ${list(candidates.map((words) => `/${words}`))}. Which one?`,
    {
      buttons: candidates.slice(0, 5).map(helpButton),
    },
  )
}

/** What was not found, the nearest known words as buttons, and what is known; `others` are further ways out. */
export function unknown(
  found: string,
  near: readonly string[],
  known: string,
  others: readonly Button[] = [],
): UserError {
  const buttons = [...near.slice(0, 5).map(helpButton), ...others]
  if (near.length === 0) return new UserError(`${found}. ${known}`, { buttons })
  const guesses = list(near.map((words) => `/${words}`))
  return new UserError(`${found}. Did you mean ${guesses}? ${known}`, { buttons })
}

function helpButton(words: string): Button {
  const [feature = '', ...action] = words.split(' ')
  return button(`/${words}`, 'help', action.length > 0 ? { feature, action: action.join(' ') } : { feature })
}

/** `a`, `a or b`, `a, b or c`. */
export function list(words: readonly string[], last = 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
