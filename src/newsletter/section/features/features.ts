import { isPartner, type Spot } from '../../places/spots.ts'
import type { Word } from '../../words/words.ts'
import {
  acronymsAtStart,
  entityOpens,
  groupOpens,
  hasTitleColon,
  joinedAtStart,
  openingWords,
  titleAt,
} from './opening.ts'
import { type ItemFacts, type Parts, partsOf } from './partsOf.ts'
import type { FoundSign } from './signs.ts'

/**
 * What an item is made of, as names of features: what opens it, who acts, what the first verb does, what is held or
 * published, who takes part, and whether a State, a group or a place stands in it. No word of its own subject.
 */
export function featuresOf(seen: ItemFacts): readonly string[] {
  const parts = partsOf(seen)
  return [
    ...new Set([
      ...ofSigns(parts),
      ...ofOpening(parts),
      ...ofActivity(parts),
      ...ofPartners(parts),
      ...ofEntities(parts),
      ...ofForm(parts),
    ]),
  ]
}

function has(name: string, holds: boolean): readonly string[] {
  return holds ? [name] : []
}

/** What is done, and to what. */
function ofSigns({ found, verb, noun, firstNoun, isNounFirst, from }: Parts): readonly string[] {
  return [
    ...found.filter(({ sign }) => sign.kind !== 'verbs').map(({ sign }) => `has ${sign.name}`),
    `verb ${verb ?? 'none'}`,
    `noun ${noun ?? 'none'}`,
    ...has(`head ${noun}`, firstNoun !== undefined && firstNoun.at < from + openingWords),
    ...has('noun before verb', isNounFirst),
  ]
}

/** What an office-holder or a group does that opens the item. */
function ofOpening(parts: Parts): readonly string[] {
  const { text, words, from, names, firstVerb, firstNoun, verb, noun, opening, byGroup, activity } = parts
  const speaks =
    (opening && (verb === 'say' || verb === 'brief')) ||
    (opening && verb === undefined && noun === undefined && /[:“‘]/.test(text)) ||
    isBySpeaker(words, firstNoun)
  return [
    ...has('office opens', opening),
    ...has('office speaks', speaks),
    ...has('office meets', opening && meetings.has(verb ?? '')),
    ...has('has training', names.has('train')),
    ...has('group opens', byGroup),
    ...has('group meets', byGroup && meets(verb) && noun !== 'workshop'),
    ...has('for a group', names.has('behalf') && groupOpens(words)),
    ...has('speaks early', verb === 'say' && (firstVerb?.at ?? 0) < from + openingWords && !activity),
  ]
}

/** What an office-holder does with others and does not only say. */
const meetings = new Set('join visit sign hold discuss'.split(' '))

/** `Briefing by the Executive Director`: what was said, by an office. */
function isBySpeaker(words: readonly Word[], noun: FoundSign | undefined): boolean {
  if (noun?.sign.name !== 'speech' && noun?.sign.name !== 'briefing') return false
  return words[noun.end]?.key === 'by' && titleAt(words.slice(noun.end + 1, noun.end + 4))
}

/** What a group does when it meets; one that is launched does not yet. */
function meets(verb: string | undefined): boolean {
  return verb === undefined || ['discuss', 'hold', 'join', 'say', 'adopt', 'describe'].includes(verb)
}

/** What people came together for, and where; what was decided, published or offered instead. */
function ofActivity(parts: Parts): readonly string[] {
  const { words, from, body, found, names, places, entities } = parts
  const { verb, noun, isNounFirst, opening, activity, isDeed } = parts
  const isPlaced = places.length > 0
  const isSomeDeed = verb === undefined ? isDeed : deeds.has(verb)
  const isCivil = civil.some((name) => names.has(name)) && !names.has('officials')
  const organAt = found.find(({ sign }) => sign.name === 'organs')?.at ?? -1
  return [
    ...has('activity in a place', activity && isPlaced),
    ...has('activity without a place', activity && !isPlaced),
    ...has(
      'training without a place',
      (names.has('training') || names.has('train')) && activity && !isPlaced,
    ),
    ...has('partners in a place', joinedAtStart(body) + entities.length > 2 && isPlaced),
    ...has('publication alone', names.has('publication') && !activity && !opening),
    ...has('civil takes part', isCivil && activity && isPlaced),
    ...has('with civil society', !names.has('officials') && found.some((one) => isCivilSide(words, one))),
    ...has('organ opens', organAt >= from && organAt < from + organReach && !names.has('behalf')),
    ...has('deed in a place', !activity && noun === undefined && isPlaced && isSomeDeed),
    ...has(
      'deed without a place',
      !activity && noun === undefined && verb === undefined && isDeed && !isPlaced,
    ),
    ...has('organ decides', names.has('organs') && verb === 'adopt'),
    ...has(
      'offers a training',
      noun === 'training' && !isNounFirst && (verb === 'launch' || verb === 'publish'),
    ),
    ...has('nothing held', !activity && !isDeed),
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

/** The States and groups that take part, and who agreed with whom. */
function ofPartners(parts: Parts): readonly string[] {
  const { words, body, from, names, states, parties, entities, wg } = parts
  const joined = joinedAtStart(body)
  const acts = ({ from: at }: Spot) =>
    at >= from && at < from + 3 && !(at > from && ['from', 'of', 'in'].includes(words[at - 1]?.key ?? ''))
  const takesPart = states.some((spot) => isPartner(words, spot) || isCounterpart(words, spot) || acts(spot))
  const isWithState = states.length + parties.length > 0
  const acting = Math.max(entities.length, acronymsAtStart(body))
  return [
    ...has('State takes part', names.has('states') || takesPart),
    ...has('agreement with a State', names.has('agreement') && isWithState),
    ...has('agreement of entities', names.has('agreement') && !isWithState && acting > 1),
    ...has('group named', wg !== null),
    ...has('partners joined', joined > 1),
    ...has('many partners joined', joined > 2),
    ...has(
      'State joined',
      states.some((spot) => isPartner(words, spot)),
    ),
    ...has('State acts', states.some(acts)),
  ]
}

/** `consultation with Botswana`: a State that something was done with. */
function isCounterpart(words: readonly Word[], { from }: Spot): boolean {
  const before = words[words[from - 1]?.key === 'the' ? from - 2 : from - 1]
  return before?.key === 'with' || before?.key === 'between'
}

function ofEntities({ body, entities }: Parts): readonly string[] {
  return [
    ...has(
      'ordinal opens',
      /^(?:\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)/.test(body[0]?.key ?? ''),
    ),
    ...has('no entity', entities.length === 0),
    ...has('several entities', entities.length > 1),
    ...has('many entities', entities.length > 2),
    ...has('one entity', entities.length === 1),
    ...has('entity opens', entityOpens(body)),
  ]
}

/** How the item is written: with which places, dates and titles, and how long. */
function ofForm({ text, words, body, places, precision }: Parts): readonly string[] {
  return [
    ...places.map(({ kind }) => `in ${kind}`),
    ...has('no place', places.length === 0),
    ...has('several places', places.length > 1),
    ...has('title in quotes', /["“”«]/.test(text)),
    ...has('title with a colon', hasTitleColon(body)),
    ...has('month alone', precision === 'month'),
    ...has('no date', precision === null),
    ...has('short', words.length < 14),
    ...has('long', words.length > 35),
  ]
}
