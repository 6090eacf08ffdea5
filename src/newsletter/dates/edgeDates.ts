import type { WrittenDate } from '../../core/time/findDates.ts'
import { meaningsOf } from '../../core/time/words/vocabulary.ts'

/** Brackets with a date in them, by their place in the text. */
export interface Bracket {
  readonly open: number
  readonly close: number
  readonly dates: readonly WrittenDate[]
}

/** A date at the edge of a text, and the text without it. */
export interface EdgeDate {
  readonly form: 'parentheses' | 'comma' | 'leading'
  readonly text: string
  readonly printed: string
  readonly dates: readonly WrittenDate[]
}

/** The most that brackets may say beside their date: `24 Mar/online`, `Vienna, 5-6 Nov`. */
const mostBeside = 60

/** The brackets of a text, none within another, that hold a date and little else. */
export function bracketsOf(text: string, all: readonly WrittenDate[]): readonly Bracket[] {
  const found: Bracket[] = []
  let open = -1
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' || text[at] === '（') open = at
    if ((text[at] !== ')' && text[at] !== '）') || open < 0) continue
    const dates = all.filter(({ start, end, mentioned }) => start > open && end <= at && !mentioned)
    const written = dates.reduce((total, { start, end }) => total + end - start, 0)
    if (dates.length > 0 && at - open - written <= mostBeside) found.push({ open, close: at, dates })
    open = -1
  }
  return found
}

/** The date at the end in brackets or after a comma, or at the beginning; undefined where neither is one. */
export function edgeOf(
  text: string,
  all: readonly WrittenDate[],
  brackets: readonly Bracket[],
): EdgeDate | undefined {
  const edge = inBrackets(text, brackets) ?? afterComma(text, all) ?? atStart(text, all)
  return edge && edge.text !== '' ? edge : undefined
}

function inBrackets(text: string, brackets: readonly Bracket[]): EdgeDate | undefined {
  const last = brackets.at(-1)
  if (!last || !/^[)）]\s?[.。]?$/.test(text.slice(last.close))) return undefined
  return {
    form: 'parentheses',
    text: text.slice(0, last.open).trim(),
    printed: text.slice(last.open + 1, last.close).trim(),
    dates: last.dates,
  }
}

/** Words before a date that are printed with none. */
const leads = new Set(['on', 'from', 'between', 'du', 'le', 'del', 'el', 'с'])

function afterComma(text: string, all: readonly WrittenDate[]): EdgeDate | undefined {
  const last = all.at(-1)
  if (!last || last.mentioned || !/^\s?\.?$/.test(text.slice(last.end))) return undefined
  const words = text.slice(0, last.start).trimEnd()
  const blank = words.lastIndexOf(' ')
  const before = leads.has(words.slice(blank + 1).toLowerCase()) ? words.slice(0, blank).trimEnd() : words
  if (!before.endsWith(',') && !before.endsWith(';')) return undefined
  // `on Tuesday, 9 November`: the weekday stays with its date.
  const word = /(\p{L}{2,15})\.?[,;]$/u.exec(before.slice(-20))?.[1]
  if (word !== undefined && meaningsOf(word.toLowerCase()).weekday !== undefined) return undefined
  // `Manila, 20 Nov; Jakarta, 23 Nov`: each place keeps its date in one manner.
  const isOneOfSeveral = all.some(
    ({ start, end, mentioned }) =>
      end < last.start &&
      !mentioned &&
      text.slice(0, start).trimEnd().endsWith(',') &&
      /^\.?[;,]/.test(text.slice(end)),
  )
  if (isOneOfSeveral) return undefined
  // The full stop after `3 Nov.` ends the sentence.
  const printed = last.written.replace(/\.$/, '')
  return { form: 'comma', text: before.slice(0, -1).trim(), printed, dates: [last] }
}

function atStart(text: string, all: readonly WrittenDate[]): EdgeDate | undefined {
  const [first, ...others] = all
  if (first?.precision !== 'day' || first.mentioned) return undefined
  const before = text.slice(0, first.start).trim().toLowerCase()
  if (before !== '' && !leads.has(before)) return undefined
  const last = lastJoined(text, [first, ...others])
  const after = /^\s?(?:[,:|–—-]{1,2}|\s)\s?/.exec(text.slice(last.end, last.end + 5))?.[0]
  if (after === undefined) return undefined
  // `The 12 November briefing` says with its date which one.
  const article = /^the\s/i.test(text) && !/[,:|–—-]/.test(after)
  if (article || goesOn(text, all, last)) return undefined
  const printed = text.slice(first.start, last.end)
  return {
    form: 'leading',
    text: begun(text.slice(last.end + after.length).trim()),
    // “Between 3 and 5 November” is a span.
    printed: before === 'between' ? printed.replace(/(?<=\d) and (?=\d)/i, '-') : printed,
    dates: all.slice(0, all.indexOf(last) + 1),
  }
}

/** `On 3 May they met in Bishkek and, on 6 May, in Astana`: a later day on which more was done keeps the first in its place. */
function goesOn(text: string, all: readonly WrittenDate[], last: WrittenDate): boolean {
  return all.some(
    ({ start, precision, mentioned }) =>
      start > last.end && precision === 'day' && !mentioned && further.test(text.slice(0, start)),
  )
}

const further = /(?:\band,?|;) on $/i

/** The last of the days that open a text side by side: `on 30 June and 1 July, a meeting …`. */
function lastJoined(text: string, [first, ...others]: readonly [WrittenDate, ...WrittenDate[]]): WrittenDate {
  let last = first
  for (const next of others) {
    if (next.precision !== 'day' || next.mentioned || !joint.test(text.slice(last.end, next.start))) break
    last = next
  }
  return last
}

const joint = /^(?:,? (?:and|&|et|y|и)|,)(?: (?:on|le|el))? $/u

/** What stood after its date, as a sentence begins: `On 12 November, the Office …`. */
function begun(text: string): string {
  return text.replace(/^\p{Ll}(?=\p{Ll}*\s)/u, (letter) => letter.toUpperCase())
}
