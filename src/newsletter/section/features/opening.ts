import { closesClause } from '../../places/behind.ts'
import type { ScannedText } from '../../places/listed.ts'
import { phraseAt, phrasesOf } from '../../words/phrases.ts'
import { isAllCaps, isCapital, isLetters, type Word } from '../../words/words.ts'
import { groupWords, offices } from './lexicon.ts'
import { officesElsewhere } from './lexiconElsewhere.ts'
import { listed } from './listed.ts'

const titles = phrasesOf([offices, officesElsewhere].flatMap(listed).map((phrase) => [phrase, true] as const))
const groups = phrasesOf(listed(groupWords).map((phrase) => [phrase, true] as const))

/** How many words make the opening of an item. */
export const openingWords = 12

/** What may stand before the entity that opens an item. */
const articles = new Set(['the', 'l', "'", 'la', 'le', 'el'])

/** Whether an acronym opens the item, with or without its article. */
export function entityOpens(words: readonly Word[]): boolean {
  return isAllCaps(words.find(({ key }) => !articles.has(key)))
}

/** Whether an office or a title stands at the beginning. */
export function titleAt(words: readonly Word[]): boolean {
  return words
    .slice(0, 8)
    .some((word, at) => !/^\p{Ll}/u.test(word.text) && phraseAt(titles, words, at) !== undefined)
}

/** Whether a working group is named at the beginning. */
export function groupOpens(words: readonly Word[]): boolean {
  return words.slice(0, openingWords).some((_, at) => phraseAt(groups, words, at) !== undefined)
}

/** How many partners hyphens join at the beginning: `UNOCT-UNODC-IOM training`. */
export function joinedAtStart(words: readonly Word[]): number {
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

/** How many acronyms open an item, however they are joined: `IAEA, UNODC and INTERPOL sign`. */
export function acronymsAtStart(words: readonly Word[]): number {
  const end = words.findIndex((word) => !isAllCaps(word) && !['-', 'and', ',', 'the', '/'].includes(word.key))
  return words.slice(0, Math.max(0, end)).filter(isAllCaps).length
}

/** `Policy Brief: Information Integrity`: a colon before a capital near the beginning. */
export function hasTitleColon(words: readonly Word[]): boolean {
  return words.slice(1, 14).some(({ key }, at) => key === ':' && isCapital(words[at + 2]))
}

/** How many words a dateline, or a circumstance before the one who acts, may have. */
const reach = 16

/** The beginning of the name of a month or of a day of the week. */
export const dayOrMonth = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/

const circumstances = new Set(
  'on in at from during between under within following as with by to le du en au a el del'.split(' '),
)

/** Where the body of an item begins: after its dateline, the day that it opens with, and a circumstance. */
export function bodyAt(scanned: ScannedText): number {
  return afterCircumstance(scanned, afterDay(scanned.words, afterDateline(scanned)))
}

/** `NAIROBI, 25 May –`, `Accra, Ghana, 17 April:`. */
function afterDateline({ words, spots }: ScannedText): number {
  const town = spots.get(0)
  if (town === undefined && !/^\d/.test(words[0]?.key ?? '')) return 0
  for (let at = town?.to ?? 0; at < Math.min(words.length, reach); at++) {
    const [word, next] = [words[at], words[at + 1]]
    if (word?.key === ':' && next?.joined !== true) return at + 1
    if (word?.key === '-' && !word.joined && next?.joined !== true) return at + 1
    if (word?.key === '.' && /^\d{4}$/.test(words[at - 1]?.key ?? '') && isCapital(next)) return at + 1
    if (isLetters(word) && !isCapital(word) && !inDates.has(word?.key ?? '')) return 0
  }
  return 0
}

const inDates = new Set('and of the to st nd rd th'.split(' '))

const betweenDays = new Set('- , . : and'.split(' '))

/** `9 June 2022 At its fifth plenary …`. */
function afterDay(words: readonly Word[], from: number): number {
  const isDated = ({ key }: Word) => /^\d/.test(key) || dayOrMonth.test(key)
  if (!/^\d/.test(words[from]?.key ?? '')) return from
  const length = words.slice(from).findIndex((word) => !isDated(word) && !betweenDays.has(word.key))
  const day = words.slice(from, from + Math.max(0, length))
  return day.some(({ key }) => dayOrMonth.test(key)) ? from + day.length : from
}

/** `On 26 March in Aktau, Kazakhstan, the OSCE …`: after the last comma before the one who acts. */
function afterCircumstance(scanned: ScannedText, from: number): number {
  const { words, spots } = scanned
  if (!circumstances.has(words[from]?.key ?? '')) return from
  for (let at = from + 1; at < Math.min(words.length - 1, from + reach); at++) {
    if (words[at]?.key !== ',') continue
    const place = spots.get(at + 1)
    const goesOn = place !== undefined && words[place.to]?.key === ','
    const isDay = /^\d/.test(words[at + 1]?.key ?? '') && dayOrMonth.test(words[at + 2]?.key ?? '')
    // `Le PNUD a organisé … à Bagdad, Iraq (3 nov.)`: a State with which the clause ends does not act.
    const isWhere = place !== undefined && closesClause(scanned, place.to)
    if (!goesOn && !isDay && !isWhere) return at + 1
  }
  return from
}
