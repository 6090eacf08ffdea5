import { type Catalog, commandWords } from '../../catalog.ts'
import { isOrder, isQuestion } from '../sentences/asked.ts'
import { partsOf, type SentenceParts } from './parts.ts'
import { placeIn } from './slots.ts'
import { type Candidate, stemOf, unslipped, type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** What a sentence may ask for. */
export interface Gist extends Candidate {
  /** Option texts by name, as far as the sentence tells them. */
  readonly fields: Readonly<Record<string, string>>
  /** How much speaks for it; 1 is a word that speaks for this command alone. */
  readonly score: number
  /** Every word of the sentence either speaks for it, is named in it or says nothing. */
  readonly whole: boolean
}

/** A longer text tells something rather than asks. */
const mostLetters = 160
/** Taken from the score of a change where the sentence is a question, which asks for a look; more where it asks how things stand. */
const wrongMood = { question: 0.12, ofState: 0.5 }
/** `is it cancelled`, `has anybody objected`, beside `can you cancel it`. */
const asksOfState =
  /^(?:is|are|was|were|has|have|had|did|does|isn['’]?t|aren['’]?t|hasn['’]?t|didn['’]?t)(?!\p{L})/iu
/** Whoever asks who left wants nobody taken out. */
const asksWhoLeft =
  /^(?:who|which \p{L}+)(?:['’]s| has| have| had| just| recently){0,2} (?:left|quit|gone|retired|resigned|withdrew|withdrawn|joined|moved|cancelled|changed)(?!\p{L})/iu
/** How many commands are weighed closely: those for which the words speak most. */
const mostWeighed = 12
/** A lower score is chance. */
const least = 0.45

/** Words that say nothing of what is asked for. */
const empty = new Set(
  'a an the and or but of in on at for to from by with about as is are am was were be been being do does did done doing have has had having can could may might must shall should will would i me my mine myself we our us ours you your yours he him his she her it its they them their theirs this that these those there here what which who whom whose when where why how any some all every each both either please pls plz kindly hi hello hey dear thanks thank thx cheers just now yet already so then than also too very really quite maybe ok okay well let lets get got give given gimme take tell show see know look need want wanna wish like one ones thing things stuff something anything nothing everything else more most much many lot lots only still again ever if not no yes up out off over into onto regarding re concerning sorry quick quickly question asap im ive id ill dont doesnt didnt isnt arent wasnt cant wont whats whos wheres whens hows latest current currently new good morning afternoon evening bot rapporteur actually kind sort people folks guys team lot next last'
    .split(' ')
    .map(stemOf),
)

/** What a sentence probably asks for, the likeliest first; nothing for a text too long to ask. */
export function gistsOf(catalog: Catalog, sentence: string): readonly Gist[] {
  if (sentence.length > mostLetters || sentence.includes('\n')) return []
  const parts = partsOf(sentence)
  const heard = hear(vocabularyOf(catalog), parts.words)
  const wrong = asksOfState.test(sentence.trim())
    ? wrongMood.ofState
    : isQuestion(sentence)
      ? wrongMood.question
      : 0
  return likeliest(heard)
    .flatMap(([candidate, spoken]) => placedIn(candidate, spoken, parts, heard))
    .filter(({ command }) => !(command.changes && asksWhoLeft.test(sentence)))
    .map((gist) => (gist.command.changes ? { ...gist, score: gist.score - wrong } : gist))
    .filter(({ score }) => score >= least)
    .toSorted((one, other) => other.score - one.score)
}

/** The commands for which the words speak most, each with how much they do. */
function likeliest(heard: readonly Heard[]): readonly (readonly [Candidate, number])[] {
  const spoken = new Map<Candidate, number>()
  for (const { words, speaks = [], empty: isEmpty } of heard)
    for (const [candidate, strength] of speaks) {
      const said = isEmpty ? strength * faint : strength * Math.sqrt(words.length)
      spoken.set(candidate, (spoken.get(candidate) ?? 0) + said)
    }
  return [...spoken].toSorted(([, one], [, other]) => other - one).slice(0, mostWeighed)
}

/** The gist as a line that may be typed: `meeting list wg:"ETCIP" in:"next week"`. */
export function lineOf({ feature, command, fields }: Gist): string {
  const typed = Object.entries(fields).map(([name, text]) => `${name}:"${text}"`)
  return [commandWords(feature, command), ...typed].join(' ')
}

/** Words of a sentence that were understood together, or one that was not. */
interface Heard {
  readonly words: readonly string[]
  readonly speaks: ReadonlyMap<Candidate, number> | undefined
  /** The words say nothing by themselves. */
  readonly empty: boolean
  /** The words are no part of a name. */
  readonly noName: boolean
}

function hear(vocabulary: Vocabulary, words: readonly string[]): readonly Heard[] {
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

/** An empty word that speaks for a command does so faintly. */
const faint = 0.3
/** What speaks against a command that has no place for it. */
const misfit = 0.3

/** A command as what is asked for, once for each way in which the names may stand in it. */
function placedIn(
  candidate: Candidate,
  spoken: number,
  parts: SentenceParts,
  heard: readonly Heard[],
): readonly Gist[] {
  const unspoken = leftBy(candidate, heard, parts.parted)
  // `delete` in `delete the link in U3` names nobody.
  const names = unspoken.filter((text) => !isOpening(text, heard) && !isLoneOrder(text))
  return placeIn(candidate.command, parts, names).map(({ fields, fits, left }) => {
    const lost = left + unspoken.length - names.length
    return { ...candidate, fields, score: spoken + fits - lost * misfit, whole: lost === 0 }
  })
}

/** Whether nothing but a word in small letters that orders something stands there. */
function isLoneOrder(text: string): boolean {
  return /^\p{Ll}+$/u.test(text) && isOrder(text)
}

/** Whether a word has its capital from the beginning of the sentence, and is one that people ask with: `Check` and `Call`. */
function isOpening(text: string, [first]: readonly Heard[]): boolean {
  return first?.speaks !== undefined && first.words.join(' ') === text && /^\p{Lu}\p{Ll}+$/u.test(text)
}

/** Words that join those of a name: `terms of reference`. */
const joints = /^(?:and|of|for|on|the|in)$/i

/** What a sentence names beside the words that speak for a command, each in the words in which it stands there. */
function leftBy(candidate: Candidate, heard: readonly Heard[], parted?: number): readonly string[] {
  const left: string[][] = []
  let run: string[] = []
  let joint: string[] = []
  let before = 0
  for (const { words, speaks, noName } of heard) {
    if (before === parted && run.length > 0) {
      left.push(run)
      run = []
      joint = []
    }
    before += words.length
    if (noName && run.length > 0 && joints.test(words[0] ?? '')) joint.push(...words)
    else if (noName || speaks?.has(candidate)) {
      if (run.length > 0) left.push(run)
      run = []
      joint = []
    } else {
      // An acronym is a name of its own: `a room for ETCIP`.
      if (joint.length > 0 && /^\p{Lu}{2}/u.test(words[0] ?? '')) {
        left.push(run)
        run = [...words]
      } else run.push(...joint, ...words)
      joint = []
    }
  }
  return [...left, ...(run.length > 0 ? [run] : [])].map((words) => words.map(withoutGenitive).join(' '))
}

function withoutGenitive(word: string): string {
  return word.replace(/[’']s$/, '')
}
