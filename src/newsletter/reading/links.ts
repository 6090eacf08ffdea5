import { withoutUser } from '../../core/text/addresses/webAddress.ts'
import { isPointing } from '../words/pointingWords.ts'
import { isLed, withoutLead } from './linkLeads.ts'
import { markedAt } from './markedLinks.ts'
import { untracked } from './tracked.ts'

export interface Link {
  readonly text: string
  /** Where it leads; null where only its words are known. */
  readonly url: string | null
}

export interface ReadLinks {
  readonly text: string
  readonly links: readonly Link[]
  /** Words that only led to an address and are not printed. */
  readonly leads: readonly string[]
}

const longestAddress = 2_000

/**
 * Web addresses of a text, and the text with only their words; nothing but http and https is taken for one. `[words]
 * (address)` keeps its words, `Registration link: address` keeps those before its colon, and an address alone leaves
 * none, nor do the words that lead to one at the end: `– see https://…`.
 */
export function readLinks(text: string): ReadLinks {
  const leads: string[] = []
  const links: Link[] = []
  const add = (words: string, href: string) => {
    if (!links.some((link) => link.url === href)) links.push({ text: words, url: href })
  }
  let line = ''
  for (let at = 0; at < text.length; ) {
    // An image is told by its words, too.
    const from = text.startsWith('![', at) ? at + 1 : at
    const marked = text[from] === '[' ? markedAt(text, from, addressOf) : undefined
    const run = marked ? [] : runAt(text, at)
    const bare = run.at(-1)
    let skipped = 0
    if (marked) {
      const isLead = isPointing(marked.words) && (endsText(text, marked.end) || /(?:^|[.!?)] ?)$/.test(line))
      add(isLead ? marked.href : marked.words, marked.href)
      if (isLead) leads.push(marked.words)
      else line += marked.words
    } else if (bare && isHeld(line, text, bare.end)) {
      let next = at
      for (const { start, href, end } of run) {
        const host = new URL(href).host.replace(/^www\./, '')
        add(host, href)
        line += `${text.slice(next, start)}${host}`
        next = end
      }
    } else if (bare) {
      // A bracket that only leads to an address ends there, whatever follows: `a portal (see https://…), with UNODC`.
      const ends =
        endsText(text, bare.end) || (text[bare.end] === ')' && /\([^()]{1,60}$/.test(line) && isLed(line))
      const label = ends && isLed(line) ? undefined : labelBefore(line)
      for (const [nth, { address, href }] of run.entries())
        add(nth === 0 ? (label ?? address) : address, href)
      const before = label === undefined ? withoutOpener(line, bare.closed) : line.trimEnd().slice(0, -1)
      const led = ends ? withoutLead(before) : before
      const dropped = before
        .slice(led.length)
        .replace(/^[\s–—,;:(|>-]+/, '')
        .trim()
      if (/\p{L}/u.test(dropped)) leads.push(dropped)
      // A bracket that held the lead and the address alone goes with them.
      if (text[bare.end] === ')' && count(led, '(') < count(before, '(')) skipped = 1
      // So does one that nothing opened, and a comma with nothing after it.
      if (text[bare.end] === ')' && count(before, '(') <= count(before, ')')) skipped = 1
      if (endsText(text, bare.end) && /[,;:]/.test(text[bare.end + skipped] ?? '')) skipped++
      line = `${led} `
    } else line += text[at]
    at = (marked?.end ?? bare?.end ?? at + 1) + skipped
  }
  const tidy = links.length === 0 ? line : tidied(line)
  // An address alone is its own text: an item is never empty.
  return tidy === '' ? { text, links, leads: [] } : { text: tidy, links, leads }
}

interface Bare {
  readonly address: string
  readonly href: string
  readonly start: number
  readonly end: number
  /** Whether what opened before it closes after it, and is part of it. */
  readonly closed: boolean
}

/** What stands between the addresses of a list. */
const joiner = /^ {0,3}(?:(?:[,;|/&+–—-]|, ?and|and|or|et|y) {1,3}| )/i
const longestRun = 20

/** The addresses that follow one another at a place of a text: `https://…, https://… and https://…`. */
function runAt(text: string, at: number): readonly Bare[] {
  const run: Bare[] = []
  for (let next = at; run.length < longestRun; ) {
    const found = bareAt(text, next, at)
    if (!found) break
    run.push(found)
    const between = joiner.exec(text.slice(found.end, found.end + 12))?.[0]
    if (between === undefined || found.closed) break
    next = found.end + between.length
  }
  return run
}

/** An address as it stands in a sentence, without the signs that belong to the sentence. */
function bareAt(text: string, at: number, first: number): Bare | undefined {
  const written = /^(?:https?:\/\/|www\.)/i.test(text.slice(at, at + 8))
  const before = text[at - 1] ?? ' '
  if (written ? /[\p{L}\p{N}]/u.test(before) : !/[\s(<]/.test(before) || !isBareHost(text, at))
    return undefined
  const whole = /^[^\s<>"“”«»]+/.exec(text.slice(at, at + longestAddress))?.[0] ?? ''
  let address = whole
  while (/[.,;:!?'’\])}*_]$/.test(address) && !isBalanced(address)) address = address.slice(0, -1)
  const href = addressOf(/^https?:/i.test(address) ? address : `https://${address}`)
  if (href === undefined) return undefined
  const end = at + address.length
  // What opened before the first address closes after the last.
  const closed = closes(text[first - 1], text[end])
  // A tracked address is shown as the one to which it leads.
  const shown = href.length < address.length - 1 ? href : address
  return { address: shown, href, start: at, end: closed ? end + 1 : end, closed }
}

function withoutOpener(text: string, closed: boolean): string {
  return closed ? text.replace(/[<("“'‘[]$/, '') : text
}

/** `unodc.org/judges`: a host with a page after it, of an ending that is no word of a sentence. */
function isBareHost(text: string, at: number): boolean {
  return /^(?:[a-z0-9-]{1,63}\.){1,4}(?:org|int|net|com|edu|gov|info)\/[^\s/]/i.test(text.slice(at, at + 300))
}

/** Whether the last sign is a bracket that the address itself opened. */
function isBalanced(address: string): boolean {
  const opens = { ')': '(', ']': '[', '}': '{' }[address.at(-1) ?? '']
  return opens !== undefined && count(address, opens) >= count(address, address.at(-1) ?? '')
}

function closes(before: string | undefined, after: string | undefined): boolean {
  return after !== undefined && ['<>', '()', '“”', '‘’', '""', "''", '[]'].includes(`${before}${after}`)
}

function addressOf(typed: string): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(typed) || !URL.canParse(typed)) return undefined
  return untracked(withoutUser(typed))
}

/** `Registration link:` before an address says what it is. */
function labelBefore(text: string): string | undefined {
  const words = text.trimEnd().slice(-60)
  if (!words.endsWith(':')) return undefined
  const label = (
    words
      .slice(0, -1)
      .split(/[.);] | , /)
      .at(-1) ?? ''
  ).trim()
  return label !== '' && label.length <= 40 ? label : undefined
}

const holding = new Set('at on via from under to of in through by see visit'.split(' '))

/** Whether a sentence goes on after an address that it needs: `a blog at https://…, and more`. */
function isHeld(words: string, text: string, end: number): boolean {
  const word = /(?:^|\s)(\p{L}{2,7})\s{1,3}$/iu.exec(words.slice(-12))?.[1] ?? ''
  return holding.has(word.toLowerCase()) && /^[.,;]?\s{1,3}\p{L}/u.test(text.slice(end, end + 6))
}

/** Whether nothing but a bracket, such as a date in it, stands after a place of the text. */
function endsText(text: string, at: number): boolean {
  return (
    /^[\s.,;:)\]]{0,9}(?:\([^()]{1,60}\))?[\s.]{0,9}(?:#[\p{L}\p{N}_]{1,40}\s{0,2}){0,4}$/u.test(
      text.slice(at, at + 90),
    ) && text.length - at < 90
  )
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

function tidied(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/([.!?]) \.(?= ?$)/, '$1')
    .replace(/ ([.,;:)])/g, '$1')
    .replace(/,(?: ?,)+/g, ',')
    .replace(/\( ?[,;] ?/g, '(')
    .replace(/\( ?\)/g, '')
    .trim()
}
