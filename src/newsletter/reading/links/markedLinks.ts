const longestAddress = 2_000
const longestWords = 300

interface Marked {
  readonly words: string
  readonly href: string
  readonly end: number
}

/**
 * A link of Markdown at a place of a text, `[words](address)`. Its words may hold brackets that close again or stand
 * after a backslash, its address what it opens; `(<address>)` and `(address "title")` are read, too.
 */
export function markedAt(
  text: string,
  at: number,
  addressOf: (typed: string) => string | undefined,
): Marked | undefined {
  const close = closing(text, at, '[', ']', longestWords)
  if (close === undefined || close === at + 1 || text[close + 1] !== '(') return undefined
  const to = closing(text, close + 1, '(', ')', longestAddress)
  if (to === undefined) return undefined
  const href = addressOf(destination(text.slice(close + 2, to)))
  if (href === undefined) return undefined
  return { words: plainWords(text.slice(at + 1, close)), href, end: to + 1 }
}

/** Where what opens at a place closes again. */
function closing(text: string, at: number, opens: string, closes: string, most: number): number | undefined {
  let depth = 0
  for (let to = at; to < text.length && to - at <= most; to++) {
    const sign = text[to]
    if (sign === '\\') to++
    else if (sign === opens) depth++
    else if (sign === closes && --depth === 0) return to
  }
  return undefined
}

function destination(typed: string): string {
  const whole = typed.trim()
  const blank = whole.search(/\s/)
  const isTitled = blank > 0 && /^(?:"[^"]*"|'[^']*')$/.test(whole.slice(blank).trim())
  const bare = isTitled ? whole.slice(0, blank) : whole
  return /^<[^<>]{1,1998}>$/.test(bare) ? bare.slice(1, -1).trim() : bare
}

/** Words without the backslashes before brackets; those of an image that is a link are its words. */
function plainWords(words: string): string {
  const image = /^!\[([^[\]]{1,300})\]\([^()\s]{1,900}\)$/.exec(words)
  return (image?.[1] ?? words).replace(/\\([[\]\\])/g, '$1')
}
