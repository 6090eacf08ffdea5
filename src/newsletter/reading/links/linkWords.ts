import type { Bare } from './bareLinks.ts'

const joiner = /^[\s,;|/&–—-]{0,6}(?:(?:and|or|et|ou|y|o|und|oder)\s{1,3})?/i

/** `Registration link:` before an address says what it is. `text` begins behind the address before. */
export function labelBefore(text: string): string | undefined {
  const words = text.trimEnd().slice(-60)
  if (!words.endsWith(':')) return undefined
  const label = (
    words
      .slice(0, -1)
      .split(/[.);] | , /)
      .at(-1) ?? ''
  )
    .replace(joiner, '')
    .trim()
  return behindComma(label, text) ?? (label !== '' && label.length <= 40 ? label : undefined)
}

const plainLabel =
  /^(?:, )?(?:the )?(?:links?|url|web(?: ?site| ?page| ?link)?|page|address|more(?: info(?:rmation)?)?|lien|enlace|ссылка)$/iu

/**
 * A line without the label, the colon at its end and the comma before them, where the label only says that an address
 * follows; undefined where it says more, or no words stand before it that the address may be of.
 */
export function withoutPlainLabel(line: string, label: string, since: number): string | undefined {
  if (!plainLabel.test(label)) return undefined
  const bare = line.trimEnd().slice(0, -1).trimEnd()
  const left = bare.slice(0, bare.length - label.length).replace(/[\s–—,;:|>-]{1,9}$/u, '')
  const last = /[\p{L}\p{M}\p{Nd}]{1,40}\P{L}{0,3}$/u.exec(left.slice(since))?.[0] ?? ''
  return last === '' || conjunctions.has(last.replace(/\P{L}{1,9}$/u, '').toLowerCase()) ? undefined : left
}

const conjunctions = new Set(['and', 'or', 'et', 'ou', 'y', 'o', 'und', 'oder'])

/** `…, film:` has its label behind the comma, unless a list of words ends there: `…, crime and terrorism:`. */
function behindComma(label: string, text: string): string | undefined {
  const [, typed] = /, ([^,]{1,60})$/.exec(label) ?? []
  const last = (typed ?? '').replace(joiner, '').trim()
  const words = last.split(/\s+/)
  const [first] = words
  if (
    !/\p{L}/u.test(last) ||
    last.length > 40 ||
    words.length > 3 ||
    words.some((word) => conjunctions.has(word))
  )
    return undefined
  // Words that stand elsewhere, too, are told apart by the comma.
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word === first).length > 1 ? `, ${typed}` : last
}

const determiners = new Set(
  'a an the its his her their our this that these those one two three new of on for and or with le la les un une des el los las una'.split(
    ' ',
  ),
)

/**
 * The words to which an address in brackets behind them belongs: `and its plan of action (https://…)`. `text` begins
 * behind the address before, in which they stand nowhere else.
 */
export function wordsBefore(text: string): string | undefined {
  const near = text.slice(-300).replace(/[\s(<[,:–—-]{1,9}$/, '')
  const title = /["“«]([^"“”«»]{1,100})["”»]$/u.exec(near)?.[1]
  if (title !== undefined) return title
  const words = (near.split(/[.,;:!?()[\]–—"“”«»]/).at(-1) ?? '').split(/\s+/).filter((word) => word !== '')
  const behind = words.findLastIndex((word) => determiners.has(word.toLowerCase())) + 1
  for (let from = behind > 0 && behind < words.length ? behind : words.length - 1; from >= 0; from--) {
    const found = words.slice(from).join(' ')
    if (/[\p{L}\p{N}]/u.test(found) && near.indexOf(found) === near.lastIndexOf(found)) return found
  }
  return undefined
}

const holding = new Set(
  'at on via from under to of in through by see visit link and or that but with for as'.split(' '),
)

/** Words that cannot end a text, and that are more than a lead to an address. */
const dangling = new Set('and or but to of from in through by with for the a an as'.split(' '))

/** Whether the addresses of a run stand for words of their sentence, which needs them where they are. */
export function isHeld(line: string, { text, run, ends, isSeveral }: Place): boolean {
  const end = run.at(-1)?.end ?? 0
  const after = text.slice(end, end + 6)
  const last = /(?:^|\s)(\p{L}{1,7})\s{1,3}[(<["“‘']?$/iu.exec(line.slice(-12))?.[1]?.toLowerCase() ?? ''
  // `a blog at https://…, and more`
  if (holding.has(last) && /^[.,;]?\s{1,3}\p{L}/u.test(after)) return true
  if (dangling.has(last)) return true
  // `https://… is a list`
  if (/(?:^|[.!?] {0,2})$/.test(line) && /^\s{1,3}[\p{Ll}\p{Lo}]/u.test(after)) return true
  // `https://… and https://…`
  if (run.some(({ end: from }, at) => /\p{L}/u.test(text.slice(from, run[at + 1]?.start ?? from))))
    return true
  return !ends && (run.length > 1 || (isSeveral && !labelBefore(line) && wordsBefore(line) === undefined))
}

interface Place {
  readonly text: string
  readonly run: readonly Bare[]
  /** Whether no word follows. */
  readonly ends: boolean
  /** Whether the text has addresses elsewhere. */
  readonly isSeveral: boolean
}

/** Whether nothing but a bracket, such as a date in it, stands after a place of the text. */
export function endsText(text: string, at: number): boolean {
  return (
    /^[\s.,;:)\]]{0,9}(?:\([^()]{1,60}\))?[\s.]{0,9}(?:#[\p{L}\p{N}_]{1,40}\s{0,2}){0,4}$/u.test(
      text.slice(at, at + 90),
    ) && text.length - at < 90
  )
}
