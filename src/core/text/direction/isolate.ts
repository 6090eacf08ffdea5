/** U+2068, the first-strong isolate: what follows, up to its end, finds its own direction and turns nothing else. */
const open = '\u2068'
/** U+2069, its end. */
const close = '\u2069'

/** Letters written from right to left, those of Arabic, Hebrew and the scripts like them. */
const letters = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const fromRight = new RegExp(`[${letters}]`, 'u')
const eachFromRight = new RegExp(`[${letters}]`, 'gu')
/** Such letters, and whatever is no letter. */
const stretch = new RegExp(`(?:[^\\p{L}]|[${letters}])+`, 'gu')

/** Small words one after the other: an English sentence that begins with a name in other letters. */
const goesOnInLatin = /(?<!\p{L})[a-z]+,? [a-z]+,? [a-z]+(?!\p{L})/u

/** Whether a text holds letters that are written from right to left. */
export function runsFromRight(text: string): boolean {
  return fromRight.test(text)
}

/**
 * Text with letters from right to left made to keep to itself within a line of English, line by line: what begins with
 * them stands apart as a whole, else each of their stretches does. Other text, and what holds isolates already, is given back.
 */
export function isolate(text: string): string {
  if (!fromRight.test(text) || hasIsolate(text)) return text
  return text.replace(/[^\n]+/g, (line) => {
    if (!fromRight.test(line)) return line
    return isFromRight(line) ? isolated(line) : line.replace(stretch, isolateStretch)
  })
}

/** The same for a text that is a line of its own: one that begins from the right finds its direction by itself. */
export function isolateWithin(text: string): string {
  return fromRight.test(text) && !isFromRight(text) ? isolate(text) : text
}

/** Whether a line is one in such letters, and not an English sentence about a name in them. */
function isFromRight(line: string): boolean {
  return beginsFromRight(line) && !goesOnInLatin.test(line)
}

/** Whether the first letter is one from the right. */
export function beginsFromRight(text: string): boolean {
  return fromRight.test(/\p{L}/u.exec(text)?.[0] ?? '')
}

/** What lies between the first and the last letter from the right, with the brackets that close what it opens. */
function isolateStretch(text: string): string {
  const found = [...text.matchAll(eachFromRight)]
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return text
  const within = text.slice(first.index, last.index + last[0].length)
  let end = first.index + within.length
  const opened = within.match(/[([{«“]/g)?.length ?? 0
  for (let left = opened - (within.match(/[)\]}»”]/g)?.length ?? 0); left > 0; left--) {
    const closing = /[^()[\]{}«»“”]*[)\]}»”]/y
    closing.lastIndex = end
    if (!closing.test(text)) break
    end = closing.lastIndex
  }
  return text.slice(0, first.index) + isolated(text.slice(first.index, end)) + text.slice(end)
}

/** A piece that stands as a whole whatever surrounds it, such as a date in a line from right to left. */
export function isolated(text: string): string {
  return open + text + close
}

/** Without the signs of isolates, for what is data to a program. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '')
}

/** A text in which every isolate ends on its own line; a sign without its counterpart is left out. */
export function pairedIsolates(text: string): string {
  if (!/[\u2068\u2069]/.test(text)) return text
  const alone = new Set<number>()
  let opened: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) opened.push(at)
    else if (text[at] === close && opened.pop() === undefined) alone.add(at)
    else if (text[at] === '\n') {
      for (const one of opened) alone.add(one)
      opened = []
    }
  }
  for (const one of opened) alone.add(one)
  return alone.size === 0 ? text : [...text.split('')].filter((_, at) => !alone.has(at)).join('')
}

/** Lines that were one before they were broken: an isolate ends with each line and begins anew on the next. */
export function isolatesByLine(text: string): string {
  if (!hasIsolate(text)) return text
  let depth = 0
  return text
    .split('\n')
    .map((line) => {
      const begun = line.replace(/^\s*/, (indent) => indent + open.repeat(depth))
      depth = leftOpen(begun)
      return begun + close.repeat(depth)
    })
    .join('\n')
}

/** How many isolates a piece of a line leaves open. */
function leftOpen(piece: string): number {
  let depth = 0
  for (const sign of piece) {
    if (sign === open) depth += 1
    else if (sign === close && depth > 0) depth -= 1
    else if (sign === '\n') depth = 0
  }
  return depth
}

/** Whether a text holds an isolate that a cut might leave open. */
export function hasIsolate(text: string): boolean {
  return text.includes(open)
}

/** Pieces of a text cut in two, each with its isolates whole. */
export function cutIsolates(piece: string, rest: string): readonly [piece: string, rest: string] {
  const depth = leftOpen(piece)
  return depth === 0 ? [piece, rest] : [piece + close.repeat(depth), open.repeat(depth) + rest]
}
