import type { Named } from '../places/place.ts'
import { scan } from '../places/place.ts'
import { isPartner, type Spot } from '../places/spots.ts'
import { isAllCaps, type Word } from '../words/words.ts'
import {
  acronymsAtStart,
  bodyAt,
  entityOpens,
  groupOpens,
  hasTitleColon,
  joinedAtStart,
  openingWords,
  titleAt,
} from './opening.ts'
import { type FoundSign, signsOfDeed, topicsIn } from './signs.ts'

/** What is known of an item beside its words. */
export interface Seen {
  readonly text: string
  readonly entities: readonly string[]
  readonly wg: string | null
  readonly places: readonly Named[]
  readonly precision: 'day' | 'month' | null
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

/**
 * What an item is made of, as names of features: what opens it, who acts, what the first verb does, what is held or
 * published, who takes part, and whether a State, a group or a place stands in it. No word of its own subject.
 */
export function featuresOf({ text, entities, wg, places, precision }: Seen): readonly string[] {
  const scanned = scan(text)
  const { words } = scanned
  const from = bodyAt(scanned)
  const body = words.slice(from)
  const topics = topicsIn(words)
  const found = signsOfDeed(words, topics)
  const firstVerb = found.find(({ sign }) => sign.kind === 'verbs')
  const firstNoun = found.find(({ sign }) => sign.kind === 'nouns')
  const [verb, noun] = [firstVerb?.sign.name, firstNoun?.sign.name]
  const isNounFirst = firstNoun !== undefined && firstNoun.at < (firstVerb?.at ?? words.length)
  const opening = titleAt(body)
  const joined = joinedAtStart(body)
  const states = [...scanned.spots.values()].filter(
    (spot) => spot.kind === 'state' && !topics.has(spot.from) && !isOffice(words, spot),
  )
  const acts = ({ from: at }: Spot) =>
    at >= from && at < from + 3 && !(at > from && ['from', 'of', 'in'].includes(words[at - 1]?.key ?? ''))
  // `ETCIP met …` opens with the group’s own acronym.
  const byGroup = groupOpens(body) || (wg !== null && body[body[0]?.key === 'the' ? 1 : 0]?.text === wg)
  const names = new Set<string>(found.map(({ sign }) => sign.name))
  const agrees = names.has('agreement') && verb === 'sign'
  const parties = agrees
    ? [...scanned.spots.values()].filter(
        ({ kind, from: at }) =>
          kind !== 'region' && kind !== 'town' && !topics.has(at) && at < (firstVerb?.at ?? 0),
      )
    : []
  const activity = !agrees && (names.has('train') || held.some((name) => names.has(name)))
  const isCivil = civil.some((name) => names.has(name)) && !names.has('officials')
  const acting = Math.max(entities.length, acronymsAtStart(body))
  const stateActs =
    names.has('states') ||
    states.some((spot) => isPartner(words, spot) || isCounterpart(words, spot) || acts(spot))
  const organAt = found.find(({ sign }) => sign.name === 'organs')?.at ?? -1
  const speaks =
    (opening && (verb === 'say' || verb === 'brief')) ||
    (opening && verb === undefined && noun === undefined && /[:“‘]/.test(text)) ||
    isBySpeaker(words, firstNoun)
  const has = (name: string, holds: boolean) => (holds ? [name] : [])
  return [
    ...new Set([
      ...found.filter(({ sign }) => sign.kind !== 'verbs').map(({ sign }) => `has ${sign.name}`),
      `verb ${verb ?? 'none'}`,
      `noun ${noun ?? 'none'}`,
      ...has(`head ${noun}`, firstNoun !== undefined && firstNoun.at < from + openingWords),
      ...has('noun before verb', isNounFirst),
      ...has('office opens', opening),
      ...has('office speaks', speaks),
      ...has('office meets', opening && meetings.has(verb ?? '')),
      ...has('has training', names.has('train')),
      ...has('group opens', byGroup),
      ...has('group meets', byGroup && meets(verb) && noun !== 'workshop'),
      ...has('for a group', names.has('behalf') && groupOpens(words)),
      ...has('speaks early', verb === 'say' && (firstVerb?.at ?? 0) < from + openingWords && !activity),
      ...has('activity in a place', activity && places.length > 0),
      ...has('activity without a place', activity && places.length === 0),
      ...has(
        'training without a place',
        (names.has('training') || names.has('train')) && activity && places.length === 0,
      ),
      ...has('partners in a place', joined + entities.length > 2 && places.length > 0),
      ...has('publication alone', names.has('publication') && !activity && !opening),
      ...has('civil takes part', isCivil && activity && places.length > 0),
      ...has('with civil society', !names.has('officials') && found.some((one) => isCivilSide(words, one))),
      ...has('organ opens', organAt >= from && organAt < from + organReach && !names.has('behalf')),
      ...has(
        'deed in a place',
        !activity && noun === undefined && places.length > 0 && deeds.has(verb ?? ''),
      ),
      ...has('organ decides', names.has('organs') && verb === 'adopt'),
      ...has(
        'offers a training',
        noun === 'training' && !isNounFirst && (verb === 'launch' || verb === 'publish'),
      ),
      ...has('nothing held', !activity && firstVerb === undefined),
      ...has('State takes part', stateActs),
      ...has('agreement with a State', names.has('agreement') && states.length + parties.length > 0),
      ...has(
        'agreement of entities',
        names.has('agreement') && states.length + parties.length === 0 && acting > 1,
      ),
      ...has('group named', wg !== null),
      ...has('partners joined', joined > 1),
      ...has('many partners joined', joined > 2),
      ...has(
        'State joined',
        states.some((spot) => isPartner(words, spot)),
      ),
      ...has('State acts', states.some(acts)),
      ...has(
        'ordinal opens',
        /^(?:\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)/.test(body[0]?.key ?? ''),
      ),
      ...has('no entity', entities.length === 0),
      ...has('several entities', entities.length > 1),
      ...has('many entities', entities.length > 2),
      ...has('one entity', entities.length === 1),
      ...has('entity opens', entityOpens(body)),
      ...places.map(({ kind }) => `in ${kind}`),
      ...has('no place', places.length === 0),
      ...has('several places', places.length > 1),
      ...has('title in quotes', /["“”«]/.test(text)),
      ...has('title with a colon', hasTitleColon(body)),
      ...has('month alone', precision === 'month'),
      ...has('no date', precision === null),
      ...has('short', words.length < 14),
      ...has('long', words.length > 35),
    ]),
  ]
}

/** Who is neither an entity nor a State. */
const civil = ['civil', 'academia', 'business']

/** How near to the beginning an organ acts. */
const organReach = 5

/** What is done somewhere whatever it is called. */
const deeds = new Set('hold train join partner'.split(' '))

/** `dialogue with the private sector`, `NGOs discussed …`: with whom something is done, or who does it. */
function isCivilSide(words: readonly Word[], { sign, at }: FoundSign): boolean {
  if (!civil.includes(sign.name)) return false
  return words.slice(Math.max(0, at - 5), at).some(({ key }) => key === 'with' || key === 'between')
}

/** What an office-holder does with others and does not only say. */
const meetings = new Set('join visit sign hold discuss'.split(' '))

/** `Briefing by the Executive Director`: what was said, by an office. */
function isBySpeaker(words: readonly Word[], noun: FoundSign | undefined): boolean {
  if (noun?.sign.name !== 'speech' && noun?.sign.name !== 'briefing') return false
  return words[noun.end]?.key === 'by' && titleAt(words.slice(noun.end + 1, noun.end + 4))
}

/** `UNDP Niger trained …`: what an entity calls its office in a State. */
function isOffice(words: readonly Word[], { from }: Spot): boolean {
  return isAllCaps(words[from - 1])
}

/** `consultation with Botswana`: a State that something was done with. */
function isCounterpart(words: readonly Word[], { from }: Spot): boolean {
  const before = words[words[from - 1]?.key === 'the' ? from - 2 : from - 1]
  return before?.key === 'with' || before?.key === 'between'
}

/** What a group does when it meets; one that is launched does not yet. */
function meets(verb: string | undefined): boolean {
  return verb === undefined || ['discuss', 'hold', 'join', 'say', 'adopt', 'describe'].includes(verb)
}
