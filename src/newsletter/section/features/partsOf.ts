import { type NamedPlace, scan } from '../../places/place.ts'
import type { Spot } from '../../places/spots.ts'
import { isAllCaps, type Word } from '../../words/words.ts'
import { didSomething } from './deeds.ts'
import { bodyAt, groupOpens, titleAt } from './opening.ts'
import { type FoundSign, signsOfDeed, topicsIn } from './signs.ts'

/** What is known of an item beside its words. */
export interface ItemFacts {
  readonly text: string
  readonly entities: readonly string[]
  readonly wg: string | null
  readonly places: readonly NamedPlace[]
  readonly precision: 'day' | 'month' | null
}

/** An item taken apart. */
export interface Parts extends ItemFacts {
  readonly words: readonly Word[]
  /** Where in the words the item begins, after its date line and the like. */
  readonly from: number
  readonly body: readonly Word[]
  readonly found: readonly FoundSign[]
  /** The names of all signs that were found. */
  readonly names: ReadonlySet<string>
  readonly firstVerb: FoundSign | undefined
  readonly firstNoun: FoundSign | undefined
  readonly verb: string | undefined
  readonly noun: string | undefined
  /** Whether the first noun stands before the first verb. */
  readonly isNounFirst: boolean
  /** Whether an office-holder opens it. */
  readonly opening: boolean
  /** Whether a group opens it. */
  readonly byGroup: boolean
  /** Whether people came together in it. */
  readonly activity: boolean
  /** Whether it says that something was done, in whatever word. */
  readonly isDeed: boolean
  readonly states: readonly Spot[]
  /** Who signed an agreement, States apart from groups of them and places. */
  readonly parties: readonly Spot[]
}

/** Nouns of what people come together for. */
const held = [
  'training',
  'workshop',
  'exercise',
  'conference',
  'meeting',
  'briefing',
  'consultation',
  'event',
]

/** Takes an item apart into what decides its section. */
export function partsOf(seen: ItemFacts): Parts {
  const scanned = scan(seen.text)
  const { words } = scanned
  const from = bodyAt(scanned)
  const body = words.slice(from)
  const topics = topicsIn(words)
  const found = signsOfDeed(words, topics)
  const firstVerb = found.find(({ sign }) => sign.kind === 'verbs')
  const firstNoun = found.find(({ sign }) => sign.kind === 'nouns')
  const [verb, noun] = [firstVerb?.sign.name, firstNoun?.sign.name]
  const names = new Set<string>(found.map(({ sign }) => sign.name))
  const agrees = names.has('agreement') && verb === 'sign'
  const spots = [...scanned.spots.values()].filter((spot) => !topics.has(spot.from))
  return {
    ...seen,
    ...{ words, from, body, found, names, firstVerb, firstNoun, verb, noun },
    isNounFirst: firstNoun !== undefined && firstNoun.at < (firstVerb?.at ?? words.length),
    opening: titleAt(body),
    // `ETCIP met …` opens with the group’s own acronym.
    byGroup: groupOpens(body) || (seen.wg !== null && opensAs(seen.wg, body)),
    activity: !agrees && (names.has('train') || held.some((name) => names.has(name))),
    isDeed: firstVerb !== undefined || didSomething(body),
    states: spots.filter((spot) => spot.kind === 'state' && !isOffice(words, spot)),
    parties: agrees
      ? spots.filter(
          ({ kind, from: at }) => kind !== 'region' && kind !== 'town' && at < (firstVerb?.at ?? 0),
        )
      : [],
  }
}

/** `UNDP Niger trained …`: what an entity calls its office in a State. */
function isOffice(words: readonly Word[], { from }: Spot): boolean {
  return isAllCaps(words[from - 1])
}

/** `ETCIP met …`, and `The group met …` where it is known which. */
function opensAs(wg: string, words: readonly Word[]): boolean {
  const [first, second] = words
  if (first?.key !== 'the') return first?.text === wg
  return second?.text === wg || second?.key === 'group'
}
