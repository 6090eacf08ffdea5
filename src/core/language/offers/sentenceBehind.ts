import { type Catalog, type CommandSpec, commandWords, type FeatureSpec } from '../../catalog.ts'
import type { Button } from '../../message.ts'
import { gistButtons, sureLine } from '../gist/asked.ts'
import { wordCount } from '../prose.ts'
import { firstWord, type NamedAction } from '../readAction.ts'
import { isAsked } from '../sentences/asked.ts'
import { lineOfWords } from '../sentences/sayings.ts'
import { calledOtherwise } from '../verbs/nearActions.ts'
import { meantButton } from './meantButton.ts'
import { otherMeanings } from './otherMeanings.ts'
import { namesAction } from './unknownAction.ts'

/** Fewer words are a name or an action that is not known. */
const fewest = 3

export function mayBeSentence(text: string): boolean {
  return wordCount(text) >= fewest
}

/** How many ways to read a sentence are offered. */
const most = 3

/**
 * The command line that a sentence behind the name of a feature means, as it would alone: `/meeting what is on next week`.
 * Undefined for any other words, and for a sentence that changes something of another feature.
 */
export function sentenceBehind(catalog: Catalog, { name }: FeatureSpec, rest: string): string | undefined {
  if (!mayBeSentence(rest)) return undefined
  const line = lineOfWords(catalog, rest)
  const changes = line !== undefined && namedIn(catalog, line)?.[1].changes !== false
  if (line !== undefined) return firstWord(line)[0] === name || !changes ? line : undefined
  const sure = sureLine(catalog, rest)
  return sure !== undefined && firstWord(sure)[0] === name ? sure : undefined
}

/**
 * The command line that a sentence means together with the action before it: `/wg appoint UNODC as chair of ETCIP`, where
 * by the order of its options the command would lack some. Undefined where it means another command.
 */
export function sentenceOfAction(
  catalog: Catalog,
  feature: FeatureSpec,
  {
    command,
    rest,
    fields,
  }: { readonly command: CommandSpec; readonly rest: string; readonly fields: object },
): string | undefined {
  const lacks = Object.entries(command.options).some(([name, { required }]) => required && !(name in fields))
  // Where an option is named, the rest is no sentence.
  if (!lacks || !mayBeSentence(rest) || rest.includes(':')) return undefined
  const line = lineOfWords(catalog, `${command.name} ${rest}`)
  if (line === undefined || line === `${commandWords(feature, command)} ${rest}`) return undefined
  return namedIn(catalog, line)?.[1] === command ? line : undefined
}

/** What a sentence behind the name of a feature may ask of that feature: `/reminder call Lauren tomorrow at 9`. */
export function likelyBehind(
  catalog: Catalog,
  feature: FeatureSpec,
  { typed, group, near }: Extract<NamedAction, { readonly kind: 'unknown' }>,
  rest: string,
): readonly Button[] {
  const { name, prose } = feature
  if (group !== undefined || !mayBeSentence(rest)) return []
  // A mistyped action and what is told have offers of their own.
  if (near.length > 0 && (namesAction(typed) || calledOtherwise(feature, rest))) return []
  if ((prose !== undefined || near.length > 0) && !isAsked(rest)) return []
  const likely = [
    ...otherMeanings(catalog, rest).flatMap(({ buttons }) => buttons),
    ...gistButtons(catalog, `${name} ${rest}`),
  ]
  return likely.filter(({ command }) => command.startsWith(`${name} `)).slice(0, most)
}

/** What a sentence that stands in the place of a name may mean, each as a button. */
export function buttonsForSentence(catalog: Catalog, sentence: string): readonly Button[] {
  const said = saidButtons(catalog, sentence)
  return [...said, ...gistButtons(catalog, sentence)].slice(0, most + said.length)
}

/** The command that a sentence means in words of people's own, as a button; none for the help on a question. */
export function saidButtons(catalog: Catalog, sentence: string): readonly Button[] {
  const line = lineOfWords(catalog, sentence) ?? ''
  const [words] = namedIn(catalog, line) ?? []
  if (words === undefined || words === 'help') return []
  return [meantButton(catalog, words, line.slice(words.length + 1))]
}

/** The command that a line names, by all its words. */
function namedIn(catalog: Catalog, line: string): readonly [words: string, command: CommandSpec] | undefined {
  return catalog
    .flatMap((feature) => feature.commands.map((one) => [commandWords(feature, one), one] as const))
    .filter(([words]) => line === words || line.startsWith(`${words} `))
    .toSorted(([one], [other]) => other.length - one.length)[0]
}
