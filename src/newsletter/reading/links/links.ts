import { occurrences } from '../../words/occurrences.ts'
import { isPointing } from '../../words/pointingWords.ts'
import { addressesIn, addressOf, type Bare, count, runAt, withoutOpener } from './bareLinks.ts'
import { isLed, withoutLead } from './linkLeads.ts'
import { endsText, isHeld, labelBefore, withoutPlainLabel, wordsBefore } from './linkWords.ts'
import { markedAt } from './markedLinks.ts'

export interface Link {
  readonly text: string
  /** Where it leads; null where only its words are known. */
  readonly url: string | null
  /** How often its words stand in the text before the place that is linked; absent for the first. */
  readonly nth?: number
}

export interface ReadLinks {
  readonly text: string
  readonly links: readonly Link[]
  /** Words that only led to an address and are not printed. */
  readonly leads: readonly string[]
}

/**
 * Web addresses of a text, and the text with only their words; nothing but http and https is taken for one. `[words]
 * (address)` keeps its words, `Registration link: address` keeps those before its colon, and an address alone leaves
 * none, nor do the words that lead to one at the end: `– see https://…`. Of several in a text, each is led to by the
 * words before it, or leaves its host where it stood.
 */
export function readLinks(text: string): ReadLinks {
  const leads: string[] = []
  const links: Link[] = []
  const add = (words: string, href: string, before: string) => {
    const nth = words === href ? 0 : occurrences(words, before + words).length - 1
    if (!links.some((link) => link.url === href))
      links.push({ text: words, url: href, ...(nth > 0 && { nth }) })
  }
  const isSeveral = addressesIn(text) > 1
  let line = ''
  /** Where the line goes on behind the address before. */
  let since = 0
  for (let at = 0; at < text.length; ) {
    // An image is told by its words, too.
    const from = text.startsWith('![', at) ? at + 1 : at
    const marked = text[from] === '[' ? markedAt(text, from, addressOf) : undefined
    const run = marked ? [] : runAt(text, at)
    const bare = run.at(-1)
    if (marked) {
      const isLead = isPointing(marked.words) && (endsText(text, marked.end) || /(?:^|[.!?)] ?)$/.test(line))
      add(isLead ? marked.href : marked.words, marked.href, isLead ? '' : line)
      if (isLead) leads.push(marked.words)
      else line += marked.words
      at = marked.end
    } else if (bare) {
      // A bracket that only leads to an address ends there, whatever follows: `a portal (see https://…), with UNODC`.
      const ends =
        endsText(text, bare.end) ||
        (text[bare.end] === ')' &&
          /\([^()]{1,60}$/.test(line) &&
          isLed(line) &&
          (!isSeveral || wordsBefore(withoutLead(line).slice(since)) !== undefined))
      const place = { text, at, run, ends, isSeveral }
      const {
        kept,
        lead = '',
        links: found,
        end,
      } = isHeld(line.slice(since), place) ? inPlace(line, place) : cutOut(line, since, place)
      line = kept
      for (const { text: words, url, before } of found) add(words, url, before)
      if (/\p{L}/u.test(lead)) leads.push(lead)
      at = end
    } else {
      line += text[at]
      at++
      continue
    }
    since = line.length
  }
  const tidy = links.length === 0 ? line : tidied(line)
  // An address alone is its own text: an item is never empty.
  return tidy === '' ? { text, links, leads: [] } : { text: tidy, links, leads }
}

/** Where addresses that follow one another stand in a text. */
interface Run {
  readonly text: string
  readonly at: number
  readonly run: readonly Bare[]
  readonly ends: boolean
  readonly isSeveral: boolean
}

interface Taken {
  /** The line, with what the addresses left in it. */
  readonly kept: string
  /** Words that only led to the addresses. */
  readonly lead?: string
  /** `before` is the line as far as the words that are linked. */
  readonly links: readonly { readonly text: string; readonly url: string; readonly before: string }[]
  readonly end: number
}

/** A sentence in which hosts stand for addresses. */
function inPlace(line: string, { text, at, run }: Run): Taken {
  const last = run.at(-1)
  // `<https://…>` only says where the address ends.
  const isMarked = last?.closed === true && text[at - 1] === '<'
  let kept = isMarked ? line.slice(0, -1) : line
  let end = at
  const links = run.map(({ start, href, end: next }) => {
    const host = new URL(href).host.replace(/^www\./, '')
    const before = kept + text.slice(end, start)
    kept = before + host
    end = next
    return { text: host, url: href, before }
  })
  if (last?.closed && !isMarked) kept += text[end - 1]
  return { kept, links, end }
}

/** A sentence without its addresses. */
function cutOut(line: string, since: number, { text, run, ends, isSeveral }: Run): Taken {
  const bare = run.at(-1)
  if (!bare) return { kept: line, links: [], end: text.length }
  const isLead = ends && isLed(line)
  const named = isLead ? undefined : labelBefore(line.slice(since))
  // `, link: https://…` says of what is no more than that it is one.
  const plain = named === undefined ? undefined : withoutPlainLabel(line, named, since)
  const label = plain === undefined ? named : undefined
  const before = label === undefined ? withoutOpener(line, bare.closed) : line.trimEnd().slice(0, -1)
  const short = ends ? withoutLead(before) : before
  // The words of an address before it are no lead to this one.
  const led = plain ?? (short.length >= since ? short : before)
  const words =
    label ?? (isSeveral && !(isLead && endsText(text, bare.end)) ? wordsBefore(led.slice(since)) : undefined)
  const lead = before
    .slice(led.length)
    .replace(/^[\s–—,;:(|>-]+/, '')
    .trim()
  const closesLead = text[bare.end] === ')' && count(led, '(') < count(before, '(')
  // So does one that nothing opened, and a comma with nothing after it.
  const closesNothing = text[bare.end] === ')' && count(before, '(') <= count(before, ')')
  // A bracket that held the lead and the address alone goes with them.
  const bracket = closesLead || closesNothing ? 1 : 0
  const comma = endsText(text, bare.end) && /[,;:]/.test(text[bare.end + bracket] ?? '') ? 1 : 0
  return {
    kept: `${led} `,
    lead,
    links: run.map(({ address, href }, nth) => ({
      text: nth === 0 ? (words ?? address) : address,
      url: href,
      before: nth === 0 && words !== undefined ? led.slice(0, Math.max(0, led.lastIndexOf(words))) : '',
    })),
    end: bare.end + bracket + comma,
  }
}

function tidied(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/([.!?]) \.(?= ?$)/, '$1')
    .replace(/ ([.,;:)])/g, '$1')
    .replace(/^[.,;:]\s/, '')
    .replace(/:(?=[.,;](?: |$))/g, '')
    .replace(/,(?: ?,)+/g, ',')
    .replace(/\( ?[,;] ?/g, '(')
    .replace(/\( ?\)/g, '')
    .trim()
}
