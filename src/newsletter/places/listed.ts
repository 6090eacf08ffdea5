import { isAllCaps, isCapital, type Word } from '../words/words.ts'
import { afterDate, afterJoint, closesClause } from './behind.ts'
import { notTowns } from './notTowns.ts'
import { isPartner, type Spot } from './spots.ts'

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

/** The most words that a name of a town not in the list has. */
const longestTown = 4
const linking = new Set(['de', 'la', 'el', 'al', 'del', 'of', 'des', 'du', 'le', 'les', 'st', 'es'])

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
      const name = `${written(scanned, spot)}, ${written(scanned, own)}`
      return { name, inList: name, state: own.state, kind: 'town', from, to: own.to }
    }
    if (spot.kind === 'adjective' || isPartner(words, spot) || isCompound(words, spot)) return undefined
    const named = { name: written(scanned, spot), state: spot.state, kind: spot.kind, from, to: spot.to }
    const town = townOf(scanned, spot)
    if (town) {
      const name = `${written(scanned, town)}, ${named.name}`
      return { name, inList: name, state: spot.state, kind: 'town', from, to: town.to }
    }
    return withState(scanned, { ...named, inList: `${article ? 'the ' : ''}${named.name}` })
  }
  if (!unknown || article) return undefined
  const to = townEnd(words, from)
  if (to === undefined) return undefined
  const name = slice(scanned, from, to)
  return withState(scanned, { name, inList: name, state: null, kind: 'town', from, to })
}

const compounds = /^(?:based|led|funded|sponsored|backed|chaired|born|owned|wide|style|facilitated)$/

/** `Vienna-based`, `Japan-funded`: a word of what something is like. */
function isCompound(words: readonly Word[], { to }: Spot): boolean {
  const [dash, word] = [words[to], words[to + 1]]
  return dash?.key === '-' && dash.joined && word?.joined === true && compounds.test(word.key)
}

/** `Accra-Ghana`, `Accra – Ghana` and `Accra/Ghana`: the State that a town lies in, behind a sign that joins them. */
function stateBehind({ words, spots }: ScannedText, { kind, state, to }: Spot): Spot | undefined {
  const behind = ['-', '/'].includes(words[to]?.key ?? '') ? spots.get(to + 1) : undefined
  return kind === 'town' && behind?.kind === 'state' && behind.state === state ? behind : undefined
}

/** `Cabo Verde, Praia`: behind a State and a comma, a town that lies in it and ends its clause. */
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
    // `Accra (6 Mar), Ghana`: behind its date, a town's own State.
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
  const article = words[at]?.key === 'the' && !spots.has(at) ? 1 : 0
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
  return { ...named, name, inList: name, to, kind: 'town', state: lies ? within.state : null }
}

/** `Singapore, Singapore` and `Georgia, United States`; two States in a list are two. */
function isTownToo(named: NamedPlace, within: Spot): boolean {
  return named.state === within.state || (named.state === 'GE' && within.state === 'US')
}

/** The end of one name with a capital that stands between commas. */
function onlyName(words: readonly Word[], at: number): number | undefined {
  const word = words[at]
  const plain = isCapital(word) && !isAllCaps(word) && !notTowns.has(word?.key ?? '')
  return plain && [',', '.', undefined].includes(words[at + 1]?.key) ? at + 1 : undefined
}

function townEnd(words: readonly Word[], from: number): number | undefined {
  let to = from
  let end: number | undefined
  while (to - from < longestTown * 2) {
    const word = words[to]
    if (!word || (to > from && word.key === '-' && !word.joined)) break
    if (isCapital(word)) {
      if (isAllCaps(word) || !mayBeTown(word)) return undefined
      end = ++to
    } else if (end !== undefined && (linking.has(word.key) || ["'", '-'].includes(word.key))) to++
    else break
  }
  return end !== undefined && end - from <= longestTown ? end : undefined
}

/** `in Preventing …` and `in Education` are not towns. */
function mayBeTown({ key }: Word): boolean {
  // `N.` is the beginning of a name.
  return (
    !/^[a-z]$/.test(key) &&
    !notTowns.has(key) &&
    !/\d|.(?:ing|tion|sion|ism|ment|ness|ship|ity|ology)$/.test(key)
  )
}

/** A known place as the text has it; in the list's letters where the text shouts, and in the case in which it is listed. */
function written(scanned: ScannedText, { from, to, name }: Spot): string {
  const point = name.endsWith('.') && scanned.words[to]?.joined === true && scanned.words[to]?.key === '.'
  const text = slice(scanned, from, point ? to + 1 : to)
  // A Russian name stands in the case that its sentence asks for, an Arabic one behind its prefix.
  if (/[\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(name)) return name
  if (text === text.toLowerCase() && text.normalize('NFC') === name.toLowerCase()) return name
  return name.length > 4 && text === text.toUpperCase() && text !== text.toLowerCase() ? name : text
}

export function slice({ text, words }: ScannedText, from: number, to: number): string {
  return text.slice(words[from]?.at ?? 0, words[to - 1]?.end ?? 0)
}
