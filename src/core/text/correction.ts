/** What a correction such as `44 officers, not 40` makes of a text. */
export type Correction =
  | { readonly kind: 'corrected'; readonly text: string }
  /** The words that it says are wrong stand nowhere, or in several places. */
  | { readonly kind: 'absent' | 'repeated'; readonly words: string }

/** A longer text is a new one, which says “not” on its own. */
const longest = 160
const opening =
  /^(?:(?:sorry|oops|no|actually|correction|please|wait)[,:.!]? |(?:it|that|this) (?:was|is|should be|should read|should say) |(?:should be|should read|should say|must be|i mean|i meant) |(?:(?:it|that|this|they) )?(?:(?:was|were|is|are)(?: held| organi[sz]ed)?|took place|happened) )/i
const other = /^(\S.{0,80}?),? (?:not|instead of|rather than) (\S.{0,80})$/i
/** `not Turin, Milan`, `not 40 but 44`. */
const instead = /^not (\S.{0,80}?)(?:,? but|,) (\S.{0,80})$/i
const replaced = /^(?:replace|change|correct) (\S.{0,60}?) (?:with|by|to|into) (\S.{0,80})$/i
/** New words of more than these are a sentence. */
const mostWords = 8

/** `sorry, 25 nurses`, `25 nurses, I meant`: another number of what the text counts. */
const counted = /^(\p{Nd}[\p{Nd},.]{0,8} \p{L}[\p{L}-]{2,30}(?: \p{L}[\p{L}-]{2,30}){0,2})$/u
const apology =
  /^(?:sorry|oops|correction|i mean|i meant|actually|no)[,:.!]? |,? (?:sorry|i meant|actually|my mistake)[.!]?$/i

/**
 * The words that are wrong and those in their place, as `44 officers, not 40` says; undefined for any other text. What is
 * wrong is empty where it is the number of what the right words count.
 */
export function correctionIn(typed: string): { readonly from: string; readonly to: string } | undefined {
  let text = typed.trim()
  if (text.length > longest || text.includes('\n')) return undefined
  const [, number] = apology.test(text) ? (counted.exec(withoutEnds(text.replace(apology, ''))) ?? []) : []
  if (number !== undefined) return { from: '', to: number }
  while (opening.test(text)) text = text.replace(opening, '')
  const [, to, from] = other.exec(text) ?? []
  const [, wrong, right] = to === undefined ? (instead.exec(text) ?? replaced.exec(text) ?? []) : []
  const pair = to === undefined ? { from: wrong, to: right } : { from, to }
  if (pair.from === undefined || pair.to === undefined) return undefined
  // `not Turin, it was Milan`
  const said = pair.to.replace(/^(?:it|that|this) (?:was|is|should be) /i, '')
  return { from: withoutEnds(pair.from), to: withoutEnds(said) }
}

/**
 * A text with what a correction says of it. Words beside the wrong ones that the correction repeats stay as they are:
 * `trained 44 officers, not 40` changes the number alone. Undefined where what was typed is a text of its own.
 */
export function correct(text: string, typed: string, places: readonly string[] = []): Correction | undefined {
  const said = correctionIn(typed)
  if (!said || said.to === '') return undefined
  const dated = withDay(text, said)
  if (dated !== undefined) return { kind: 'corrected', text: dated }
  const pair = said.from === '' ? { ...said, from: countedIn(text, said.to) ?? said.to } : said
  const named = wholePlace(pair, places)
  // `change the 24 to 26` speaks of a number that may have no article in the text.
  const bare = named.replace(article, '')
  const from = bare !== '' && spotsOf(text, named).length === 0 ? bare : named
  const spots = spotsOf(text, from)
  if (spots.some(({ index }) => /\bnot (?:in )?$/i.test(text.slice(0, index)))) return undefined
  if (spots.length === 0) return isNew(text, pair.to) ? undefined : { kind: 'absent', words: named }
  const fits = spots.map(({ 0: found, index }) =>
    fitAt(text, { from: index, to: index + found.length }, pair.to),
  )
  const [best] = fits.toSorted((one, next) => next.shared - one.shared)
  if (!best || fits.filter(({ shared }) => shared === best.shared).length > 1)
    return { kind: 'repeated', words: from }
  const isSentence = best.words.split(' ').length > mostWords || opensAlike(text, best)
  if (isSentence) return undefined
  return { kind: 'corrected', text: text.slice(0, best.from) + best.words + text.slice(best.to) }
}

const article = /^(?:the|a|an) /i

function spotsOf(text: string, words: string): readonly RegExpExecArray[] {
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words)}(?![\\p{L}\\p{N}])`, 'giu'))]
}

const ordinal = /^(?:the )?(\p{Nd}{1,2})(?:st|nd|rd|th)$/iu
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'

/** `the 13th, not the 12th` where the text has `12 Nov` once; undefined for any other words. */
function withDay(
  text: string,
  { from, to }: { readonly from: string; readonly to: string },
): string | undefined {
  const [wrong, right] = [from, to].map((day) => ordinal.exec(day)?.[1])
  if (wrong === undefined || right === undefined) return undefined
  const day = new RegExp(
    `(?<![\\p{L}\\p{Nd}])${wrong}(?= ${month})|(?<=${month}[a-z]{0,6} )${wrong}(?!\\p{Nd})`,
    'giu',
  )
  return text.match(day)?.length === 1 ? text.replace(day, right) : undefined
}

/** `22 nurses` where the text counts the nurses of `25 nurses`. */
function countedIn(text: string, words: string): string | undefined {
  const things = words.slice(words.indexOf(' ') + 1)
  return new RegExp(
    `(?<![\\p{L}\\p{N}])\\p{Nd}[\\p{Nd},.]{0,8} ${escaped(things)}(?![\\p{L}\\p{N}])`,
    'iu',
  ).exec(text)?.[0]
}

interface Fit {
  readonly from: number
  readonly to: number
  /** What stands there instead. */
  readonly words: string
  /** How many of the new words stand beside the wrong ones already. */
  readonly shared: number
}

/** The new words without those that stand before or behind the wrong ones already. */
function fitAt(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  typed: string,
): Fit {
  const words = typed.split(/\s+/)
  const before = wordsIn(text.slice(Math.max(0, from - longest), from)).toReversed()
  const behind = wordsIn(text.slice(to, to + longest))
  const opens = sharedCount(words.length, (count) => alike(words.slice(0, count).toReversed(), before))
  const rest = words.slice(opens)
  const closes = sharedCount(rest.length, (count) => alike(rest.slice(rest.length - count), behind))
  const left = rest.slice(0, rest.length - closes)
  const [number = '', ...others] = left
  const isNumber = /^\p{Nd}[\p{Nd}.,]*$/u
  // `44 officers` in the place of the 40 of `40 border officers`.
  const saysMore = others.length > 0 && isNumber.test(number) && isNumber.test(text.slice(from, to))
  const isThere = saysMore && others.every((word) => wordsIn(text).includes(word.toLowerCase()))
  return { from, to, words: isThere ? number : left.join(' '), shared: opens + closes }
}

/** The greatest number of words, at least one of all left over, for which it holds. */
function sharedCount(words: number, holds: (count: number) => boolean): number {
  let count = words - 1
  while (count > 0 && !holds(count)) count--
  return Math.max(0, count)
}

function alike(words: readonly string[], beside: readonly string[]): boolean {
  return words.every((word, at) => withoutEnds(word).toLowerCase() === beside[at])
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? []
}

/** Whether words that correct none of a text begin as it does, and so are a text of their own. */
function isNew(text: string, words: string): boolean {
  return wordsIn(words).length > 3 && wordsIn(words)[0] === wordsIn(text)[0]
}

/** Whether new words for the middle of a text begin as the text does, and so are a text of their own. */
function opensAlike(text: string, { from, words }: Fit): boolean {
  const [first] = wordsIn(text)
  return from > 0 && first !== undefined && wordsIn(words)[0] === first && wordsIn(words).length > 1
}

/** `Accra, Ghana, not Abuja`: the wrong place with its State, where a State is said of the right one. */
function wholePlace(
  { from, to }: { readonly from: string; readonly to: string },
  places: readonly string[],
): string {
  if (!to.includes(', ')) return from
  return places.find((place) => place.toLowerCase().startsWith(`${from.toLowerCase()}, `)) ?? from
}

function withoutEnds(words: string): string {
  return words
    .trim()
    .replace(/^["“”«»'‘’]|["“”«»'‘’]$/g, '')
    .replace(/[.,;:!]{1,3}$/, '')
    .trim()
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
