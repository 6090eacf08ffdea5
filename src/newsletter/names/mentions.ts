import { meaningsOf } from '../../core/time/words/vocabulary.ts'
import { type Phrases, phraseAt, phrasesOf } from '../words/phrases.ts'
import { isAllCaps, isCapital, type Word, wordsOf } from '../words/words.ts'
import { entityNamesKept, type KnownEntity, withUn } from './entityNames.ts'
import { mayBeListed, type Named, withListed } from './listed.ts'
import { isOrdinaryWord } from './ordinaryWords.ts'
import { rapporteurs } from './rapporteurs.ts'
import { type AcronymSlip, findSlips, shortAcronym } from './slips.ts'

export type { AcronymSlip } from './slips.ts'

export interface KnownGroup {
  readonly acronym: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface NamesRead {
  /** Acronyms of the entities that the text names, in order of appearance, each once. A part counts as its entity. */
  readonly entities: readonly string[]
  /** Acronyms of partners that no entity of ours has, as they open the text: `OSCE`, `EU`. */
  readonly partners: readonly string[]
  readonly slips: readonly AcronymSlip[]
  /** Entities that are not written by their acronym: by the whole name, or in other letters. */
  readonly spelledOut: readonly SpelledOutName[]
}

export interface SpelledOutName {
  readonly written: string
  readonly acronym: string
}

const entityNames = entityNamesKept()

/**
 * The entities of a text by acronym in any case, joined by hyphens or not, by name, and by the acronym in another
 * official language. `who` is not an entity and `WHO` is one.
 */
export function readNames(text: string, known: readonly KnownEntity[]): NamesRead {
  const words = wordsOf(text)
  const named = [...namedIn(words, entityNames(known), isOrdinaryWord), ...rapporteurs(words, known)].sort(
    (one, other) => one.from - other.from,
  )
  return {
    entities: [...new Set(named.map(({ owner }) => owner))],
    partners: findPartners(words, named),
    slips: findSlips(words, named, known),
    spelledOut: findSpelledOut(text, words, named, known),
  }
}

/** A part that has an acronym of its own, and an acronym of another language, is left as it is written. */
function findSpelledOut(
  text: string,
  words: readonly Word[],
  named: readonly Named[],
  known: readonly KnownEntity[],
): readonly SpelledOutName[] {
  const found = named.flatMap(({ owner, from, to }): readonly SpelledOutName[] => {
    const written = text.slice(words[from]?.at, words[to - 1]?.end)
    const entity = known.find(({ acronym }) => acronym === owner)
    if (!entity || written === owner) return []
    const folded = written.toLowerCase()
    // `UNWOMEN` is run together.
    const own = [owner, owner.replaceAll(' ', ''), ...withUn(entity.name)].some(
      (name) => name.toLowerCase() === folded,
    )
    return own ? [{ written, acronym: owner }] : []
  })
  return found.filter(({ written }, at) => found.findIndex((one) => one.written === written) === at)
}

/** `isWord` says whether an acronym in small letters is an ordinary word instead. */
function namedIn(
  words: readonly Word[],
  names: Phrases<string>,
  isWord: (word: string) => boolean,
): readonly Named[] {
  const found: Named[] = []
  const doubtful: Named[] = []
  for (let at = 0; at < words.length; ) {
    const name = phraseAt(names, words, at)
    const here = name && { owner: name.value, from: at, to: name.end }
    // Alone, or where a text begins, it is not written as a word of a sentence.
    const isOrdinary = here?.to === at + 1 && at > 0 && isWord(words[at]?.text ?? '')
    if (here && !isOrdinary && isMeant(words, at, here.to)) {
      found.push(here)
      at = here.to
    } else {
      if (here && !isOfOther(words, at, here.to) && (isOrdinary || mayBeListed(words, here)))
        doubtful.push(here)
      at++
    }
  }
  return doubtful.length === 0 ? found : withListed(words, found, doubtful)
}

function isMeant(words: readonly Word[], from: number, to: number): boolean {
  const [word] = words.slice(from, from + 1)
  if (isOfOther(words, from, to)) return false
  if (!word || to - from > 1 || word.text.length > shortAcronym) return true
  return isAllCaps(word)
}

/** Whether an acronym is that of an address or of a month. */
function isOfOther(words: readonly Word[], from: number, to: number): boolean {
  return isOfAddress(words, to) || isMonth(words, from)
}

/** `5 OCT`, `OCT 2026`: beside a number an acronym that is a month's, too, is the month. */
function isMonth(words: readonly Word[], at: number): boolean {
  if (meaningsOf(words[at]?.key ?? '').month === undefined) return false
  return [words[at - 1], words[at + 1]].some((word) =>
    /^\p{Nd}{1,4}(?:st|nd|rd|th)?$/u.test(word?.text ?? ''),
  )
}

/** `ana@unodc.org`, `unodc@un.org`: whoever has the address is not who did something. */
function isOfAddress(words: readonly Word[], to: number): boolean {
  const [sign, after] = [words[to], words[to + 1]]
  if (!sign?.joined || !after?.joined) return false
  return sign.key === '@' || (sign.key === '.' && /^\p{Ll}{2,}$/u.test(after.text))
}

function findPartners(words: readonly Word[], named: readonly Named[]): readonly string[] {
  const names = new Map(named.map((one) => [one.from, one]))
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    const name = names.get(at)
    if (name) at = name.to
    else if (isCapital(words[at])) {
      if (isAllCaps(words[at])) found.push(words[at]?.text ?? '')
      at++
    } else if (['-', 'and', ',', 'the'].includes(words[at]?.key ?? '')) at++
    else break
  }
  return [...new Set(found)]
}

/** Acronyms of the working groups that a text names, in order of appearance, each once. */
export function findGroups(text: string, known: readonly KnownGroup[]): readonly string[] {
  const words = wordsOf(text)
  const names = phrasesOf(
    known.flatMap(({ acronym, name, aliases }) =>
      [acronym, name, ...aliases].map((term) => [withoutGroup(term), acronym] as const),
    ),
  )
  return [
    ...new Set(
      namedIn(words, names, () => false).flatMap((named) => (isGroup(words, named) ? [named.owner] : [])),
    ),
  ]
}

function withoutGroup(name: string): string {
  return name.replace(/^working group on (?:the )?/i, '')
}

/** Gender, human rights and PCVE are subjects too: such a word is a group only where it is called one. */
function isGroup(words: readonly Word[], { from, to }: Named): boolean {
  const after = words.slice(to, to + 2).map(({ key }) => key)
  if (after[0] === 'wg' || (after[0] === 'working' && after[1] === 'group')) return true
  // A subject does not meet.
  if (isAllCaps(words[from]) && (after[0] === 'met' || after[0] === 'convened')) return true
  const before = words.slice(Math.max(0, from - 4), from).map(({ key }) => key)
  const led = before.at(-1) === 'the' ? before.slice(0, -1) : before
  if (led.at(-1) !== 'on') return false
  return led.at(-2) === 'wg' || (led.at(-3) === 'working' && led.at(-2) === 'group')
}
