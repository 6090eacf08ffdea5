import { isCapital, type Word } from '../words/words.ts'
import { afterDate, afterJoint, closesClause } from './behind.ts'
import { isCompound, isPartner, type Spot } from './spots.ts'
import { arabicEnd, onlyName, townEnd } from './unlisted.ts'

/** One place of a text: a town with its State, a State, or a region. */
export interface NamedPlace {
  /** As the text has it, without the article before it. */
  readonly name: string
  /** The same with its article, as it stands in a list. */
  readonly inList: string
  readonly state: string | null
  readonly kind: 'state' | 'town' | 'region'
  readonly from: number
  /** The word after its last one. */
  readonly to: number
}

/** A text with what its readers look up. */
export interface ScannedText {
  readonly text: string
  readonly words: readonly Word[]
  readonly spots: ReadonlyMap<number, Spot>
}

/**
 * The place that begins at a word, with the State after its comma or in brackets. A town that is not in the list
 * is taken where `unknown` says so: after a preposition, say.
 */
export function placeAt(scanned: ScannedText, at: number, unknown: boolean): NamedPlace | undefined {
  const { words, spots } = scanned
  const article = words[at]?.key === 'the' && !spots.has(at) ? 1 : 0
  const from = at + article
  const spot = spots.get(from)
  if (spot) {
    const own = stateBehind(scanned, spot)
    if (own) {
      const comma = isArabic(words[own.from]) ? '،' : ','
      const name = `${written(scanned, spot)}${comma} ${written(scanned, own)}`
      return { name, inList: name, state: own.state, kind: 'town', from, to: own.to }
    }
    if (spot.kind === 'adjective' || isPartner(words, spot) || isCompound(words, spot)) return undefined
    const city = cityOf(scanned, spot)
    if (city) return withState(scanned, city)
    const named = { name: written(scanned, spot), state: spot.state, kind: spot.kind, from, to: spot.to }
    const town = townOf(scanned, spot)
    if (town) {
      const name = `${written(scanned, town)}, ${named.name}`
      return { name, inList: name, state: spot.state, kind: 'town', from, to: town.to }
    }
    return withState(scanned, { ...named, inList: `${article ? 'the ' : ''}${named.name}` })
  }
  const part = partOf(scanned, from)
  if (part) return part
  if (!unknown || article) return undefined
  const arabic = arabicEnd(words, from)
  const to = townEnd(words, from) ?? (spots.get((arabic ?? -2) + 1)?.kind === 'state' ? arabic : undefined)
  if (to === undefined) return undefined
  const name = slice(scanned, from, to)
  return withState(scanned, { name, inList: name, state: null, kind: 'town', from, to })
}

const compass = /^(?:north|south|east|west|central)(?:ern)?$/

/** `eastern Chad`, `north-eastern Nigeria`: a part of a State. */
function partOf(scanned: ScannedText, from: number): NamedPlace | undefined {
  const { words, spots } = scanned
  let at = from
  while (at < from + 3 && (compass.test(words[at]?.key ?? '') || (at > from && words[at]?.key === '-'))) at++
  const spot = at > from ? spots.get(at) : undefined
  if (spot?.kind !== 'state' || isPartner(words, spot) || isCompound(words, spot)) return undefined
  const name = slice(scanned, from, spot.to)
  return { name, inList: name, state: spot.state, kind: 'region', from, to: spot.to }
}

/** `Djibouti City`, which no list has. */
function cityOf(scanned: ScannedText, { kind, state, from, to }: Spot): NamedPlace | undefined {
  const [word, after] = [scanned.words[to], scanned.words[to + 1]]
  if (kind !== 'state' || word?.text !== 'City' || isCapital(after)) return undefined
  const name = slice(scanned, from, to + 1)
  return { name, inList: name, state, kind: 'town', from, to: to + 1 }
}

function isArabic(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Script=Arabic}/u.test(word.text)
}

/**
 * `Accra-Ghana`, `Accra – Ghana` and `Accra/Ghana`: the State that a town lies in, after a sign that joins them; in
 * Arabic also after the town itself, with the word for “in” joined to it.
 */
function stateBehind({ words, spots }: ScannedText, { kind, state, to }: Spot): Spot | undefined {
  const behind = spots.get(['-', '/'].includes(words[to]?.key ?? '') ? to + 1 : isArabic(words[to]) ? to : -1)
  return kind === 'town' && behind?.kind === 'state' && behind.state === state ? behind : undefined
}

/** `Cabo Verde, Praia`: after a State and a comma, a town that lies in it and ends its clause. */
function townOf(scanned: ScannedText, { kind, state, to }: Spot): Spot | undefined {
  const { words, spots } = scanned
  const town = kind === 'state' && words[to]?.key === ',' ? spots.get(to + 1) : undefined
  const isIn = town?.kind === 'town' && town.state === state
  return isIn && closesClause(scanned, words[town.to]?.key === ',' ? town.to + 1 : town.to) ? town : undefined
}

/** The places of a list that begins at a word: `Jordan (6-9 Mar), Benin & Spain`. */
export function placesAt(scanned: ScannedText, at: number, unknown: boolean): readonly NamedPlace[] {
  const found: NamedPlace[] = []
  let next: NamedPlace | undefined = placeAt(scanned, at, unknown)
  while (next && found.length < 20) {
    found.push(next)
    const further = afterJoint(scanned.words, afterDate(scanned.words, next.to))
    const listed = further === undefined ? undefined : placeAt(scanned, further, false)
    next = listed ?? (unknown && further !== undefined ? unknownTown(scanned, further) : undefined)
    // `Accra (6 Mar), Ghana`: after its date, a town's own State.
    const last = found.at(-1)
    if (last && next && isStateOf(last, next)) {
      const name = `${last.name}, ${next.name}`
      found.splice(-1, 1, { ...last, name, inList: name, to: next.to })
      next = undefined
    }
  }
  return found
}

/** Whether a State is the one in which a town lies that names none itself. */
export function isStateOf(town: NamedPlace, state: NamedPlace): boolean {
  const isAlone = town.kind === 'town' && !/[,(]/.test(town.name)
  return isAlone && state.kind === 'state' && town.state !== null && town.state === state.state
}

/** `in Dhobley & Doolow on 5 May`: a town that is not in the list, the last of several. */
function unknownTown(scanned: ScannedText, at: number): NamedPlace | undefined {
  const { words } = scanned
  if (words[at - 1]?.key !== 'and') return undefined
  const town = placeAt(scanned, at, true)
  const [after, day] = town ? [words[town.to], words[town.to + 1]] : []
  const isDated = ['on', 'from'].includes(after?.key ?? '') && /^\d/.test(day?.key ?? '')
  return town && (isDated || closesClause(scanned, town.to)) ? town : undefined
}

/** `Tokyo, Japan`, `Lviv (Ukraine)`, `Dakar - Senegal`: a town and what it lies in. */
function withState(scanned: ScannedText, named: NamedPlace): NamedPlace {
  const { words, spots } = scanned
  // `Washington D.C., USA`
  const end = named.name.endsWith('.') && words[named.to]?.key === '.' ? named.to + 1 : named.to
  const sign = words[end]?.key
  if (sign !== ',' && sign !== '(') return named
  let at = end + 1
  // `à N’Djamena, au Tchad`
  const article = articles.has(words[at]?.key ?? '') && !spots.has(at) ? 1 : 0
  at += article
  const within = spots.get(at)
  if (sign === '(' && words[within?.to ?? -1]?.key !== ')') return named
  const lies = within?.kind === 'state' && (named.kind === 'town' || isTownToo(named, within))
  // `Puerto Rico, Caquetá` is a town by the name of a territory.
  const townOf = sign === ',' && !within && named.kind === 'state' ? onlyName(words, at) : undefined
  const to = lies && within ? within.to + (sign === '(' ? 1 : 0) : townOf
  if (to === undefined) return named
  const from = words[end - 1]?.end ?? 0
  const stateEnd = lies && within ? (words[within.to - 1]?.end ?? from) : from
  const state =
    lies && within ? scanned.text.slice(from, words[at]?.at ?? from) + written(scanned, within) : ''
  const name =
    named.name +
    (state.endsWith('.') ? scanned.text.slice(from, stateEnd) : state) +
    scanned.text.slice(stateEnd, words[to - 1]?.end ?? 0)
  if (!lies || !within) return { ...named, name, inList: name, to, kind: 'town', state: null }
  // `Atlanta, Georgia` lies in the other Georgia, also without `USA` after it.
  const union = within.state === 'GE' && words[to]?.key === ',' ? spots.get(to + 1) : undefined
  const whole = union?.state === 'US' ? `${name}, ${written(scanned, union)}` : name
  const isAmerican = whole !== name || (within.state === 'GE' && named.state === 'US')
  return {
    ...{ name: whole, inList: whole, kind: 'town', from: named.from },
    to: whole === name ? to : (union?.to ?? to),
    state: isAmerican ? 'US' : within.state,
  }
}

/** What may stand between a town’s comma and its State. */
const articles = new Set(['the', 'au', 'aux', 'en'])

/** `Singapore, Singapore` and `Georgia, United States`; two States in a list are two. */
function isTownToo(named: NamedPlace, within: Spot): boolean {
  return named.state === within.state || (named.state === 'GE' && within.state === 'US')
}

/** A known place as the text has it; in the list's letters where the text shouts, and in the case in which it is listed. */
function written(scanned: ScannedText, { from, to, name }: Spot): string {
  const point = name.endsWith('.') && scanned.words[to]?.joined === true && scanned.words[to]?.key === '.'
  const text = slice(scanned, from, point ? to + 1 : to)
  // A Russian name stands in the case that its sentence asks for, an Arabic one after its prefix.
  if (/[\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(name)) return name
  if (text === text.toLowerCase() && text.normalize('NFC') === name.toLowerCase()) return name
  return name.length > 4 && text === text.toUpperCase() && text !== text.toLowerCase() ? name : text
}

/** The text from one word up to another, which is not part of it. */
export function slice({ text, words }: ScannedText, from: number, to: number): string {
  return text.slice(words[from]?.at ?? 0, words[to - 1]?.end ?? 0)
}
