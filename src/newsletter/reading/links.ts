export interface Link {
  readonly text: string
  /** Where it leads; null where only its words are known. */
  readonly url: string | null
}

const marked = /\[([^[\]]{1,300})\]\(\s*(https?:\/\/[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\s*\)/gi
const bare = /<?\b(https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)\]}])>?/gi

/** Web addresses of a text, and the text with only their words; nothing but http and https is taken for one. */
export function readLinks(text: string): { readonly text: string; readonly links: readonly Link[] } {
  const links: Link[] = []
  const add = (words: string, url: string) => {
    const href = URL.canParse(url) ? new URL(url).href : undefined
    if (href !== undefined && !links.some((link) => link.url === href)) links.push({ text: words, url: href })
  }
  const worded = text.replace(marked, (_, words: string, url: string) => {
    add(words, url)
    return words
  })
  const plain = worded.replace(bare, (_, url: string) => {
    add(url, url)
    return ' '
  })
  const tidy =
    plain === worded
      ? worded
      : plain
          .replace(/[ \t]{2,}/g, ' ')
          .replace(/ ([.,;:)])/g, '$1')
          .replace(/\(\s*\)/g, '')
          .trim()
  // An address alone is its own text: an item is never empty.
  return { text: tidy === '' ? worded : tidy, links }
}
