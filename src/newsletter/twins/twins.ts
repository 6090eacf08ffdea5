import { type Day, daysBetween } from '../../core/time/day.ts'
import { type Gist, gistOf, isApart, meets, sameGist } from './gist.ts'
import { ordinalsIn, otherOrdinals } from './ordinals.ts'
import { type Weighed, weighed } from './words.ts'

/** What is compared of an item. `text` is without the date that is printed at its edge. */
export interface TwinItem {
  readonly text: string
  readonly start: Day | null
  readonly end: Day | null
  /** Acronyms of the entities that it is of, also where the text says “we”. */
  readonly entities?: readonly string[]
}

/** `same` tells the same in the same words, `likely` the same in others. */
export interface Twin<T> {
  readonly kind: 'same' | 'likely'
  readonly item: T
}

/** So much of the words' weight is common to items that tell of the same days. */
const likelyOnSameDays = 0.5
/** As much where one of them says no day. */
const likelyUndated = 0.65
/** As much where each names a place or a programme that the other does not. */
const likelyWithOtherNames = 0.8
/** Of the shorter text, where the longer one only says more. */
const withinTheOther = 0.8
/** As much of what both say was done may each say otherwise; more is another subject at the same place. */
const mostOtherwise = 0.3
/** A text of less weight says too little to be told from another. */
const leastWeight = 4

/** The items that seem to tell of what another one tells, the surest first. Activities of other days are none. */
export function twinsOf<T extends TwinItem>(item: TwinItem, among: readonly T[]): readonly Twin<T>[] {
  const own = analysed(item)
  return among
    .map((other) => ({ item: other, ...likeness(item, other, own) }))
    .flatMap(({ kind, item: other, common }) => (kind === 'none' ? [] : [{ kind, item: other, common }]))
    .toSorted((one, other) => other.common - one.common)
    .map(({ kind, item: other }) => ({ kind, item: other }))
}

/** How much of their words two items have in common, from 0 to 1, and what that means. */
export function likeness(
  one: TwinItem,
  other: TwinItem,
  own = analysed(one),
): { readonly kind: Twin<TwinItem>['kind'] | 'none'; readonly common: number } {
  const dated = one.start !== null && other.start !== null
  const apart = daysApart(one, other)
  if (apart > 1) return { kind: 'none', common: 0 }
  if (plain(one.text) === plain(other.text)) return { kind: apart > 0 ? 'likely' : 'same', common: 1 }
  const { words, gist } = own
  const { words: others, gist: otherGist } = analysed(other)
  if (isApart(gist, otherGist) || otherOrdinals(ordinalsIn(one.text), ordinalsIn(other.text)))
    return { kind: 'none', common: 0 }
  const shared = [...words.weights].reduce(
    (sum, [stem, weight]) => sum + Math.min(weight, others.weights.get(stem) ?? 0),
    0,
  )
  const [mine, theirs] = [weightOf(words), weightOf(others)]
  const least = Math.min(mine, theirs)
  const common = mine + theirs === 0 ? 0 : (2 * shared) / (mine + theirs)
  const named = namesAlone(words, others) && namesAlone(others, words)
  const enough = named ? likelyWithOtherNames : dated ? likelyOnSameDays : likelyUndated
  const within = least > 0 && shared / least >= withinTheOther && dated && !named
  const alike = common >= enough || within
  const told = alike && sameSubject(words, others)
  const same = apart > 0 ? meets(gist, otherGist) : told || sameGist(gist, otherGist, dated)
  const likely = least >= leastWeight && same
  return { kind: likely ? 'likely' : 'none', common }
}

function analysed({ text, entities }: TwinItem): { readonly words: Weighed; readonly gist: Gist } {
  return { words: weighed(text), gist: gistOf(text, entities) }
}

/** How many days lie between two items: none where they touch or one says no day. Of several days, two authors may name different ones. */
function daysApart(one: TwinItem, other: TwinItem): number {
  if (one.start === null || other.start === null) return 0
  const [end, otherEnd] = [one.end ?? one.start, other.end ?? other.start]
  return Math.max(0, daysBetween(end, other.start), daysBetween(otherEnd, one.start))
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether what only one of two texts says, and what only the other does, is little beside what both say was done. */
function sameSubject(one: Weighed, other: Weighed): boolean {
  const shared = weightOf(one, (stem) => other.weights.has(stem) && !one.acronyms.has(stem))
  const mine = weightOf(one, (stem) => !other.weights.has(stem))
  const theirs = weightOf(other, (stem) => !one.weights.has(stem))
  return Math.min(mine, theirs) <= mostOtherwise * shared
}

/** Whether a text names what another one does not. */
function namesAlone({ names }: Weighed, { weights }: Weighed): boolean {
  return [...names].some((name) => !weights.has(name))
}

function weightOf({ weights }: Weighed, counts: (stem: string) => boolean = () => true): number {
  return [...weights].reduce((sum, [stem, weight]) => sum + (counts(stem) ? weight : 0), 0)
}
