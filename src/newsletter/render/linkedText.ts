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
      after.push({ text: ' ', url: null }, { text: shownAs(words, address), url: address })
      continue
    }
    parts.push({ text: rest.slice(0, at), url: null }, { text: shownAs(words, address), url: address })
    rest = rest.slice(at + words.length)
  }
  return [...parts, { text: rest, url: null }, ...after].filter((part) => part.text !== '')
}

/** Only http and https lead anywhere. */
function safeAddress(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null
  return new URL(url).href
}

/** Words that look like an address other than the one they lead to are followed by the real one. */
function shownAs(words: string, address: string): string {
  const host = new URL(address).hostname
  const shown = words.trim()
  if (shown === '' || /^https?:/i.test(shown)) return shown === address ? host : hostOf(shown, host)
  return showsAnotherAddress(words, address) ? `${words} (${address})` : words
}

function hostOf(shown: string, host: string): string {
  return URL.canParse(shown) && new URL(shown).hostname !== host ? `${shown} (${host})` : host
}
