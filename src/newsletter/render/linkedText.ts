import { showsAnotherAddress } from '../../core/text/addresses/linkWords.ts'
import type { NewsletterItem } from '../compose/compose.ts'
import { activityWord } from '../section/features/activityWord.ts'
import { occurrences } from '../words/occurrences.ts'

/** A piece of an item; `url` is an http(s) address in full, or null where the piece leads nowhere. */
export interface TextPart {
  readonly text: string
  readonly url: string | null
}

/**
 * An item's text with its links: those whose words stand in the text become part of it. An address alone is led to by the
 * words that say what the item is about, as in printed issues; what finds no words follows the text, with
 * commas between.
 */
export function linkedText({ text, links }: Pick<NewsletterItem, 'text' | 'links'>): readonly TextPart[] {
  const spans: LinkSpan[] = []
  const after: TextPart[] = []
  let from = 0
  for (const { text: words, url, nth } of links) {
    const address = safeAddress(url)
    if (address === null) continue
    const at = placeOf(words, text, { from, nth })
    if (at < 0) after.push(plain(after.length > 0 ? ', ' : ' '), ...shown(words, address))
    else {
      from = at + words.length
      spans.push({ from: at, to: from, parts: shown(words, address) })
    }
  }
  const [, bare] = after
  const lone = spans.length === 0 && after.length === 2 && bare?.url != null ? activityWord(text) : undefined
  if (lone && bare?.url != null) {
    const parts = [{ text: text.slice(lone.from, lone.to), url: bare.url }]
    return woven(text, [{ ...lone, parts }])
  }
  return [...woven(text, spans), ...after].filter((part) => part.text !== '')
}

/** Where the words of a link stand in a text, behind those of the link before it; -1 for nowhere. */
function placeOf(
  words: string,
  text: string,
  { from, nth = 0 }: { readonly from: number; readonly nth: number | undefined },
): number {
  const places = occurrences(words, text)
  const own = places[nth]
  return own !== undefined && own >= from ? own : (places.find((at) => at >= from) ?? -1)
}

interface LinkSpan {
  readonly from: number
  readonly to: number
  readonly parts: readonly TextPart[]
}

/** A text with other parts in the place of some of its words, which stand in order. */
function woven(text: string, spans: readonly LinkSpan[]): readonly TextPart[] {
  const last = spans.at(-1)?.to ?? 0
  return [
    ...spans.flatMap(({ from, parts }, at) => [plain(text.slice(spans[at - 1]?.to ?? 0, from)), ...parts]),
    plain(text.slice(last)),
  ].filter((part) => part.text !== '')
}

function plain(text: string): TextPart {
  return { text, url: null }
}

/** Only http and https lead anywhere. */
function safeAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  return new URL(url).href
}

/**
 * A link by its words. An address alone is named by its host; words that look like another address than the one they
 * lead to are not links, and the real one stands after them.
 */
function shown(words: string, address: string): readonly TextPart[] {
  const text = words.trim()
  if (text === '' || isAddress(text, address)) return [{ text: new URL(address).hostname, url: address }]
  if (!showsAnotherAddress(words, address)) return [{ text: words, url: address }]
  return [plain(`${words} (`), { text: address, url: address }, plain(')')]
}

/** Whether words are an address of the same server, however it is written. */
function isAddress(words: string, address: string): boolean {
  return (
    /^https?:/i.test(words) && URL.canParse(words) && new URL(words).hostname === new URL(address).hostname
  )
}
