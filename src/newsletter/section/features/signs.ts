import { type Phrases, phraseAt, phrasesOf } from '../../words/phrases.ts'
import { isAllCaps, isLetters, type Word } from '../../words/words.ts'
import { lexicon } from './lexicon.ts'
import { lexiconElsewhere } from './lexiconElsewhere.ts'
import { listed } from './listed.ts'
import { dayOrMonth } from './opening.ts'

interface Sign {
  readonly kind: keyof typeof lexicon
  readonly name: string
}

/** A sign where it stands among the words of an item. */
export interface FoundSign {
  readonly sign: Sign
  readonly at: number
  /** The word after its last one. */
  readonly end: number
}

const lexicons: readonly Readonly<Record<string, Readonly<Record<string, string>>>>[] = [
  lexicon,
  lexiconElsewhere,
]
const signs: Phrases<Sign> = phrasesOf(
  lexicons.flatMap((words) =>
    Object.entries(words).flatMap(([kind, classes]) =>
      Object.entries(classes).flatMap(([name, list]) =>
        listed(list).map((phrase) => [phrase, { kind: kind as keyof typeof lexicon, name }] as const),
      ),
    ),
  ),
)

/** What the words of an item say, as the lexicon has it, in order. */
export function findSigns(words: readonly Word[]): readonly FoundSign[] {
  const found: FoundSign[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(signs, words, at)
    if (
      phrase &&
      !(phrase.value.name === 'publication' && words[at - 1]?.key === 'to') &&
      !isAside(words, at, phrase.end) &&
      !isLabel(words, phrase)
    ) {
      found.push({ sign: isBriefing(words, at) ? briefing : phrase.value, at, end: phrase.end })
    }
    at = phrase?.end ?? at + 1
  }
  return found
}

/** `INTERPOL, as chair, convened …`: an office that is held, and not one that is taken. */
function isAside(words: readonly Word[], at: number, end: number): boolean {
  return words[at]?.key === 'as' && words[at - 1]?.key === ',' && words[end]?.key === ','
}

/** `Noted: the Board met`: a verb that heads the sentence, in which nobody notes anything. */
function isLabel(words: readonly Word[], { value, end }: { value: Sign; end: number }): boolean {
  return value.kind === 'verbs' && end === 1 && words[end]?.key === ':'
}

const briefing: Sign = { kind: 'verbs', name: 'brief' }

/** `OCHA and UNOCT brief NGOs`; a policy brief, and one on something, is a publication. */
function isBriefing(words: readonly Word[], at: number): boolean {
  const [before, word, after] = words.slice(Math.max(0, at - 1), at + 2)
  if (at === 0 || (word?.text !== 'brief' && word?.text !== 'briefs') || !isAllCaps(before)) return false
  return after !== undefined && isLetters(after) && after.key !== 'on' && after.key !== 'about'
}

/**
 * The signs that say who does what, without those that only name its subject; and of nouns side by side the last one,
 * which says what it is: an assessment visit is a visit.
 */
export function signsOfDeed(words: readonly Word[], topics: ReadonlySet<number>): readonly FoundSign[] {
  const found = findSigns(words)
  return found.filter((one, at) => !topics.has(one.at) && !isFollowedBy(one, found[at + 1], words))
}

function isFollowedBy(one: FoundSign, next: FoundSign | undefined, words: readonly Word[]): boolean {
  if (one.sign.kind !== 'nouns' || next?.sign.kind !== 'nouns' || next.at !== one.end) return false
  return next.sign.name !== one.sign.name && words[next.at]?.joined === false
}

const topicOpens = new Set('on about concerning regarding sur sobre по о об'.split(' '))
const noTopic = /^(?:\d|behalf|margins?$|sidelines?|occasion|request|invitation|line$)/
const topicEnds = new Set(
  'with for in at by from now available is are was were has have will , ; ( ) : convened held organized hosted'.split(
    ' ',
  ),
)

/** What ends a subject because somebody did it: `the Rapporteur on torture presented …`. */
const deeds = new Set(['say', 'publish', 'launch', 'sign', 'visit'])

function isDeed(words: readonly Word[], at: number): boolean {
  const { kind, name } = phraseAt(signs, words, at)?.value ?? {}
  return kind === 'verbs' && deeds.has(name ?? '') && /ed$/.test(words[at]?.key ?? '')
}

/** The places of the words that say what something is on, and not who did it: `a roundtable on youth with judges`. */
export function topicsIn(words: readonly Word[]): ReadonlySet<number> {
  const topics = new Set<number>()
  for (let at = 1; at < words.length; at++) {
    if (!topicOpens.has(words[at]?.key ?? '')) continue
    const first = words[words[at + 1]?.key === 'the' ? at + 2 : at + 1]?.key ?? ''
    if (noTopic.test(first) || dayOrMonth.test(first)) continue
    while (at + 1 < words.length && !topicEnds.has(words[at + 1]?.key ?? '') && !isDeed(words, at + 1))
      topics.add(++at)
  }
  return topics
}
