import type { Catalog } from '../../catalog.ts'
import { isAsked } from './asked.ts'
import { plain, wordsOf } from './saying.ts'

/** Fewer words behind `add update` are a name or a slip rather than what was done. */
const fewest = 4

/**
 * The command line of a text that is led in by words of a feature that takes sentences, however long it is: `new update:
 * …`, and `add an update UNODC trained …` where a whole sentence follows. Undefined for any other line.
 */
export function toldBehind(catalog: Catalog, text: string): string | undefined {
  const feature = catalog.find(({ prose }) => prose !== undefined)
  if (!feature) return undefined
  const command = `${feature.name} ${feature.prose}`
  for (const [said, line] of feature.sayings ?? []) {
    if (line !== `${command} …` || !said.endsWith(': …')) continue
    const lead = wordsOf(said.slice(0, -': …'.length))
    const told = behind(text, lead)
    if (told !== undefined) return `${command} ${told}`
  }
  return undefined
}

/** What follows the words that lead it in: with a colon whatever it is, without one a sentence that orders nothing. */
function behind(text: string, lead: readonly string[]): string | undefined {
  let left = text
  for (const [at, word] of lead.entries()) {
    const [whole = '', typed = ''] = /^(\S{1,20})\s+/u.exec(left) ?? []
    const isLast = at === lead.length - 1
    const plainTyped = plain(isLast ? typed.replace(/[:：]$/, '') : typed)
    if (plainTyped !== word) return undefined
    left = left.slice(whole.length)
    if (isLast && /[:：]$/.test(typed)) return left === '' ? undefined : left
  }
  const told = left.replace(/^[:：–—-]\s+/, '')
  if (told !== left) return told
  // A lone verb may be a word of the text: `Post Office staff were trained …`.
  if (lead.length < 2) return undefined
  const isSentence = /^["“„«]?\p{Lu}(?!\p{Nd})/u.test(told) && wordsOf(told).length >= fewest
  return isSentence && !isAsked(told) ? told : undefined
}
