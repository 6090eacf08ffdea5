import { isCapital, isLetters, wordsOf } from '../words/words.ts'
import { activities } from './activities.ts'
import { closesClause } from './behind.ts'
import { beforeActivity, meantFor, ofPeople } from './beneficiaries.ts'
import { belowTitle, hostAtStart, hostState, onlyTown, readDateline } from './dateline.ts'
import { distinct, townWithin, withItsState, withoutRegionOfTitle } from './distinct.ts'
import { inItsBracket, isLabel, labelled, nameAt, partnerWords } from './labelled.ts'
import { type NamedPlace, placeAt, placesAt, type ScannedText } from './listed.ts'
import { spotsIn } from './spots.ts'
import { arabicIn } from './states.ts'
import {
  isAimOf,
  isDatedTown,
  isOfSeveralSites,
  isOfSite,
  isSiteOfTown,
  isSubject,
  quotedWords,
  townOfState,
} from './subjects.ts'
import { visited, visitedTown } from './visits.ts'

export type { NamedPlace } from './listed.ts'

/**
 * Where something was held or whom it was held for, as the text says it: `in Accra, Ghana`, `visit to Jordan,
 * Benin & Spain`, a town after the last comma, `workshop for the Caribbean`, a dateline. Empty when it does not
 * say, which is better than a guess. `aside` is what stood in the brackets of its date: `26 March, New York`.
 */
export function readPlaces(text: string, aside = ''): readonly NamedPlace[] {
  const scanned = scan(text)
  const visits = visited(scanned)
  const [inText, bracketed] = [
    withItsState(scanned, withoutRegionOfTitle(scanned, heldAt(scanned))),
    inBrackets(aside),
  ]
  if (visits.length > 0) return visitedTown(visits, inText) ?? visits
  // `justice in the Sahel (Cairo, 2 July)` was said in Cairo; `in Accra (Ghana, 3 March)` says the town before.
  const within = townWithin(inText, bracketed) ?? townWithin(bracketed, inText)
  if (within) return [within]
  const below = belowTitle(scanned)
  if (below && inText.every(({ state }) => state === below.state)) return [below]
  const inTown = inText.some(({ kind }) => kind === 'town')
  if (bracketed.length > 0 && (!inTown || bracketed.some(({ kind }) => kind === 'town'))) return bracketed
  if (inText.length > 0) return inText
  const dateline = readDateline(scanned) ?? hostAtStart(scanned) ?? hostState(scanned)
  if (dateline) return [dateline]
  for (const reader of [meantFor, beforeActivity, ofPeople]) {
    const found = reader(scanned)
    if (found.length > 0) return found
  }
  const town = onlyTown(scanned)
  return town ? [town] : []
}

/** The same as a newsletter prints it, several joined by `; `; null for none. */
export function placeText(places: readonly NamedPlace[]): string | null {
  const [only] = places
  if (only === undefined) return null
  return places.length === 1 ? only.name : places.map(({ inList }) => inList).join('; ')
}

/** A text with its words and the known places among them. */
export function scan(text: string): ScannedText {
  const words = wordsOf(text)
  return { text, words, spots: spotsIn(words) }
}

const held = new Set('in near à en au aux dans em at @ to в во في 在'.split(' '))

const continents = new Set(['Africa', 'Asia', 'Europe', 'Oceania', 'Eurasia', 'the Americas'])
const seats = new Set(['took', 'held', 'hosted', 'met', 'opened', 'concluded', 'gathered', 'began'])

/** After a preposition, and at the end of a clause after a comma. */
function heldAt(scanned: ScannedText): readonly NamedPlace[] {
  const { words, spots } = scanned
  const quoted = quotedWords(scanned)
  const ofPartners = partnerWords(scanned)
  const found: NamedPlace[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    if (word.text === '📍' || isOfSite(words, at)) {
      found.push(...placesAt(scanned, at + 1, true))
    } else if (isOfSeveralSites(words, at)) {
      found.push(...placesAt(scanned, at + 1, false))
    } else if (word.text.startsWith(arabicIn) && spots.get(at)?.name.startsWith(arabicIn) === false) {
      found.push(...placesAt(scanned, at, false))
    } else if (word.key === 'at' && isSiteOfTown(scanned, at + 2)) {
      found.push(...placesAt(scanned, at + 2, false))
    } else if (isLabel(scanned, at)) {
      found.push(...labelled(scanned, at + 1))
    } else if (held.has(word.text.toLowerCase())) {
      const spokenOf = isSubject(scanned, at) && !isAimOf(scanned, at) && !isDatedTown(scanned, at + 1)
      const town = spokenOf || word.key === 'to' ? townOfState(scanned, at + 1) : undefined
      if (town) found.push(town)
      if (town || spokenOf) {
        at = Math.max(at, (town?.to ?? 0) - 1)
        continue
      }
      const free = ['in', 'à', 'near', 'في'].includes(word.text.toLowerCase())
      const name = nameAt(scanned, at + 1)
      if (!free && !seatsBefore(scanned, at) && !isTownAt(scanned, name, word.key)) continue
      const mayBeUnknown = word.key !== 'to' && word.key !== 'at' && word.key !== 'en' && !quoted[at]
      const places = placesAt(scanned, name, mayBeUnknown)
      const [first] = places
      // `organized crime in Africa` is a subject; `training in Africa` says where.
      if (first && continents.has(first.name) && !activities.has(words[at - 1]?.key ?? '')) continue
      found.push(...places)
      at = Math.max(at, (places.at(-1)?.to ?? 0) - 1)
    } else if (isPause(scanned, at) && !ofPartners[at]) {
      const places = clauseEnd(scanned, at + 1, found.length === 0)
      found.push(...places)
      at = Math.max(at, (places.at(-1)?.to ?? 0) - 1)
    } else if (word.key === '(' || word.key === '[') found.push(...inItsBracket(scanned, at + 1))
  }
  return distinct(found)
}

/** A dash nearer to the beginning belongs to a dateline. */
const datelineWords = 6

/** A comma or a dash after which a clause may say where: not one within a list of places, but a town after a State. */
function isPause(scanned: ScannedText, at: number): boolean {
  const { words, spots } = scanned
  const [word, next] = [words[at], spots.get(at + 1)]
  if (word?.key === ';') return next?.kind === 'town' && isLast(scanned, at + 1)
  if (word?.key === ',')
    return !followsPlace(scanned, at) || (next?.kind === 'town' && isLast(scanned, at + 1))
  if (next === undefined || !['-', '|'].includes(word?.key ?? '') || word?.joined) return false
  const end = placeAt(scanned, at + 1, false)?.to
  // `Training of judges – Accra – 6 March`
  const isDated =
    ['-', '|'].includes(words[end ?? -1]?.key ?? '') && /^\d/.test(words[(end ?? 0) + 1]?.key ?? '')
  return at > datelineWords || (at > datelineWords / 2 && end === words.length) || (at > 1 && isDated)
}

/** Whether one place follows, with the State that it lies in, and then nothing but a date. */
function isLast(scanned: ScannedText, at: number): boolean {
  const end = placeAt(scanned, at, false)?.to
  return end !== undefined && closesClause(scanned, end)
}

function seatsBefore({ words }: ScannedText, at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some(({ key }) => seats.has(key))
}

/** `at the Vienna …` is a building; `at Wilton Park`, `au Mali`, `en Túnez` are places. */
function isTownAt({ words, spots }: ScannedText, at: number, preposition: string): boolean {
  if (preposition === 'to') return false
  const spot = spots.get(at)
  const after = words[spot?.to ?? -1]
  // `at Mediterranean seaports` is no place.
  if (spot?.kind === 'region' && after && isLetters(after) && !joints.has(after.key)) return false
  return spot !== undefined && spot.kind !== 'adjective' && (preposition !== 'at' || !isCapital(after))
}

/** Words that may stand after a place. */
const joints = new Set('and on from with by to for in at between under where et y du del le el'.split(' '))

function followsPlace({ spots }: ScannedText, comma: number): boolean {
  for (let back = 1; back <= 6; back++) {
    const spot = spots.get(comma - back)
    if (spot && spot.to === comma) return true
  }
  return false
}

/**
 * A list of places that ends its clause: nothing follows but a date, another clause or the end. A town that is not
 * in the list is taken where `unknown` says so.
 */
function clauseEnd(scanned: ScannedText, at: number, unknown: boolean): readonly NamedPlace[] {
  const { words } = scanned
  const last = words.length
  const places = placesAt(scanned, at, false)
  const end = places.at(-1)?.to
  if (end !== undefined) return closesClause(scanned, end) || isBetweenCommas(scanned, at, end) ? places : []
  const town = unknown ? placeAt(scanned, at, true) : undefined
  const rest = town && (town.to === last || (town.to === last - 1 && words[town.to]?.key === '.'))
  return rest && at > 4 ? [town] : []
}

/** `on 17 Nov, New York, with …`: a town after its date, which its sentence goes on after. */
function isBetweenCommas({ words, spots }: ScannedText, at: number, end: number): boolean {
  const dated = words.slice(Math.max(0, at - 4), at - 1).some(({ text }) => /^\d/.test(text))
  return dated && words[at - 1]?.key === ',' && words[end]?.key === ',' && spots.get(at)?.kind === 'town'
}

/** `26 March, New York` and `Vienna, 5-6 Nov`, from the brackets of a date. */
function inBrackets(aside: string): readonly NamedPlace[] {
  const scanned = scan(aside)
  const first = scanned.spots.size === 0 && aside.includes(',') ? placeAt(scanned, 0, true) : undefined
  if (first && scanned.words[first.to]?.key === ',' && /^\d/.test(scanned.words[first.to + 1]?.key ?? ''))
    return [first]
  const places = [...scanned.spots.keys()].flatMap((at) => placeAt(scanned, at, false) ?? [])
  // The State after its town is no place of its own.
  return distinct(places.filter(({ from }) => !places.some((one) => one.from < from && from < one.to)))
}
