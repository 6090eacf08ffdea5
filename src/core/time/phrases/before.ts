import { addDays, addMonths, dayOf, partsOf } from '../day.ts'
import { type Amount, amountAt } from '../reading/amountAt.ts'
import { workdaysFrom } from '../reading/dates/workdaysAt.ts'
import { tokenize } from '../reading/token.ts'
import { instantAt, wallTime } from '../zone.ts'

/** So long before something that has its own time. */
export interface TimeBefore {
  readonly length: Amount & { readonly workdays?: number }
  /** What it comes before, as it was typed: `M1`, `the meeting`, `the deadline`. */
  readonly what: string
}

/** The same within a text, with the words on both sides of it. */
export interface PartedBefore extends TimeBefore {
  readonly typed: string
  readonly lead: string
  readonly rest: string
}

/** `1 hour before M1` and `the day before the deadline`; undefined for any other text. */
export function readBefore(text: string): TimeBefore | undefined {
  const found = partBefore(text)
  return found?.lead === '' && found.rest === '' ? found : undefined
}

/** The most words of a text in which such a time is looked for. */
const most = 100

/** Such a time at the beginning or the end of a text: `1 day before M1 to print the papers`. */
export function partBefore(text: string): PartedBefore | undefined {
  const words = text
    .trim()
    .split(/\s+/)
    .slice(0, most + 1)
  if (words.length > most) return undefined
  for (const [at, word] of words.entries()) {
    if (!/^before$/i.test(word)) continue
    const length = lengthUntil(words, at)
    const what = length && whatFrom(words, at + 1)
    if (!length || !what) continue
    const [from, to] = [at - length.words, at + 1 + what]
    const lead = words.slice(0, from).join(' ').replace(/[,:]$/, '')
    const typed = words.slice(from, to).join(' ').replace(/[,:]$/, '')
    const [rest, joined] = withoutJoint(words.slice(to).join(' '), words[to - 1] ?? '')
    const goesOn = rest === '' || (lead === '' && (joined || /\d[,:]?$/.test(words[to - 1] ?? '')))
    if (!goesOn) continue
    return { length: length.value, what: nameOf(words.slice(at + 1, to)), typed, lead, rest }
  }
  return undefined
}

/** The amount that ends before a word, and how many words it is: `an hour`, `1h30`, `the day`. */
function lengthUntil(
  words: readonly string[],
  end: number,
): { readonly value: TimeBefore['length']; readonly words: number } | undefined {
  const workdays = workdaysUntil(words, end)
  if (workdays) return workdays
  for (let count = Math.min(5, end); count > 0; count--) {
    const typed = words.slice(end - count, end).join(' ')
    const tokens = tokenize(typed.replace(/^the (?=(?:day|hour|week|month)$)/i, 'one '))
    const amount = amountAt({ tokens }, 0)
    if (amount && amount.next === tokens.length) return { value: amount.value, words: count }
  }
  return undefined
}

const counts: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, ten: 10 }
/** A quarter of working days. */
const mostWorkdays = 65

/** `1 working day`, `two business days`, `3 workdays`. */
function workdaysUntil(
  words: readonly string[],
  end: number,
): { readonly value: TimeBefore['length']; readonly words: number } | undefined {
  for (const length of [3, 2]) {
    const [count = '', ...unit] = words.slice(Math.max(0, end - length), end)
    if (!/^(?:(?:working|work|business|week)[ -]days?|(?:work|week)days?)$/i.test(unit.join(' '))) continue
    const number = /^\d{1,2}$/.test(count) ? Number(count) : counts[count.toLowerCase()]
    if (number === undefined || number < 1 || number > mostWorkdays) return undefined
    return { value: { months: 0, days: 0, minutes: 0, workdays: number }, words: length }
  }
  return undefined
}

/** The most words of a name with its article: `the next ETCIP quarterly meeting`. */
const longestName = 6

/** How many words name what has a time: `M1`, `the ETCIP meeting`, `it starts`, `the newsletter closes`. */
function whatFrom(words: readonly string[], from: number): number | undefined {
  const [first = '', second = ''] = words.slice(from)
  if (isNumber(first)) return /^(?:starts|begins)[.,:]?$/i.test(second) ? 2 : 1
  if (/^meeting$/i.test(first) && isNumber(second)) return 2
  for (let count = 1; count <= longestName; count++) {
    const word = words[from + count - 1]
    if (word === undefined) return undefined
    if (!/^(?:meeting|call|session|deadline|closing|closes|starts|begins)[.,:]?$/i.test(word)) continue
    if (/^meeting$/i.test(word) && isNumber(words[from + count] ?? '')) return count + 1
    const joined = /^(?:of|for)$/i.test(words[from + count] ?? '') && !/[.,:]$/.test(word)
    if (!joined) return count
    const article = /^(?:the|our)$/i.test(words[from + count + 1] ?? '') ? 1 : 0
    return words[from + count + 1 + article] === undefined ? undefined : count + 2 + article
  }
  return undefined
}

function isNumber(word: string): boolean {
  return /^m\p{Nd}{1,9}[.,:]?$/iu.test(word)
}

function nameOf(words: readonly string[]): string {
  return words.join(' ').replace(/[.,:]$/, '')
}

/** The rest without the word that joins it, and whether there was one: `to print the papers`, `: print the papers`. */
function withoutJoint(rest: string, last: string): readonly [rest: string, joined: boolean] {
  const left = rest.replace(/^(?:to|that|about|of|[:–—-]) /i, '')
  return [left, left !== rest || /[,:]$/.test(last)]
}

/** The instant so long before another one; days and months by the calendar of a zone, at the same hour of the day. */
export function instantBefore(
  at: Date,
  { months, days, minutes, workdays = 0 }: TimeBefore['length'],
  zone: string,
): Date {
  if (months + days + workdays === 0) return new Date(at.getTime() - minutes * 60_000)
  const { hour, minute } = wallTime(at, zone)
  const before = addDays(addMonths(dayOf(at, zone), -months), -days)
  const [year, month, day] = partsOf(workdays === 0 ? before : workdaysFrom(before, -workdays))
  const found = instantAt({ year, month, day, hour, minute }, zone)
  const start = found.kind === 'one' ? found.at : found.kind === 'skipped' ? found.after : found.first
  return new Date(start.getTime() - minutes * 60_000)
}
