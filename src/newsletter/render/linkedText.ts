import { showsAnotherAddress } from '../../core/text/linkWords.ts'
import type { NewsletterItem } from '../compose/compose.ts'

/** A piece of an item; `url` is an http(s) address in full, or null where the piece leads nowhere. */
export interface TextPart {
  readonly text: string
  readonly url: string | null
}

/** An item's text with its links: those whose words stand in the text become part of it, others follow it. */
export function linkedText({ text, links }: Pick<NewsletterItem, 'text' | 'links'>): readonly TextPart[] {
  const parts: TextPart[] = []
  const after: TextPart[] = []
  let rest = text
  for (const { text: words, url } of links) {
    const address = safeAddress(url)
    if (address === null) continue
    const at = rest.indexOf(words)
    if (at < 0 || words === '') {
      after.push(plain(' '), ...shown(words, address))
      continue
    }
    parts.push(plain(rest.slice(0, at)), ...shown(words, address))
    rest = rest.slice(at + words.length)
  }
  return [...parts, plain(rest), ...after].filter((part) => part.text !== '')
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
 * lead to are not links, and the real one stands behind them.
 */
function shown(words: string, address: string): readonly TextPart[] {
  const said = words.trim()
  if (said === '' || isAddress(said, address)) return [{ text: new URL(address).hostname, url: address }]
  if (!showsAnotherAddress(words, address)) return [{ text: words, url: address }]
  return [plain(`${words} (`), { text: address, url: address }, plain(')')]
}

/** Whether words are an address of the same server, however it is written. */
function isAddress(words: string, address: string): boolean {
  return (
    /^https?:/i.test(words) && URL.canParse(words) && new URL(words).hostname === new URL(address).hostname
  )
}
