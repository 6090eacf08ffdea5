import type { Option, Options } from '../../option.ts'
import { beginsWithPlace, isMomentForm } from '../../time/beginsWithDate.ts'
import { readDuration } from '../../time/duration.ts'
import { opensQuote, quotedAndMore } from '../quotes.ts'

/** The longest time that is looked for, in words. */
const longest = 8

/** The longest end of the first option that has the form of a time, where a time is still wanted. */
export function takeTime(options: Options, first: string, fields: Record<string, string>): void {
  const own = options[first]?.kind
  const entry = Object.entries(options).find(
    ([name, option]) => name !== first && fields[name] === undefined && isTime(option, own),
  )
  const [title, more = ''] = quotedAndMore(fields[first] ?? '') ?? []
  if (entry && title && isTimeWritten(more)) {
    fields[first] = title
    fields[entry[0]] = withoutJoint(more)
    return
  }
  if (!entry || opensQuote(fields[first] ?? '', 0)) return
  if (own === 'text') takeLength(options, first, fields)
  const words = wordsOf(fields[first])
  const least = options[first]?.required ? 1 : 0
  if (words.length <= least) return
  for (let at = Math.max(least, words.length - longest); at < words.length; at++) {
    const end = words.slice(at).join(' ')
    // In `Call Vienna tomorrow at 3pm` the place belongs to the text.
    if (!isTimeWritten(end) || (own === 'text' && beginsWithPlace(end))) continue
    if (at === 0) delete fields[first]
    else fields[first] = words.slice(0, at).join(' ').replace(/,$/, '')
    fields[entry[0]] = withoutJoint(end)
    return
  }
  if (own === 'text') takeLeading(first, entry[0], words, fields)
}

/** `for 2 hours` at the end of a text, where a length is still wanted. */
function takeLength(options: Options, first: string, fields: Record<string, string>): void {
  const entry = Object.entries(options).find(
    ([name, { kind }]) => kind === 'duration' && fields[name] === undefined,
  )
  const [, text, length] = /^(.*\S)\s+for\s+(\S+(?:\s+\S+){0,5})$/isu.exec(fields[first] ?? '') ?? []
  if (!entry || text === undefined || length === undefined || !/\p{L}/u.test(length)) return
  try {
    readDuration(length)
  } catch {
    return
  }
  fields[first] = text
  fields[entry[0]] = length
}

/** `tomorrow at 10 to call them`, `tomorrow 3pm call them`: the time stands before the words. */
function takeLeading(
  first: string,
  name: string,
  words: readonly string[],
  fields: Record<string, string>,
): void {
  const joint = words.findIndex((word, at) => at > 0 && /^(?:to|that|about)$/i.test(word))
  for (let count = Math.min(longest, words.length - 1); count > 0; count--) {
    const lead = words.slice(0, count).join(' ')
    if (!isMomentForm(lead) || beginsWithPlace(lead)) continue
    if (count !== joint && !namesHour(lead)) continue
    const rest = words.slice(count === joint ? count + 1 : count)
    if (rest.length === 0) continue
    fields[name] = withoutJoint(lead)
    fields[first] = rest.join(' ')
    return
  }
}

/** Whether a time at the beginning of a text is one beyond doubt: `3 reports` begins with a number alone. */
function namesHour(text: string): boolean {
  return /\d(?:[:.h]\d\d|h\b| ?[ap]\.?m\b)|\bnoon\b|\bmidnight\b|^in\s/i.test(text)
}

function isTimeWritten(text: string): boolean {
  return isMomentForm(withoutJoint(text))
}

/** `as of 1 Aug 2022`, `in 2022`, `on Friday`: the time without the word that joins it to what is before. */
function withoutJoint(text: string): string {
  return text.replace(
    /^(?:on|at|by|to|as of|as at|in(?= \d{4}$| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)) /i,
    '',
  )
}

/** Names of groups and people end in no date, so that one after them is `on:`; in a text only what is required is looked for. */
function isTime({ kind, required }: Option, first: Option['kind'] | undefined): boolean {
  if (first === 'group' || first === 'entity' || first === 'person' || first === 'choice')
    return kind === 'day' || kind === 'moment' || kind === 'period'
  return first === 'text' && kind === 'moment' && required
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}
