import { type Catalog, commandWords } from '../../catalog.ts'
import { isOrder, isQuestion, speaksOfAnother } from '../sentences/asked.ts'
import { type Heard, hear, likeliest } from './heard.ts'
import { partsOf, type SentenceParts } from './parts.ts'
import { placeIn } from './slots.ts'
import { type Candidate, vocabularyOf } from './vocabulary.ts'

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
/** A lower score is chance. */
const least = 0.45

/** What a sentence probably asks for, the likeliest first; nothing for a text too long to ask. */
export function gistsOf(catalog: Catalog, sentence: string): readonly Gist[] {
  if (sentence.length > mostLetters || sentence.includes('\n')) return []
  const parts = partsOf(sentence)
  const mayMean = meantBy(sentence)
  const heard = hear(vocabularyOf(catalog), parts.words)
  const wrong = againstChanges(sentence)
  return likeliest(heard)
    .filter(([candidate]) => mayMean(candidate))
    .flatMap(([candidate, spoken]) => placedIn(candidate, spoken, parts, heard))
    .map((gist) => (gist.command.changes ? { ...gist, score: gist.score - wrong } : gist))
    .filter(({ score }) => score >= least)
    .toSorted((one, other) => other.score - one.score)
}

/** Whether a sentence can mean a command: what is said of somebody else changes nothing that is the caller’s own. */
export function meantBy(sentence: string): (candidate: Candidate) => boolean {
  const ofAnother = speaksOfAnother(sentence)
  return ({ feature, command }) => !(ofAnother && feature.ofCaller && command.changes)
}

/** How much a sentence speaks against a change: a question asks for a look, and nothing is changed by whoever asks how things stand. */
export function againstChanges(sentence: string): number {
  if (asksWhoLeft.test(sentence)) return Number.POSITIVE_INFINITY
  if (asksOfState.test(sentence.trim())) return wrongMood.ofState
  return isQuestion(sentence) ? wrongMood.question : 0
}

/** The gist as a line that may be typed: `meeting list wg:"ETCIP" in:"next week"`. */
export function lineOf({ feature, command, fields }: Gist): string {
  const typed = Object.entries(fields).map(([name, text]) => `${name}:"${text}"`)
  return [commandWords(feature, command), ...typed].join(' ')
}

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
