import { meaningsOf } from '../../core/time/words/vocabulary.ts'
import { isAllCaps, isCapital, isLetters, type Word } from '../words/words.ts'
import { closesClause } from './behind.ts'
import { type NamedPlace, placeAt, type ScannedText, slice } from './listed.ts'
import { notTowns } from './notTowns.ts'

/** How many words may stand between a dateline's town and the dash after it: a State, a date, an agency. */
const reach = 14

/** The town of a dateline: `NAIROBI, 25 May –`, `DAKAR - Senegal -`, `MOSCOW, November 7. /TASS/`. */
export function readDateline(scanned: ScannedText): NamedPlace | undefined {
  const { words } = scanned
  // `IOM: Libya: …` says first whose it is.
  const whose = isAllCaps(words[0]) && words[1]?.key === ':' ? 2 : 0
  const opening = words[0]?.key === '(' ? 1 : whose
  const known = placeAt(scanned, opening, false)
  if (known && known.kind !== 'region' && closes(words, known.to)) return known
  return unlisted(scanned, opening) ?? atEnd(scanned)
}

/** Whether a dash or the like follows after nothing but a State, a date and an agency's name. */
function closes(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + reach); at++) {
    const word = words[at]
    if (!word) return false
    const dash = word.key === '-' && (!word.joined || word.text !== '-') && words[at + 1]?.joined !== true
    // Two hyphens are typed for one dash.
    const typed =
      word.text === '-' && !word.joined && words[at + 1]?.text === '-' && words[at + 2]?.joined !== true
    if (dash || typed || [':', ')', '|'].includes(word.key)) return true
    // `Dushanbe, 17-18 December 2019. UNDP heard …`
    if (word.key === '.' && /^\d{4}$/.test(words[at - 1]?.key ?? '') && isCapital(words[at + 1])) return true
    if (word.key === '-' && word.joined && !isDigits(words[at - 1])) return false
    if (isLetters(word) && !isCapital(word) && !isOrdinal(word) && !isMonth(word) && !areas.has(word.key))
      return false
  }
  return false
}

const areas = new Set(['region', 'province', 'district', 'county', 'governorate', 'oblast'])

function isDigits(word: Word | undefined): boolean {
  return word !== undefined && /^\d/.test(word.text)
}

/** `novembre`, which some languages write without a capital. */
function isMonth({ key }: Word): boolean {
  return key.length > 3 && meaningsOf(key).month !== undefined
}

function isOrdinal({ key }: Word): boolean {
  return ['st', 'nd', 'rd', 'th', 'of', 'the', 'and', 'to', 'on', 'from', 'le', 'el', 'de', 'del'].includes(
    key,
  )
}

const hosting = new Set(['hosted', 'hosts', 'welcomed', 'welcomes'])

/** `Tashkent, Uzbekistan hosted the course`: the town or State that an item opens with, as the one that received it. */
export function hostAtStart(scanned: ScannedText): NamedPlace | undefined {
  const place = placeAt(scanned, 0, false)
  const isOne = place?.kind === 'town' || place?.kind === 'state'
  return isOne && hosting.has(scanned.words[place.to]?.key ?? '') ? place : undefined
}

/** A town that no list has, in capitals and with a State or a date after its comma. */
function unlisted(scanned: ScannedText, from: number): NamedPlace | undefined {
  const { words } = scanned
  let to = from
  while (to < from + 3 && isAllCaps(words[to]) && !notTowns.has(words[to]?.key ?? '')) to++
  if (to === from || words[to]?.key !== ',' || !closes(words, to)) return undefined
  const within = placeAt(scanned, to + 1, false)
  const dated = words.slice(to + 1, to + 5).some(isDigits)
  if (within?.kind !== 'state' && !dated) return undefined
  const town = slice(scanned, from, to)
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase())
  const name = within?.kind === 'state' ? `${town}, ${within.name}` : town
  return { name, inList: name, state: within?.state ?? null, kind: 'town', from, to }
}

/** A dateline that was pasted after the text: its town begins the last sentence, with its date. */
function atEnd(scanned: ScannedText): NamedPlace | undefined {
  const { words } = scanned
  for (let at = words.length - 2; at > Math.max(0, words.length - reach); at--) {
    if (words[at]?.key !== '.') continue
    const place = placeAt(scanned, at + 1, false)
    if (place?.kind === 'town' && words[place.to]?.key === ',' && words.slice(place.to).some(isDigits))
      return place
  }
  return undefined
}

/** `Panel on football. Nyon, Switzerland, 18 November 2026 – Some …`: a town with its State, and its date, after a title. */
export function belowTitle(scanned: ScannedText): NamedPlace | undefined {
  const { words } = scanned
  const stop = words.findIndex(({ key }, at) => key === '.' && words[at + 1]?.joined === false)
  const place = stop > 0 ? placeAt(scanned, stop + 1, true) : undefined
  const isDated = words[place?.to ?? -1]?.key === ',' && isDigits(words[(place?.to ?? 0) + 1])
  return place?.kind === 'town' && place.state !== null && isDated ? place : undefined
}

const received = new Set(
  'hosted received auspiciada auspiciado acogida acogido accueilli accueillie'.split(' '),
)

/** `hosted by the Government of Kenya`, `auspiciada por Panamá`: the State that received it. */
export function hostState(scanned: ScannedText): NamedPlace | undefined {
  const { words } = scanned
  for (let at = 0; at < words.length; at++) {
    if (!received.has(words[at]?.key ?? '') || !['by', 'por', 'par'].includes(words[at + 1]?.key ?? ''))
      continue
    const office = words.slice(at + 2, at + 6).findIndex(({ key }) => ['of', 'de', 'del'].includes(key))
    for (const from of [at + 2, at + 3 + office]) {
      const place = placeAt(scanned, from, false)
      if (place?.kind === 'state') return place
    }
  }
  return undefined
}

/** `CT Week, UNHQ New York, 19-23 June`: the only town that is named, where its clause ends with it. */
export function onlyTown(scanned: ScannedText): NamedPlace | undefined {
  const towns = [...scanned.spots.values()].filter(({ kind }) => kind === 'town')
  const place = towns.length === 1 ? placeAt(scanned, towns[0]?.from ?? 0, false) : undefined
  const before = place && scanned.words[place.from - 1]
  // `crimes in Sinjar` are a subject.
  if (!place || !before || (isLetters(before) && !isCapital(before))) return undefined
  return closesClause(scanned, place.to) ? place : undefined
}
