import { type Candidate, stemOf, unslipped, type Vocabulary } from './vocabulary.ts'

/** How many commands are weighed closely: those for which the words speak most. */
const mostWeighed = 12
/** Words that say nothing of what is asked for. */
const empty = new Set(
  'a an the and or but of in on at for to from by with about as is are am was were be been being do does did done doing have has had having can could may might must shall should will would i me my mine myself we our us ours you your yours he him his she her it its they them their theirs this that these those there here what which who whom whose when where why how any some all every each both either please pls plz kindly hi hello hey dear thanks thank thx cheers just now yet already so then than also too very really quite maybe ok okay well let lets get got give given gimme take tell show see know look need want wanna wish like one ones thing things stuff something anything nothing everything else more most much many lot lots only still again ever if not no yes up out off over into onto regarding re concerning sorry quick quickly question asap im ive id ill dont doesnt didnt isnt arent wasnt cant wont whats whos wheres whens hows latest current currently new good morning afternoon evening bot rapporteur actually kind sort people folks guys team lot next last'
    .split(' ')
    .map(stemOf),
)

/** An empty word that speaks for a command does so faintly. */
const faint = 0.3
/** The commands for which the words speak most, each with how much they do. */
export function likeliest(
  heard: readonly Heard[],
  most = mostWeighed,
): readonly (readonly [Candidate, number])[] {
  const spoken = new Map<Candidate, number>()
  for (const { words, speaks = [], empty: isEmpty } of heard)
    for (const [candidate, strength] of speaks) {
      const said = isEmpty ? strength * faint : strength * Math.sqrt(words.length)
      spoken.set(candidate, (spoken.get(candidate) ?? 0) + said)
    }
  return [...spoken].toSorted(([, one], [, other]) => other - one).slice(0, most)
}

/** Words of a sentence that were understood together, or one that was not. */
export interface Heard {
  readonly words: readonly string[]
  readonly speaks: ReadonlyMap<Candidate, number> | undefined
  /** The words say nothing by themselves. */
  readonly empty: boolean
  /** The words are no part of a name. */
  readonly noName: boolean
}

/** The words of a sentence, with the commands for which each speaks. */
export function hear(vocabulary: Vocabulary, words: readonly string[]): readonly Heard[] {
  const stems = words.map(stemOf)
  const heard: Heard[] = []
  for (let at = 0; at < words.length; ) {
    const length = longestPhrase(vocabulary, stems, at)
    const phrase = stems.slice(at, at + Math.max(length, 1)).join(' ')
    const isNoName = phrase.split(' ').every((word) => empty.has(word))
    const isEmpty = length <= 1 && isNoName
    const slip = length > 0 || isEmpty ? undefined : unslipped(vocabulary, phrase)
    heard.push({
      words: words.slice(at, at + Math.max(length, 1)),
      speaks: vocabulary.speaks.get(slip ?? phrase),
      empty: isEmpty,
      noName: isNoName,
    })
    at += Math.max(length, 1)
  }
  return heard
}

/** How many words from here on are one phrase of the vocabulary; 0 where not even the first is in it. */
function longestPhrase({ speaks, longest }: Vocabulary, stems: readonly string[], at: number): number {
  for (let length = Math.min(longest, stems.length - at); length > 0; length -= 1)
    if (speaks.has(stems.slice(at, at + length).join(' '))) return length
  return 0
}
