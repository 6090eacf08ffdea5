import { isAllCaps, isCapital, isLetters, type Word } from '../words/words.ts'
import { activities } from './activities.ts'
import { distinct } from './distinct.ts'
import { type NamedPlace, placeAt, placesAt, type ScannedText } from './listed.ts'
import { unNameOf } from './states.ts'

const helps = new Set(
  'assist assists assisted assisting support supports supported supporting advised advising helped helping equipped trained'.split(
    ' ',
  ),
)

/** `consultation for Pakistan & workshop for Djibouti`, `assisted Togo and Benin in drafting laws`. */
export function meantFor(scanned: ScannedText): readonly NamedPlace[] {
  const { words } = scanned
  return distinct(
    words.flatMap(({ key }, at) =>
      helps.has(key) || (['for', 'pour', 'para'].includes(key) && !isOfficeBefore(scanned, at))
        ? placesAt(scanned, at + 1, false)
        : [],
    ),
  )
}

const offices = new Set(
  'envoy representative rapporteur coordinator adviser mission commissioner office fund'.split(' '),
)

/** `Special Envoy for Yemen` is an office. */
function isOfficeBefore({ words }: ScannedText, at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some(({ key }) => offices.has(key))
}

/** `Turkmenistan training`: a State or a town before the activity. */
export function beforeActivity(scanned: ScannedText): readonly NamedPlace[] {
  return distinct(
    [...scanned.spots.values()].flatMap((spot) => {
      const after = scanned.words.slice(spot.to, spot.to + 3).findIndex(({ key }) => activities.has(key))
      return after >= 0 && spot.kind !== 'adjective' ? (placeAt(scanned, spot.from, false) ?? []) : []
    }),
  )
}

const peopled = new Set(['for', 'of', 'with', 'from', 'brought', 'gathered'])
const counts = new Set(
  'over about around some more than nearly almost up to senior several many twenty thirty forty fifty hundred'.split(
    ' ',
  ),
)

/** The word before a number of people: `from over 15 Malian agencies`, `trained 30 Malian judges`. */
function beforeCount(words: readonly Word[], at: number): number {
  const word = words[at]
  return word && (counts.has(word.key) || /^\d+$/.test(word.key)) ? beforeCount(words, at - 1) : at
}

/** `judges`, `state agencies` */
function arePeople(words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at]?.key ?? '', words[at + 1]]
  if (first === 'civil' && second?.key === 'society') return true
  return (
    first.endsWith('s') || (isLetters(second) && !isCapital(second) && second?.key.endsWith('s') === true)
  )
}

/** `for Malian judges`: the State of those for whom it was held. */
export function ofPeople(scanned: ScannedText): readonly NamedPlace[] {
  return distinct(
    [...scanned.spots.values()].flatMap((spot) => {
      const { words } = scanned
      const [first, next] = [words[beforeCount(words, spot.from - 1)]?.key ?? '', words[spot.to]]
      if (spot.kind !== 'adjective' || !(peopled.has(first) || helps.has(first)) || !next) return []
      if (!isLetters(next) || isCapital(next) || isAllCaps(next) || !arePeople(words, spot.to)) return []
      const name = unNameOf(spot.state ?? '') ?? spot.name
      return [{ name, inList: name, state: spot.state, kind: 'state' as const, from: spot.from, to: spot.to }]
    }),
  )
}
