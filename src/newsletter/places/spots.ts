import { phraseAt } from '../words/phrases.ts'
import { isAllCaps, isCapital, isLetters, type Word } from '../words/words.ts'
import { type KnownPlace, placeNames } from './states.ts'

/** A known place where it stands in a text. */
export interface Spot extends KnownPlace {
  readonly from: number
  /** The word after its last one. */
  readonly to: number
}

const titles = new Set(
  'mr mrs ms miss dr h.e he she prof professor ambassador judge general colonel'.split(' '),
)

/** Names of States and towns that persons bear as well. */
const alsoPersons = new Set(
  'jordan chad georgia israel kenya india china cuba ireland england holland paris florence sydney santiago lima vienna perth victoria'.split(
    ' ',
  ),
)

/** Known places by the word that they begin at; none that is a partner, a person's name or a common word. */
export function spotsIn(words: readonly Word[]): ReadonlyMap<number, Spot> {
  const spots = new Map<number, Spot>()
  const small = isSmall(words)
  let last = -1
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(placeNames, words, at)
    const led = small && found && (isLedTo(words, at) || isListed(words, at, last))
    if (found && (led ? isSmallName(words, at, found) : isProper(words, at, found.end))) {
      spots.set(at, { ...asTown(found.value, words, { from: at, to: found.end }), from: at, to: found.end })
      last = found.end
      at = found.end
    } else at++
  }
  return spots
}

const doubled = '\u0651'
const amman: KnownPlace = { kind: 'town', name: 'عمّان', state: 'JO' }

/** `Jordanian`, in either gender, and `the capital`. */
const beforeAmman = /^(?:الاردني|العاصمة$)/

/**
 * What is otherwise Oman’s name in Arabic is that of Amman where its letter is doubled, after “capital” or “Jordanian”,
 * and where Jordan stands after it, after a comma or in brackets or with the word for “in”.
 */
function asTown(
  place: KnownPlace,
  words: readonly Word[],
  { from, to }: { from: number; to: number },
): KnownPlace {
  const word = words[from]
  if (place.state !== 'OM' || word === undefined || !/^\p{Script=Arabic}/u.test(word.text)) return place
  const behind = [',', '(', '-', '/'].includes(words[to]?.key ?? '') ? to + 1 : to
  const isInJordan = phraseAt(placeNames, words, behind)?.value.state === 'JO'
  const isNamedSo = isInJordan || beforeAmman.test(words[from - 1]?.key ?? '')
  return isNamedSo || word.text.includes(doubled) ? amman : place
}

/** Whether a text was typed without capitals, save its first word, acronyms and names of places. */
function isSmall(words: readonly Word[]): boolean {
  for (let at = 1; at < words.length; at++) {
    const word = words[at]
    if (!isCapital(word) || isAllCaps(word)) continue
    const found = phraseAt(placeNames, words, at)
    if (!found) return false
    at = found.end - 1
  }
  return true
}

const leads = new Set('in visit visited visiting near'.split(' '))
const journeys = new Set('visit visits mission missions trip travelled'.split(' '))

/** `in iraq`, `visited the gambia`, `a visit to iraq`. */
function isLedTo(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.key === 'the' ? at - 2 : at - 1
  const lead = words[before]?.key ?? ''
  return leads.has(lead) || (lead === 'to' && journeys.has(words[before - 1]?.key ?? ''))
}

/** `accra, ghana`, `benin and the gambia`: whether only a joint and an article part a place from the last one. */
function isListed(words: readonly Word[], at: number, last: number): boolean {
  const joint = words[at - 1]?.key === 'the' ? at - 2 : at - 1
  return joint === last && [',', 'and'].includes(words[joint]?.key ?? '')
}

/** Names that are words of a sentence as well, when nothing tells them apart. */
const alsoWords = new Set(
  'reading nice male mobile bath orange split most same man cork date march of as an no person english french chinese order date'.split(
    ' ',
  ),
)

/** `iraq` and `sierra leone`, and no adjective or word. */
function isSmallName(
  words: readonly Word[],
  at: number,
  { value, end }: { readonly value: KnownPlace; readonly end: number },
): boolean {
  const first = words[at]
  if (!first || value.kind === 'adjective' || alsoWords.has(first.key)) return isProper(words, at, end)
  return first.text.length > 3 || isProper(words, at, end)
}

function isProper(words: readonly Word[], from: number, to: number): boolean {
  const first = words[from]
  const name = words.slice(from, to).filter(isLetters)
  if (!first || !name.some((word) => isCapital(word) || !/^\p{Ll}/u.test(word.text))) return false
  if (first.key === 'male' && first.text.normalize('NFC') !== 'Malé') return false
  // `us` is no State and `US` is one.
  if (name.length === 1 && first.text.length <= 4 && isShort(first) && !isAllCaps(first)) return false
  return !isPerson(words, from, to)
}

/** Acronyms of States that are words as well. */
function isShort(word: Word): boolean {
  return ['us', 'car', 'prc', 'png', 'rok', 'rsa', 'uae', 'uk', 'drc', 'ksa', 'mena', 'bih'].includes(
    word.key,
  )
}

function isPerson(words: readonly Word[], from: number, to: number): boolean {
  const first = words[from]
  if (to - from > 1 || !first || !alsoPersons.has(first.key)) return false
  const before = words[from - 1]
  const after = words[to]
  const title = words.slice(Math.max(0, from - 3), from).some((word) => titles.has(word.key))
  const given =
    isCapital(before) && !isAllCaps(before) && !placeWords.has(before?.key ?? '') && from > 1 && !first.joined
  const family = isCapital(after) && !isAllCaps(after) && title
  return given || title || family
}

/** Words with a capital that may stand before a place. */
const placeWords = new Set(
  'the in at to for and of republic kingdom government state north south east west visit training workshop'.split(
    ' ',
  ),
)

/** Whether a place is one of the partners that a hyphen joins: `UNOCT-Canada consultations`. */
export function isPartner(words: readonly Word[], { from, to }: Spot): boolean {
  const before = words[from - 1]
  const after = words[to]
  const tiedBefore = before?.key === '-' && before.joined && words[from]?.joined === true
  const tiedAfter = after?.key === '-' && after.joined && words[to + 1]?.joined === true
  return (tiedBefore && isCapital(words[from - 2])) || (tiedAfter && isCapital(words[to + 1]))
}

const compounds = /^(?:based|led|funded|sponsored|backed|chaired|born|owned|wide|style|facilitated)$/

/** `Vienna-based`, `Japan-funded`: a word of what something is like. */
export function isCompound(words: readonly Word[], { to }: Spot): boolean {
  const [dash, word] = [words[to], words[to + 1]]
  return dash?.key === '-' && dash.joined && word?.joined === true && compounds.test(word.key)
}
