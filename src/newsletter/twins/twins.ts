import { type Day, daysBetween } from '../../core/time/day.ts'
import { lazily } from '../../core/time/lazily.ts'
import { type Gist, gistOf, isApart, meets, sameGist } from './gist.ts'
import { ordinalsIn, otherOrdinals } from './ordinals.ts'
import { type WeighedWords, weighedWords } from './words.ts'

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
  return twinsIn(analysed(item), among.map(analysed))
}

/** The pairs of a list that seem to tell of one thing, each item with those after it, the surest first. */
export function twinPairs<T extends TwinItem>(items: readonly T[]): readonly (readonly [T, T])[] {
  const all = items.map(analysed)
  return all.flatMap((one, at) =>
    twinsIn(one, all.slice(at + 1)).map(({ item }) => [one.item, item] as const),
  )
}

function twinsIn<T>(own: Analysed<TwinItem>, among: readonly Analysed<T>[]): readonly Twin<T>[] {
  return among
    .map((other) => ({ item: other.item, ...likenessOf(own, other) }))
    .flatMap(({ kind, item, common }) => (kind === 'none' ? [] : [{ kind, item, common }]))
    .toSorted((one, other) => other.common - one.common)
    .map(({ kind, item }) => ({ kind, item }))
}

interface Likeness {
  readonly kind: Twin<TwinItem>['kind'] | 'none'
  readonly common: number
}

/** How much of their words two items have in common, from 0 to 1, and what that means. */
function likenessOf(one: Analysed<unknown>, other: Analysed<unknown>): Likeness {
  const dated = one.days !== null && other.days !== null
  const apart = daysApart(one, other)
  if (apart > 1) return { kind: 'none', common: 0 }
  if (one.plain() === other.plain()) return { kind: apart > 0 ? 'likely' : 'same', common: 1 }
  const [words, others] = [one.words(), other.words()]
  const [gist, otherGist] = [one.gist(), other.gist()]
  if (isApart(gist, otherGist) || otherOrdinals(one.ordinals(), other.ordinals()))
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

/** An item with what is compared of it, worked out when it is first asked for: most are of other days. */
interface Analysed<T> {
  readonly item: T
  /** The first day and the last, counted from one day for all; null where it says none. */
  readonly days: readonly [number, number] | null
  readonly plain: () => string
  readonly words: () => WeighedWords
  readonly gist: () => Gist
  readonly ordinals: () => ReturnType<typeof ordinalsIn>
}

function analysed<T extends TwinItem>(item: T): Analysed<T> {
  const { text, start, end, entities } = item
  return {
    item,
    days: start === null ? null : [daysBetween(someDay, start), daysBetween(someDay, end ?? start)],
    plain: lazily(() => plain(text)),
    words: lazily(() => weighedWords(text)),
    gist: lazily(() => gistOf(text, entities)),
    ordinals: lazily(() => ordinalsIn(text)),
  }
}

const someDay: Day = '2000-01-01'

/** How many days lie between two items: none where they touch or one says no day. Of several days, two authors may name different ones. */
function daysApart({ days: one }: Analysed<unknown>, { days: other }: Analysed<unknown>): number {
  if (one === null || other === null) return 0
  return Math.max(0, other[0] - one[1], one[0] - other[1])
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether what only one of two texts says, and what only the other does, is little beside what both say was done. */
function sameSubject(one: WeighedWords, other: WeighedWords): boolean {
  const shared = weightOf(one, (stem) => other.weights.has(stem) && !one.acronyms.has(stem))
  const mine = weightOf(one, (stem) => !other.weights.has(stem))
  const theirs = weightOf(other, (stem) => !one.weights.has(stem))
  return Math.min(mine, theirs) <= mostOtherwise * shared
}

/** Whether a text names what another one does not. */
function namesAlone({ names }: WeighedWords, { weights }: WeighedWords): boolean {
  return [...names].some((name) => !weights.has(name))
}

function weightOf({ weights }: WeighedWords, counts: (stem: string) => boolean = () => true): number {
  return [...weights].reduce((sum, [stem, weight]) => sum + (counts(stem) ? weight : 0), 0)
}
