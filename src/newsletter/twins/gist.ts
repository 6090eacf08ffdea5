import { translatedAcronyms } from '../names/translated.ts'
import { scan } from '../places/place.ts'
import { isEnglish } from '../reading/english.ts'
import { isAllCaps, type Word } from '../words/words.ts'
import { type ComparedWord, isParallel } from './parallel.ts'
import { spelled } from './spelled.ts'
import { isTelling, stemOf } from './words.ts'

/** What an item says apart from how it says it: who, where, about what and for whom. */
export interface Gist {
  /** Acronyms, those of other languages by the English one. */
  readonly partners: ReadonlySet<string>
  readonly towns: ReadonlySet<string>
  /** Codes of the States that are named, by a town or an adjective too, and names of regions. */
  readonly states: ReadonlySet<string>
  /** Stems of what it is about. */
  readonly subject: ReadonlySet<string>
  /** Of these, those after “on” or “about” and those after “for”. */
  readonly topic: ReadonlySet<string>
  readonly audience: ReadonlySet<string>
  /** All of it, in order. */
  readonly words: readonly ComparedWord[]
  readonly english: boolean
}

const acronyms: ReadonlyMap<string, string> = new Map(
  [...Object.entries(translatedAcronyms), ['UNOCT', 'UNCCT'] as const].flatMap(([acronym, others]) =>
    others.split('; ').map((other) => [other, acronym] as const),
  ),
)

/** How many words after “on” or “for” belong to it. */
const reach = 3

/** What an item tells of, for comparing it with another. */
export function gistOf(text: string, entities: readonly string[] = []): Gist {
  const { words, spots } = scan(spelled(text))
  const [partners, towns, states] = [new Set(entities.map(spelled)), new Set<string>(), new Set<string>()]
  const [subject, topic, audience] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const said: ComparedWord[] = []
  let role: 'topic' | 'audience' | undefined
  let left = 0
  for (let at = 0; at < words.length; at++) {
    const [word, spot] = [words[at], spots.get(at)]
    if (!word) continue
    if (spot) {
      if (spot.kind === 'town') towns.add(spot.name)
      states.add(spot.state ?? spot.name)
      said.push({ stem: spot.name, free: false })
      at = spot.to - 1
      continue
    }
    const asked = roleOf(word)
    if (asked !== undefined) [role, left] = [asked, reach]
    else if (/^[\p{P}]$/u.test(word.text) || ends.has(word.key)) role = undefined
    if (isAllCaps(word)) {
      const partner = acronyms.get(word.text) ?? word.text
      if (!ranks.has(word.text)) partners.add(partner)
      said.push({ stem: partner, free: false })
    } else if (isTelling(words, at)) {
      const stem = stemOf(word.key)
      if (activities.has(stem)) continue
      subject.add(stem)
      said.push({ stem, free: isVerb(word) || isCount(word) })
      if (role && left-- > 0) (role === 'topic' ? topic : audience).add(stem)
    }
  }
  return { partners, towns, states, subject, topic, audience, words: said, english: isEnglish(text) }
}

/** Ranks and bodies that many share. */
const ranks = new Set('UN USG ASG SG DSG SRSG ED DG SC GA UNSC UNGA HQ'.split(' '))

/** What nearly any item does, which tells none from another. */
const activities = new Set(
  'hold train launch give begin support particip regional national joint programm project phas initiat countr stat particular'.split(
    ' ',
  ),
)
const ends = new Set(['in', 'at', 'with', 'by', 'from', 'to', 'during', 'through'])

function roleOf({ key }: Word): 'topic' | 'audience' | undefined {
  if (key === 'on' || key === 'about') return 'topic'
  return key === 'for' ? 'audience' : undefined
}

const verbs = new Set(
  'held met gave ran began took made brought heard led saw drew told sent spoke'.split(' '),
)

function isVerb({ key }: Word): boolean {
  return /(?:ed|ing)$/.test(key) || verbs.has(key)
}

const counts = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(
    ' ',
  ),
)

function isCount({ key }: Word): boolean {
  return /^\p{N}+$/u.test(key) || counts.has(key)
}

/** Whether two items tell the same by who did what where, however they are worded; more is asked where one has no day. */
export function sameGist(one: Gist, other: Gist, dated: boolean): boolean {
  if (isApart(one, other)) return false
  const shared = common(one.subject, other.subject)
  const apart = Math.min(one.subject.size, other.subject.size) - shared
  const where = common(one.towns, other.towns) > 0 || common(one.states, other.states) > 0
  const who = common(one.partners, other.partners)
  if (who > 1 && dated && common(one.towns, other.towns) > 0 && one.english !== other.english) return true
  if (shared === 0) return false
  // Where one names nobody by an acronym, the place and the subject have to tell.
  if (who === 0) return dated && where && shared > Math.max(1, apart)
  if (!dated && who > 1) return shared > 0 && apart < Math.max(1, shared)
  if (!dated) return shared > 1 && apart <= (shared > 2 ? 1 : 0)
  return where || who > 1 ? shared + (where && who > 1 ? 2 : 1) > apart : shared > 1 && shared > apart
}

/** The same for items on neighbouring days, which must also be of the same people in the same town. */
export function meets(one: Gist, other: Gist): boolean {
  return (
    common(one.towns, other.towns) > 0 &&
    common(one.partners, other.partners) > 0 &&
    sameGist(one, other, true)
  )
}

/** Whether each says something that the other one contradicts: another State, town, topic or audience. */
export function isApart(one: Gist, other: Gist): boolean {
  const places = (['towns', 'states'] as const).some(
    (part) => alone(one[part], other[part]) > 0 && alone(other[part], one[part]) > 0,
  )
  const partners =
    one.partners.size > 0 && other.partners.size > 0 && common(one.partners, other.partners) === 0
  const told = (['topic', 'audience'] as const).some(
    (part) =>
      one[part].size > 0 &&
      other[part].size > 0 &&
      common(one[part], other.subject) === 0 &&
      common(other[part], one.subject) === 0,
  )
  return places || partners || told || isParallel(one.words, other.words)
}

function alone(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.size - common(one, other)
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((each) => other.has(each)).length
}
