import { actionWords, type Catalog, type CommandSpec, type FeatureSpec } from '../../catalog.ts'
import { distance, fold } from '../../text/nearest.ts'
import { onceForEach } from '../sentences/byFirstWord.ts'

/** A command that may be asked for in words. */
export interface Candidate {
  readonly feature: FeatureSpec
  readonly command: CommandSpec
}

/** Which commands a word speaks for, each with how strongly: 1 where it speaks for no other. */
export type Speaks = ReadonlyMap<Candidate, number>

export interface Vocabulary {
  /** By the stem of a word, or of the words of a phrase with blanks between them. */
  readonly speaks: ReadonlyMap<string, Speaks>
  /** The most words of a phrase. */
  readonly longest: number
  /** The words from which a slip of the hand may come, by their first letter. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>
}

/** How much the name of an action and that of a feature say beside the words that people have for them. */
const named = { action: 0.6, feature: 0.5 }

/** The words of all commands. */
export const vocabularyOf = onceForEach((catalog: Catalog) => vocabularyFrom(catalog, () => ''))

/** The same with the plain verbs and nouns by which a command is filled in from a line. */
export const fullVocabularyOf = onceForEach((catalog: Catalog) =>
  vocabularyFrom(catalog, ({ feature, command }) => feature.deeds?.[actionWords(command)] ?? ''),
)

function vocabularyFrom(catalog: Catalog, more: (candidate: Candidate) => string): Vocabulary {
  const strengths = new Map<string, Map<Candidate, number>>()
  const put = (phrase: string, candidate: Candidate, strength: number) => {
    const stems = stemsOf(phrase)
    const by = strengths.get(stems) ?? new Map<Candidate, number>()
    by.set(candidate, Math.max(strength, by.get(candidate) ?? 0))
    strengths.set(stems, by)
  }
  for (const feature of catalog)
    for (const command of feature.commands) {
      const words = feature.vocabulary?.[actionWords(command)]
      if (words === undefined) continue
      const candidate = { feature, command }
      for (const name of [feature.name, ...(feature.aliases ?? [])]) {
        put(name, candidate, named.feature)
        // `list meetings` names both.
        put(`${actionWords(command)} ${name}`, candidate, 1)
      }
      for (const name of actionWords(command).split(/[ -]/)) put(name, candidate, named.action)
      for (const phrase of words.split(' ')) put(phrase.replaceAll('_', ' '), candidate, 1)
      for (const phrase of more(candidate).split(/\s+/))
        if (phrase !== '') put(phrase.replaceAll('_', ' '), candidate, 1)
    }
  const commands = new Set([...strengths.values()].flatMap((by) => [...by.keys()])).size
  const speaks = new Map([...strengths].map(([phrase, by]) => [phrase, weighed(by, commands)] as const))
  const words = [...new Set([...speaks.keys()].flatMap((phrase) => phrase.split(' ')))]
  return {
    speaks,
    longest: Math.max(1, ...[...speaks.keys()].map((phrase) => phrase.split(' ').length)),
    byLetter: Map.groupBy(
      words.filter((word) => word.length >= shortestSlip),
      ([letter = '']) => letter,
    ),
  }
}

/** What many commands are asked for by says little for each. */
function weighed(by: ReadonlyMap<Candidate, number>, commands: number): Speaks {
  const rarity = Math.log(commands / by.size) / Math.log(commands)
  return new Map([...by].map(([candidate, strength]) => [candidate, strength * rarity]))
}

/** The stems of the words of a phrase, with blanks between them. */
function stemsOf(phrase: string): string {
  return phrase.split(' ').map(stemOf).join(' ')
}

/** `meetings`, `meeting` and `meet` alike, and `move`, `moved` and `moving`. */
export function stemOf(word: string): string {
  const plain = fold(word)
    .replace(/[’']s?$/, '')
    .replaceAll(/[’']/g, '')
  const single = /(?:ss|us|is)$/.test(plain) ? plain : plain.replace(/ies$/, 'y').replace(/s$/, '')
  const bare = single.replace(/(?<=\p{L}{3})(?:ing|ed)$/u, '').replace(/(?<=\p{L}{2})e$/u, '')
  return bare.length < 2 ? plain : bare
}

/** Shorter words resemble too many others. */
const shortestSlip = 5

/** The word of the vocabulary from which a stem differs by one letter; undefined where there is none, or more than one. */
export function unslipped({ byLetter }: Vocabulary, stem: string): string | undefined {
  if (stem.length < shortestSlip || !/^\p{L}+$/u.test(stem)) return undefined
  const near = (byLetter.get(stem[0] ?? '') ?? []).filter(
    (word) => Math.abs(word.length - stem.length) <= 1 && distance(stem, word) === 1,
  )
  return near.length === 1 ? near[0] : undefined
}
