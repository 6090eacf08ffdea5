import { isCapital, isLetters, type Word } from '../words/words.ts'
import { closesClause } from './behind.ts'
import { type NamedPlace, placeAt, type ScannedText } from './listed.ts'

/** What is spoken of in a place and not held there: `the situation in Iraq`. */
const topics = new Set(
  'situation crisis war conflict conflicts attack attacks bombing bombings shelling threat threats terrorism violence developments mission missions elections fighting killing killings presence operations people displacement truce ceasefire hostilities cup implementation cooperation partnerships peace crimes community communities civilians population justice stability'.split(
    ' ',
  ),
)

/** Whether what is said to be in a place is a subject, also in quotes: `a ‘truce’ in Gaza`. */
export function isSubject(scanned: ScannedText, at: number): boolean {
  const { words } = scanned
  const before = words[at - 1]
  if (isEndOfTitle(before) && inTownOf(scanned, at + 1)) return false
  return topics.has((before && isLetters(before) ? before : words[at - 2])?.key ?? '')
}

/** `Conference on Victims of Terrorism in Málaga, Spain`: the last word of a name, and a town with its State. */
function isEndOfTitle(word: Word | undefined): boolean {
  return isCapital(word) && /^(?:terrorism|violence|peace|crimes?|threats?|justice)$/.test(word?.key ?? '')
}

function inTownOf(scanned: ScannedText, at: number): boolean {
  const place = placeAt(scanned, at, true)
  return place?.kind === 'town' && place.name.includes(', ')
}

const aims = /^(?:counter|countering|prevent|preventing|combat|combating|fight|fighting|against|addressing)$/

/** `Hub to Counter Terrorism in Doha`: what is worked against there, in a town. */
export function isAimOf({ words, spots }: ScannedText, at: number): boolean {
  return spots.get(at + 1)?.kind === 'town' && aims.test(words[at - 2]?.key ?? '')
}

/** `… on Victims of Terrorism in Lima on 8 October`: the town of what is dated, whatever it is about. */
export function isDatedTown(scanned: ScannedText, at: number): boolean {
  const { words } = scanned
  const before = words[at - 2]?.key ?? ''
  const town = harms.has(before) ? undefined : placeAt(scanned, at, true)
  const next = town && words[town.to]?.key === ',' ? town.to + 1 : (town?.to ?? -1)
  const isDated =
    ['on', 'from'].includes(words[next]?.key ?? '') &&
    /^(?:\d|\p{L}{3,6}day)/u.test(words[next + 1]?.key ?? '')
  return town?.kind === 'town' && isDated
}

/** `… to an attack in Kisumu, Kenya (16-18 Nov)`: a town whose State would be taken alone, at the end of its clause. */
export function townOfState(scanned: ScannedText, at: number): NamedPlace | undefined {
  const place = placeAt(scanned, at, true)
  const isWhole = place?.kind === 'town' && place.state !== null && place.name.includes(', ')
  return isWhole && closesClause(scanned, place.to) ? place : undefined
}

/** `at the Turin town hall`: a building in small letters, by its town. */
export function isSiteOfTown({ words, spots }: ScannedText, at: number): boolean {
  const spot = spots.get(at)
  const site = words[spot?.to ?? -1]
  return spot?.kind === 'town' && words[at - 1]?.key === 'the' && buildings.has(site?.text ?? '')
}

const buildings = new Set(
  'town city airport port harbour seaport university office headquarters library museum station'.split(' '),
)

/** What happened in a town on a day, and is told of it elsewhere. */
const harms = new Set(
  'attack attacks bombing bombings shelling fighting killing killings violence crimes situation war'.split(
    ' ',
  ),
)

/** Of each word whether it stands in a title: `“Leading in Crisis”` was held in no town of that name. */
export function quotedWords({ words }: ScannedText): readonly boolean[] {
  let open = false
  return words.map(({ text }) => {
    if (text === '"') open = !open
    else if (text === '“' || text === '«') open = true
    else if (text === '”' || text === '»') open = false
    return open
  })
}

const sites = new Set('city town port airport province district municipality state ciudad ville'.split(' '))
/** The same of several, which lie in a place that is known. */
const severalSites = new Set(
  'cities towns ports airports provinces districts municipalities states regions region counties governorates villages'.split(
    ' ',
  ),
)

/** `the port of Mombasa`. */
export function isOfSite(words: readonly Word[], at: number): boolean {
  return words[at]?.key === 'of' && sites.has(words[at - 1]?.key ?? '')
}

/** `six provinces of Mozambique`. */
export function isOfSeveralSites(words: readonly Word[], at: number): boolean {
  return words[at]?.key === 'of' && severalSites.has(words[at - 1]?.key ?? '')
}
