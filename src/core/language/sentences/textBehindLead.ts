import type { Catalog, FeatureSpec } from '../../catalog.ts'
import { isAsked } from './asked.ts'
import { onceForEach } from './byFirstWord.ts'
import { firstWords } from './edges.ts'
import { type Parts, readPattern } from './pattern.ts'
import { plain, wordsOf } from './saying.ts'
import { lengthsOf } from './walk.ts'

/** Fewer words behind `add update` are a name or a slip rather than what was done. */
const fewest = 4

/**
 * The command line of a text that is led in by words of a feature that takes sentences, however long it is: `new update:
 * …`, and `add an update UNODC trained …` where a whole sentence follows. Undefined for any other line.
 */
export function textBehindLead(catalog: Catalog, text: string): string | undefined {
  const feature = catalog.find(({ prose }) => prose !== undefined)
  if (!feature) return undefined
  const [first] = leadingWords(text, 1)
  const leads = first && leadsOf(feature).get(first.word)
  if (!leads) return undefined
  const leading = leadingWords(text, longestLead)
  const words = leading.map(({ word }) => word)
  for (const lead of leads)
    for (const length of lengthsOf(lead, { typed: words, words })) {
      const text = behind(leading, length)
      if (text !== undefined) return `${feature.name} ${feature.prose} ${text}`
    }
  return undefined
}

/** The patterns of words that lead in a text of a feature, by their first word. */
const leadsOf = onceForEach(({ name, prose, sayings = [] }: FeatureSpec) => {
  const leads = new Map<string | undefined, Parts[]>()
  for (const [pattern, line] of sayings) {
    if (line !== `${name} ${prose} …` || !pattern.endsWith(': …')) continue
    const lead = readPattern(pattern.slice(0, -': …'.length))
    for (const word of firstWords(lead) ?? []) leads.set(word, [...(leads.get(word) ?? []), lead])
  }
  return leads
})

/** The most words that lead a text in: `add a new update`. */
const longestLead = 6

interface LeadingWord {
  readonly word: string
  readonly hasColon: boolean
  /** What stands behind it. */
  readonly left: string
}

/** The first words of a text that something follows, as far as the first with a colon. */
function leadingWords(text: string, most: number): readonly LeadingWord[] {
  const words: LeadingWord[] = []
  let left = text
  while (words.length < most) {
    const [whole, typed = ''] = /^(\S{1,20})\s+/u.exec(left) ?? []
    if (whole === undefined) break
    left = left.slice(whole.length)
    const hasColon = /[:：]$/.test(typed)
    words.push({ word: plain(typed.replace(/[:：]$/, '')), hasColon, left })
    if (hasColon) break
  }
  return words
}

/** What follows so many words that lead it in: with a colon whatever it is, without one a sentence that orders nothing. */
function behind(leading: readonly LeadingWord[], length: number): string | undefined {
  const last = leading[length - 1]
  if (!last) return undefined
  if (last.hasColon) return last.left === '' ? undefined : last.left
  const text = last.left.replace(/^[:：–—-]\s+/, '')
  if (text !== last.left) return text
  // A lone verb may be a word of the text: `Post Office staff were trained …`.
  if (length < 2) return undefined
  const isSentence = /^["“„«]?\p{Lu}(?!\p{Nd})/u.test(text) && wordsOf(text).length >= fewest
  return isSentence && !isAsked(text) ? text : undefined
}
