import type { Named } from '../places/place.ts'
import { scan } from '../places/place.ts'
import { isPartner } from '../places/spots.ts'
import { type Phrases, phraseAt, phrasesOf } from '../words/phrases.ts'
import { isAllCaps, isLetters, type Word } from '../words/words.ts'
import { lexicon } from './lexicon.ts'
import { lexiconElsewhere } from './lexiconElsewhere.ts'
import { listed } from './listed.ts'
import {
  acronymsAtStart,
  entityOpens,
  groupOpens,
  hasTitleColon,
  joinedAtStart,
  openingWords,
  titleAt,
} from './opening.ts'

/** What is known of an item beside its words. */
export interface Seen {
  readonly text: string
  readonly entities: readonly string[]
  readonly wg: string | null
  readonly places: readonly Named[]
  readonly precision: 'day' | 'month' | null
}

interface Sign {
  readonly kind: keyof typeof lexicon
  readonly name: string
}

const lexicons: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[] = [
  lexicon,
  lexiconElsewhere,
]
const signs: Phrases<Sign> = phrasesOf(
  lexicons.flatMap((words) =>
    Object.entries(words).flatMap(([kind, classes]) =>
      Object.entries(classes).flatMap(([name, list]) =>
        listed(list).map((phrase) => [phrase, { kind: kind as keyof typeof lexicon, name }] as const),
      ),
    ),
  ),
)

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

/**
 * What an item is made of, as names of features: what opens it, who acts, what the first verb does, what is held or
 * published, who takes part, and whether a State, a group or a place stands in it. No word of its own subject.
 */
export function featuresOf({ text, entities, wg, places, precision }: Seen): readonly string[] {
  const scanned = scan(text)
  const { words } = scanned
  const found = findSigns(words)
  const firstVerb = found.find(({ sign }) => sign.kind === 'verbs')
  const firstNoun = found.find(({ sign }) => sign.kind === 'nouns')
  const opening = titleAt(words)
  const joined = joinedAtStart(words)
  const states = [...scanned.spots.values()].filter(({ kind }) => kind === 'state')
  const names = new Set<string>(found.map(({ sign }) => sign.name))
  const agrees = names.has('agreement') && firstVerb?.sign.name === 'sign'
  const activity = !agrees && (names.has('train') || held.some((name) => names.has(name)))
  const acting = Math.max(entities.length, acronymsAtStart(words))
  const stateActs = names.has('states') || states.some((spot) => isPartner(words, spot) || spot.from < 3)
  const has = (name: string, holds: boolean) => (holds ? [name] : [])
  return [
    ...new Set([
      ...found.filter(({ sign }) => sign.kind !== 'verbs').map(({ sign }) => `has ${sign.name}`),
      `verb ${firstVerb?.sign.name ?? 'none'}`,
      `noun ${firstNoun?.sign.name ?? 'none'}`,
      ...has(`head ${firstNoun?.sign.name}`, firstNoun !== undefined && firstNoun.at < openingWords),
      ...has('noun before verb', firstNoun !== undefined && firstNoun.at < (firstVerb?.at ?? words.length)),
      ...has('office opens', opening),
      ...has('office speaks', opening && firstVerb?.sign.name === 'say'),
      ...has('has training', names.has('train')),
      ...has('group opens', groupOpens(words)),
      ...has(
        'group meets',
        groupOpens(words) && meets(firstVerb?.sign.name) && firstNoun?.sign.name !== 'workshop',
      ),
      ...has('for a group', names.has('behalf') && groupOpens(words)),
      ...has('speaks early', firstVerb?.sign.name === 'say' && firstVerb.at < openingWords && !activity),
      ...has('activity in a place', activity && places.length > 0),
      ...has('activity without a place', activity && places.length === 0),
      ...has('partners in a place', joined + entities.length > 2 && places.length > 0),
      ...has('publication alone', names.has('publication') && !activity && !opening),
      ...has('nothing held', !activity && firstVerb === undefined),
      ...has('State takes part', stateActs),
      ...has('agreement with a State', names.has('agreement') && states.length > 0),
      ...has('agreement of entities', names.has('agreement') && states.length === 0 && acting > 1),
      ...has('group named', wg !== null),
      ...has('partners joined', joined > 1),
      ...has('many partners joined', joined > 2),
      ...has(
        'State joined',
        states.some((spot) => isPartner(words, spot)),
      ),
      ...has(
        'State acts',
        states.some(({ from }) => from < 3),
      ),
      ...has(
        'ordinal opens',
        /^(?:\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)/.test(words[0]?.key ?? ''),
      ),
      ...has('no entity', entities.length === 0),
      ...has('several entities', entities.length > 1),
      ...has('many entities', entities.length > 2),
      ...has('one entity', entities.length === 1),
      ...has('entity opens', entityOpens(words)),
      ...places.map(({ kind }) => `in ${kind}`),
      ...has('no place', places.length === 0),
      ...has('several places', places.length > 1),
      ...has('title in quotes', /["“”«]/.test(text)),
      ...has('title with a colon', hasTitleColon(words)),
      ...has('month alone', precision === 'month'),
      ...has('no date', precision === null),
      ...has('short', words.length < 14),
      ...has('long', words.length > 35),
    ]),
  ]
}

interface FoundSign {
  /** The word after its last one. */
  readonly end: number
  readonly sign: Sign
  readonly at: number
}

/** What the words of an item say, as the lexicon has it, in order. */
export function findSigns(words: readonly Word[]): readonly FoundSign[] {
  const found: FoundSign[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(signs, words, at)
    if (phrase) found.push({ sign: isBriefing(words, at) ? briefing : phrase.value, at, end: phrase.end })
    at = phrase?.end ?? at + 1
  }
  return found
}

const briefing: Sign = { kind: 'verbs', name: 'brief' }

/** `OCHA and UNOCT brief NGOs`; a policy brief, and one on something, is a publication. */
function isBriefing(words: readonly Word[], at: number): boolean {
  const [before, word, after] = words.slice(Math.max(0, at - 1), at + 2)
  if (at === 0 || (word?.text !== 'brief' && word?.text !== 'briefs') || !isAllCaps(before)) return false
  return after !== undefined && isLetters(after) && after.key !== 'on' && after.key !== 'about'
}

/** What a group does when it meets; one that is launched does not yet. */
function meets(verb: string | undefined): boolean {
  return verb === undefined || ['discuss', 'hold', 'join', 'say', 'adopt', 'describe'].includes(verb)
}
