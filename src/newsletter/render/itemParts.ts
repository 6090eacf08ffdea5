import { isolated, runsFromRight } from '../../core/text/direction/isolate.ts'
import { monthNames } from '../../core/time/day.ts'
import type { NewsletterItem } from '../compose/compose.ts'
import type { PrintedPart } from '../compose/printedPart.ts'
import { directionOf } from './direction.ts'
import { linkedText } from './linkedText.ts'

/** What of an item its print shows. */
export type PrintedItem = Pick<NewsletterItem, 'text' | 'printedDate' | 'wg' | 'links' | 'bold' | 'printed'>

/**
 * An item as it is printed in a subsection: a meeting begins with its date and its group in bold, others end with their
 * date in brackets. Every output is made from these pieces; what was published keeps those that it was printed in.
 */
export function itemParts(item: PrintedItem, section: string): readonly PrintedPart[] {
  if (item.printed) return item.printed
  const own =
    section === 'wg-meetings'
      ? { ...item, text: item.text.replace(/^The (?=\S{1,30} (?:WG|Working Group)\b)/, '') }
      : item
  const line = inBold(linkedText(own), boldWords(own, section))
  if (item.printedDate === null) return line
  return section === 'wg-meetings'
    ? [plain(wholeMonths(item.printedDate), true), plain(' '), ...line]
    : [...line, plain(` (${item.printedDate})`)]
}

/**
 * The same for readers: in a line that runs from right to left the date at its end keeps its own order, and does not
 * read as “Nov 24”.
 */
export function shownParts(item: PrintedItem, section: string): readonly PrintedPart[] {
  const parts = itemParts(item, section)
  const end = parts.at(-1)
  if (!end || directionOf(parts.map(({ text }) => text).join('')) === 'ltr') return parts
  const [, date] = /^ \(([^()]*)\)$/.exec(end.text) ?? []
  return date === undefined || runsFromRight(date)
    ? parts
    : [...parts.slice(0, -1), { ...end, text: ` (${isolated(date)})` }]
}

/** A date before a line has its months in full: `3 March`. */
function wholeMonths(date: string): string {
  return date.replace(
    /(?<!\p{L})[A-Z][a-z]{2}(?!\p{L})/gu,
    (short) => monthNames.find((name) => name.startsWith(short)) ?? short,
  )
}

function plain(text: string, bold = false): PrintedPart {
  return { text, url: null, bold }
}

function boldWords(item: PrintedItem, section: string): readonly string[] {
  const typed = item.bold ?? []
  return section === 'wg-meetings' ? [...typed, ...opening(item.text, groupEnd(item))] : typed
}

function opening(text: string, end: number): readonly string[] {
  return end > 0 ? [text.slice(0, end)] : []
}

/** Where the group's name at the beginning ends, `ETCIP WG`; 0 where none stands there. */
function groupEnd({ text, wg }: PrintedItem): number {
  const known = wg !== null && text.toLowerCase().startsWith(wg.toLowerCase()) ? wg.length : 0
  const [name = ''] =
    /^[\p{L}\p{N}][\p{L}\p{N}-]{0,30} (?:WG|Working Group)(?![\p{L}\p{N}])/iu.exec(text.slice(0, 60)) ?? []
  return Math.max(known, name.length)
}

interface BoldSpan {
  readonly from: number
  readonly to: number
}

/** The pieces cut where bold words begin and end. */
function inBold(
  parts: readonly { readonly text: string; readonly url: string | null }[],
  words: readonly string[],
): readonly PrintedPart[] {
  const whole = parts.map(({ text }) => text).join('')
  const spans = words.flatMap((one) => spanOf(whole, one))
  if (spans.length === 0) return parts.map((part) => ({ ...part, bold: false }))
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const cut: PrintedPart[] = []
  let start = 0
  for (const { text, url } of parts) {
    const end = start + text.length
    const within = edges.filter((edge) => edge > start && edge < end)
    const stops = [start, ...within, end]
    for (let at = 0; at + 1 < stops.length; at++) {
      const [from = 0, to = 0] = [stops[at], stops[at + 1]]
      const bold = spans.some((span) => span.from <= from && to <= span.to)
      cut.push({ text: whole.slice(from, to), url, bold })
    }
    start = end
  }
  return cut.filter(({ text }) => text !== '')
}

/** Where words stand whole. */
function spanOf(whole: string, words: string): readonly BoldSpan[] {
  const from = words === '' ? -1 : whole.indexOf(words)
  const to = from + words.length
  const alone =
    from >= 0 && !/[\p{L}\p{N}]$/u.test(whole.slice(0, from)) && !/^[\p{L}\p{N}]/u.test(whole.slice(to))
  return alone ? [{ from, to }] : []
}
