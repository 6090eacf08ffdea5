import { orUserError, UserError } from '../core/errors.ts'
import { fold } from '../core/text/nearest.ts'
import { addDays, dayOf, type TimeReference } from '../core/time/day.ts'
import { type Period, readPeriod } from '../core/time/period.ts'
import { meaningsOf } from '../core/time/words/vocabulary.ts'

/** A meeting that is named by when it takes place, such as `the June one`, `Friday’s PCVE meeting` or `the last one`. */
export interface NamedByTime {
  /** What else is said of it, words of its title or a group; empty for nothing. */
  readonly words: string
  /** The days on which it begins; null for the next or the latest of all. */
  readonly days: Period | null
  /** Of several without a day, the next one ahead or the latest one past. */
  readonly which: 'next' | 'latest'
}

/** A name is short; each of its parts is read as a time. */
const longest = 8

/** Takes a name apart into a time and words; undefined for one that says no time. A time without a year lies `ahead`, or nearest. */
export function namedByTime(text: string, here: TimeReference, ahead: boolean): NamedByTime | undefined {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > longest) return undefined
  return byDays(words, here, ahead) ?? byOrder(words)
}

/** A name without the words around it: `PCVE` of `the PCVE meeting` and of `PCVE’s`. */
export function bareName(text: string): string {
  return withoutGlue(wordsOf(text)).join(' ')
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/[’']s\b|(?<=\b(?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b/giu, '')
    .replace(/[?!.,]{1,3}$/u, '')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** The longest part, from the beginning or up to the end, that is a time. */
function byDays(words: readonly string[], here: TimeReference, ahead: boolean): NamedByTime | undefined {
  const typed = withoutGlue(words)
  for (let length = typed.length; length > 0; length--) {
    for (const start of new Set([0, typed.length - length])) {
      const part = typed.slice(start, start + length)
      // `2` is the number of a meeting, or of a phase in its title.
      const named =
        part.some((word) => /\p{L}{3}|\d[-/.]\d|^q[1-4]$/iu.test(word)) || isOrdinalDay(part, words)
      if (!named || !part.every(isOfTime)) continue
      const days = periodOf(part.join(' '), here, ahead)
      if (!days) continue
      const rest = [...typed.slice(0, start), ...typed.slice(start + length)]
      return { words: withoutGlue(rest).join(' '), days, which: 'next' }
    }
  }
  return undefined
}

const ordinal = /^\d{1,2}(?:st|nd|rd|th)$/iu

/** `the 10th` of whatever month; `the 10th session` is counted. */
function isOrdinalDay([day = '', ...others]: readonly string[], all: readonly string[]): boolean {
  if (others.length > 0 || !ordinal.test(day)) return false
  return !/^(?:meetings?|sessions?)$/i.test(all[all.indexOf(day) + 1] ?? '')
}

/** Whether a word is as times are written; a slip of the hand may be any other word. */
function isOfTime(word: string): boolean {
  return !/^\p{L}+$/u.test(word) || Object.keys(meaningsOf(fold(word))).length > 0
}

function periodOf(text: string, here: TimeReference, ahead: boolean): Period | undefined {
  const [, weekday, day] = /^(\p{L}{3,12})\.? (\d{1,2})$/u.exec(text) ?? []
  // `wednesday 16` has the day of the month behind it, as no meeting is at that hour alone.
  const dated = weekday !== undefined && isWeekday(weekday) ? `${weekday} the ${day}th` : text
  const read = orUserError(() => readPeriod(ordinal.test(text) ? `the ${text}` : dated, here, ahead))
  if (read instanceof UserError) return undefined
  // A weekday is read ahead; what is past is the one before.
  const back = !ahead && read.from > dayOf(here.now, here.zone) && text.split(' ').some(isWeekday)
  return back ? { from: addDays(read.from, -7), to: addDays(read.to, -7) } : read
}

function isWeekday(word: string): boolean {
  return meaningsOf(fold(word)).weekday !== undefined
}

const orders: Readonly<Record<string, NamedByTime['which']>> = {
  next: 'next',
  upcoming: 'next',
  coming: 'next',
  last: 'latest',
  latest: 'latest',
  previous: 'latest',
}

/** `the next ETCIP meeting`, `last one`. */
function byOrder(words: readonly string[]): NamedByTime | undefined {
  const [first = '', ...rest] = withoutGlue(words)
  const word = first.toLowerCase()
  const which = Object.hasOwn(orders, word) ? orders[word] : undefined
  return which && { words: withoutGlue(rest).join(' '), days: null, which }
}

const before = new Set(['the', 'my', 'our', 'that', 'on', 'in', 'of', 'for', 'at', 'a', 'an'])
const after = new Set(['one', 'ones', 'meeting', 'meetings', 'session', 'on', 'in', 'of', 'for', 'at', 'the'])

function withoutGlue(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !before.has(word.toLowerCase()))
  if (start < 0) return []
  const end = words.findLastIndex((word) => !after.has(word.toLowerCase()))
  return words.slice(start, end + 1)
}
