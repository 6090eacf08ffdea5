import { type Catalog, type CommandSpec, commandWords, type FeatureSpec } from '../catalog.ts'
import { UserError } from '../errors.ts'
import { type Button, button } from '../message.ts'
import { list } from '../text/list.ts'
import { shorten } from '../text/text.ts'
import type { OtherMeaning } from './offers/otherMeanings.ts'
import { opensQuote } from './quotes.ts'
import { actionOf } from './readAction.ts'

/** Fewer words than these are a slip of the hand rather than a sentence. */
const sentenceWords = 4

/** Somebody who tells at once what they have to tell is asked whether that is what they mean. */
export function sentence(feature: FeatureSpec, action: string, rest: string): UserError | undefined {
  const meant = actionOf(feature, feature.prose)
  const [first] = Object.keys(meant?.options ?? {})
  if (!meant || first === undefined || !isSentence(rest)) return undefined
  const words = commandWords(feature, meant)
  return new UserError(
    `/${feature.name} has no action “${shorten(action)}”; nothing was done. Did you mean /${words} and what you typed?`,
    { buttons: [button(`Yes: /${words}`, words, { [first]: rest.trim() })] },
  )
}

/** From this number of words on, what follows a feature's name tells something rather than names an action. */
export const longSentence = 6

/** Posts a sentence that names no command, where a feature takes sentences; none for a few words. */
export function proseButtons(catalog: Catalog, text: string): readonly Button[] {
  const feature = catalog.find(({ prose }) => prose !== undefined)
  const meant = feature && actionOf(feature, feature.prose)
  const [first] = Object.keys(meant?.options ?? {})
  if (!feature || !meant || first === undefined || !isSentence(text)) return []
  const words = commandWords(feature, meant)
  return [button(`Yes: /${words}`, words, { [first]: text })]
}

/**
 * As `proseButtons`, for a text whose first word stands for a feature: a long one, or one whose word is only near to the
 * feature's name, as in `New toolkit on border management`.
 */
export function toldButtons(
  catalog: Catalog,
  { name, aliases = [] }: FeatureSpec,
  word: string,
  text: string,
): readonly Button[] {
  const isNamed = word === name || aliases.includes(word)
  return isNamed && wordCount(text) < longSentence ? [] : proseButtons(catalog, text)
}

/** What begins a correction of something that was posted before. */
const corrects =
  /^(?:sorry|oops|correction|corrigendum|erratum|my mistake|apologies)(?!\p{L})|^(?:it|that|this) (?:was|is|should be|should have been) .{1,60},? (?:and )?not .{1,40}$/iu

/** `sorry, it was 45 participants` and `U3: 45 participants, not 30`: edits the update that is named, or the caller's last. */
export function correctionButtons(catalog: Catalog, text: string): readonly Button[] {
  const feature = catalog.find(({ prose }) => prose !== undefined)
  const meant = feature && actionOf(feature, 'edit')
  const [first, option] = Object.entries(meant?.options ?? {})[0] ?? []
  if (!feature || !meant || first === undefined || option?.prefix === undefined) return []
  const numbered = new RegExp(
    `(?<![\\p{L}\\p{Nd}])${option.prefix}\\p{Nd}{1,9}(?![\\p{L}\\p{Nd}])`,
    'u',
  ).exec(text)?.[0]
  const which = numbered ?? (corrects.test(text) ? 'last' : undefined)
  if (which === undefined) return []
  const label = which === 'last' ? `Edit your last ${feature.name}` : `Edit ${which}`
  return [{ ...button(label, commandWords(feature, meant), { [first]: which }), ask: true }]
}

/**
 * Takes a whole line as the text of a command that takes sentences, as where `Entities:` in it was a word of its own and
 * no option. Undefined for a line in which no name with a blank behind its colon stands, or whose text was quoted.
 */
export function asItStands(feature: FeatureSpec, command: CommandSpec, rest: string): Button | undefined {
  const [first] = Object.entries(command.options)
  if (feature.prose !== command.name || !first || opensQuote(rest, 0)) return undefined
  const [name, { max = rest.length }] = first
  if (!/\p{L}[:：]\s/u.test(rest) || !isSentence(rest) || rest.length > max) return undefined
  const verb = `${command.name[0]?.toUpperCase()}${command.name.slice(1)}`
  return button(`${verb} it as it stands`, commandWords(feature, command), { [name]: rest })
}

/** Words with which somebody answers or speaks of themselves; an update tells what was done. */
const reply =
  /^(?:(?:yes|no|ok|okay|well|so|but),? )?(?:i(?:['’](?:m|ll|d)| am| will| can| could| might| may| would| should| do| don['’]?t| cannot| can['’]?t| have| think| guess| hope| live)|my|let me|both|either|neither|thanks?|thank you|sorry|please find) /i

/** Whether a sentence begins as an answer to somebody does. */
export function isReply(text: string): boolean {
  return reply.test(text)
}

/**
 * Asks whether a sentence that names no command is to be posted, or what it seems to correct is to be edited, or what else
 * it may mean is to be done; an answer to somebody is hardly any of them.
 */
export function askToPost(
  buttons: readonly Button[],
  text: string,
  {
    edits = [],
    others = [],
  }: { readonly edits?: readonly Button[]; readonly others?: readonly OtherMeaning[] } = {},
): UserError {
  if (edits.length === 0 && others.length === 0 && isReply(text))
    return new UserError(
      'I did not understand that; nothing was done. An invitation is answered with “yes to” or “no to” and its number; /help shows what else can be said.',
      {
        buttons: [button('/help', 'help'), ...buttons.map(unasked)],
        unread: true,
      },
    )
  const ways = [
    ...others.map(({ question }) => question),
    ...(edits.length > 0 ? ['open what it corrects'] : []),
    'post it as an update',
  ]
  return new UserError(
    `That is not a command; nothing was done. Shall I ${list(ways)}? /help shows what else can be said.`,
    {
      unread: true,
      buttons: [
        ...others.flatMap((other) => other.buttons),
        ...edits,
        // “yes” says no more which of them is meant.
        ...(others.length > 0 ? buttons.map(unasked) : buttons),
      ],
    },
  )
}

/** The same offered beside, which a “yes” does not press. */
export function unasked(one: Button): Button {
  return one.label.startsWith('Yes: ') ? { ...one, label: 'Post it as an update' } : one
}

/** Whether a text is a sentence, rather than a name or a slip of the hand. */
export function isSentence(text: string): boolean {
  return wordCount(text) >= sentenceWords
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
