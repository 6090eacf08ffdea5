import type { Named } from '../places/place.ts'
import { scan } from '../places/place.ts'
import { isPartner } from '../places/spots.ts'
import { type Phrases, phraseAt, phrasesOf } from '../words/phrases.ts'
import { isAllCaps, isCapital, type Word } from '../words/words.ts'
import { lexicon, offices } from './lexicon.ts'

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

const signs: Phrases<Sign> = phrasesOf(
  Object.entries(lexicon).flatMap(([kind, classes]) =>
    Object.entries(classes).flatMap(([name, list]) =>
      listed(list).map((phrase) => [phrase, { kind: kind as keyof typeof lexicon, name }] as const),
    ),
  ),
)
const titles = phrasesOf(listed(offices).map((phrase) => [phrase, true] as const))

/** Single words parted by blanks, and phrases of several words after a semicolon. */
function listed(list: string): readonly string[] {
  return list.split(';').flatMap((part, at) => {
    const phrase = part.trim().replace(/\s+/g, ' ')
    return at === 0 || !phrase.includes(' ') ? phrase.split(' ') : [phrase]
  })
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

/** How many words make the opening of an item. */
const openingWords = 12

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
  const activity = names.has('train') || held.some((name) => names.has(name))
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
      ...has('agreement of entities', names.has('agreement') && states.length === 0 && entities.length > 1),
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
      ...has('entity opens', isAllCaps(words[0])),
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
    if (phrase) found.push({ sign: phrase.value, at, end: phrase.end })
    at = phrase?.end ?? at + 1
  }
  return found
}

/** What a group does when it meets; one that is launched does not yet. */
function meets(verb: string | undefined): boolean {
  return verb === undefined || ['discuss', 'hold', 'join', 'say', 'adopt', 'describe'].includes(verb)
}

function titleAt(words: readonly Word[]): boolean {
  return words.slice(0, 8).some((word, at) => isCapital(word) && phraseAt(titles, words, at) !== undefined)
}

function groupOpens(words: readonly Word[]): boolean {
  return words
    .slice(0, openingWords)
    .some(({ key }, at) => key === 'wg' || (key === 'working' && words[at + 1]?.key === 'group'))
}

/** How many partners hyphens join at the beginning: `UNOCT-UNODC-IOM training`. */
function joinedAtStart(words: readonly Word[]): number {
  let partners = 0
  let caps = false
  let at = ['the', 'a'].includes(words[0]?.key ?? '') ? 1 : 0
  for (; at < openingWords; at++) {
    if (!isCapital(words[at])) break
    caps ||= isAllCaps(words[at])
    while (isCapital(words[at + 1]) && words[at + 1]?.joined === false) at++
    partners++
    if (words[at + 1]?.key !== '-') break
    at++
  }
  return caps ? partners : 0
}

function hasTitleColon(words: readonly Word[]): boolean {
  return words.slice(1, 14).some(({ key }, at) => key === ':' && isCapital(words[at + 2]))
}
