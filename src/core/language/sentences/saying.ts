import { fold } from '../../text/nearest.ts'
import { doing } from '../telling/deeds.ts'
import type { Parts } from './pattern.ts'
import { fitOf, type SpokenWords } from './walk.ts'

/** A pattern of words, read, and the command line that it means. */
export interface Saying {
  readonly parts: Parts
  readonly line: string
}

/** The command line that was meant, and the length of what was said, in words of its pattern. */
export interface Match {
  readonly line: string
  readonly length: number
}

/**
 * What a saying means, with what was said in its gaps; undefined where the words are others. `…` is any words, `#` a
 * number, `M#` one with that letter, `✉` an address, `@` an acronym as acronyms are written. Each stands in the line in the order in
 * which it was said, and the last of a kind as often as the line has it; `@1` and `@2` are the first and the second acronym.
 */
export function sayAs({ parts, line }: Saying, spoken: SpokenWords): Match | undefined {
  const fit = fitOf(parts, spoken)
  if (!fit) return undefined
  const places = fit.gaps.map(({ sign, start, end }) => {
    const typed = spoken.typed.slice(start, end).join(' ')
    const text = withoutEnd(typed)
    const isLast = end === spoken.typed.length
    const asks = typed.endsWith('?') && end === spoken.typed.length && inWords.test(line)
    if (sign === '✉') return { sign, start, text: text.replace(/^[(<]|[)>]?,?$/g, '') }
    return {
      sign,
      start,
      text: asks
        ? `${text}?`
        : sign === '…' && isLast
          ? text
          : text.replace(sign === '…' ? /,$/ : /[,:]$/, ''),
    }
  })
  const [first] = places
  if (first?.sign === '…' && first.start === 0 && asksFirst.test(first.text)) return undefined
  const isNoun = first?.start !== 0 && nouns.has(spoken.words[0] ?? '')
  if (isNoun && places.some(({ text }) => goesOnAsProse(text))) return undefined
  if (heads.has(spoken.words[0]?.replace(/:$/, '') ?? '') && places.some(({ text }) => isStatement(text)))
    return undefined
  const said = Map.groupBy(places, ({ sign }) => sign as string)
  const seen = new Map<string, number>()
  const filled = line.replace(/…|#|✉|@[12]?/g, (mark) => {
    const numbered = { '@1': 0, '@2': 1 }[mark]
    const at = numbered ?? seen.get(mark) ?? 0
    seen.set(mark, at + 1)
    // What was said by one sign may stand in the line as another.
    const filling = said.get(mark.slice(0, 1)) ?? places
    return filling[Math.min(at, filling.length - 1)]?.text ?? ''
  })
  return { line: filled, length: fit.length }
}

/** A name that a sentence begins with is no question: WHO presents an item, and `who presents item 2` asks; nor is `my` one. */
const asksFirst =
  /^(?:[Mm]y$|[Oo]ur$|[Ww]ho|[Ww]hat|[Ww]hich|[Ww]hen|[Ww]here|[Ww]hy|[Hh]ow)(?![\p{L}\p{N}])/u

/** A line that ends with words of one’s own, which may ask something: `no to M1, can we move it?` */
const inWords = /(?:\b(?:note|text|what|reason|comment):"?(?:because |but )?| (?:yes|no|maybe) )…"?$/

/** Words with which a name begins rather than a question or an order. */
const nouns = new Set('the a an next last meeting meetings minutes contact search phone email address chair co-chair vice-chair members agenda yes no maybe coming'.split(' ')) // biome-ignore format: a table

/** What stands before a title or before days, `Accepted: ETCIP call`, `Sick leave until Friday`, and heads a sentence that tells something as well. */
const heads = new Set('accepted declined tentative tentatively make on away absent sick annual home study parental maternity paternity'.split(' ')) // biome-ignore format: a table

/** What makes words a sentence and no title, as `Accepted: the plan was adopted by the Committee` has it. */
export function isStatement(text: string): boolean {
  return (
    wordsOf(text).length > 3 &&
    (/(?<!\p{L})(?:is|are|was|were|has|have|had|will|met|held|\p{Ll}{3,}ed)(?!\p{L})/u.test(text) ||
      doing.test(text))
  )
}

/** More words behind a noun tell something: `Minutes of silence were held at the memorial in Madrid`. */
const longestGap = 5

/** Whether the words behind a noun go on as a sentence does and no name would. */
function goesOnAsProse(text: string): boolean {
  const words = wordsOf(text)
  return (words.length > longestGap && !words.every(isOfTitle)) || tellsOfName.test(text)
}

/** `the co-chair of NARS is now UNODC` tells of what is named, and looks for nobody. */
const tellsOfName =
  /^\p{Lu}[\p{L}\p{Nd}-]{1,20} (?:is|are|was|were|has|have|had|will|wrote|said|says|\p{Ll}{3,20}ed)(?!\p{L})[^?？؟]*$/u

/** `Special`, `on`, `of`, `Counter-Terrorism`. */
export function isOfTitle(word: string): boolean {
  return (
    // Arabic and Chinese have no capitals.
    /^\(?[\p{Lu}\p{Lo}\p{Nd}]/u.test(word) ||
    /^(?:of|on|and|the|for|to|in|with|against|de|la|y|et)$/.test(word)
  )
}

export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

export function plain(word: string): string {
  return fold(word)
    .replace(/[’‘`]/g, "'")
    .replace(/^[¿¡]/, '')
    .replace(/[?!.,؟]{1,3}$/, '')
}

export function withoutEnd(text: string): string {
  return text
    .trim()
    .replace(/[?!.؟]{1,3}$/, '')
    .trim()
}
