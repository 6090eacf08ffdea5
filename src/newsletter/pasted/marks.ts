/** A text whose marks were taken off, and the words that they made bold. */
export interface UnmarkedText {
  readonly text: string
  readonly bold: readonly string[]
}

/** The longest stretch that marks may make bold. */
const longestBold = 200

/**
 * Takes Markdown's and the chats' marks off: `**bold**`, `__bold__`, Slack's `*bold*` and `_slanted_`, code and struck text. A mark
 * with no partner, or with a space inside it, is text.
 */
export function unmark(text: string): UnmarkedText {
  const bold: string[] = []
  let words = ''
  for (let at = 0; at < text.length; ) {
    const mark = markAt(text, at)
    const close = mark === undefined ? -1 : closing(text, at, mark)
    if (mark === undefined || close < 0) {
      words += text[at]
      at++
      continue
    }
    const inside = text.slice(at + mark.length, close)
    if (mark.startsWith('*') || mark === '__') bold.push(inside)
    words += inside
    at = close + mark.length
  }
  // A link's own words and address keep their strokes until it is read.
  return { text: words.includes('](') ? words : words.replace(escaped, '$1'), bold }
}

/** A sign that Markdown writes with a stroke before it. */
const escaped = /\\([\\`*_{}[\]()#+.!|~>-])/g

const marks = ['**', '__', '~~', '*', '`', '_']

function markAt(text: string, at: number): string | undefined {
  const mark = marks.find((one) => text.startsWith(one, at))
  const before = text[at - 1]
  // A stroke stands in addresses and names of files too.
  const opens = before === undefined || (mark === '_' ? /[\s("'“‘[]/ : /[\s("'“‘[,;:/-]/).test(before)
  return mark !== undefined && opens && /[^\s*_~`]/.test(text[at + mark.length] ?? ' ') ? mark : undefined
}

function closing(text: string, at: number, mark: string): number {
  const from = at + mark.length
  const close = text.slice(from, from + longestBold + mark.length).indexOf(mark)
  if (close <= 0) return -1
  const after = text[from + close + mark.length]
  const ends = after === undefined || /[\s.,;:!?)"'”’\]/-]/.test(after)
  return ends && !/\s/.test(text[from + close - 1] ?? ' ') ? from + close : -1
}

/** Slack's own way to write links, rooms and people, as Markdown and words. */
export function withoutSlack(text: string): string {
  return text
    .replace(/https:\/\/urldefense\.com\/v3\/__(https?:\/\/[^\s<>_]{1,900})__;[^\s<>]{0,300}/gi, '$1')
    .replace(/(?<![\p{L}\p{N}])([\p{L}\p{N}]{1,60})<(https?:\/\/[^\s<>|]{1,900})>/giu, '[$1]($2)')
    .replace(/<!(here|channel|everyone)>/g, '@$1')
    .replace(/<(https?:\/\/[^\s<>|]{1,900})\|([^<>|\n]{1,200})>/gi, '[$2]($1)')
    .replace(/<([@#!])[A-Za-z0-9^]{1,40}\|([^<>|\n]{1,80})>/g, (_, kind: string, name: string) =>
      kind === '#' ? `#${name}` : name.replace(/^@/, ''),
    )
    .replace(/<(https?:\/\/[^\s<>|]{1,900})>/gi, '$1')
}

const entities: Readonly<Record<string, string>> = { amp: '&', nbsp: ' ', quot: '"', '#39': "'", rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', ndash: '–', mdash: '—', eacute: 'é', hellip: '…' } // biome-ignore format: a table

/** Signs as web pages write them, `&amp;`, as themselves; `&lt;` stays, since it may begin a mark. */
export function withoutEntities(text: string): string {
  return text.replace(/&([a-z]{2,6}|#\d{2,5});/g, (written, name: string) =>
    Object.hasOwn(entities, name) ? (entities[name] ?? written) : numbered(name, written),
  )
}

/** `&#40;` by its number; `<` stays, since it may begin a mark. */
function numbered(name: string, written: string): string {
  const code = name.startsWith('#') ? Number(name.slice(1)) : 60
  return code === 60 || code < 32 ? written : String.fromCodePoint(code)
}
