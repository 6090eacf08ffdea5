import type { Option, Options } from '../../../option.ts'
import { beginsWithPlace, isMomentForm } from '../../../time/beginsWithDate.ts'
import { isPeriodForm } from '../../../time/period.ts'
import { partRhythm } from '../../../time/phrases/rhythm.ts'
import { readsAsHour } from '../../../time/phrases/typedMoment.ts'
import { opensQuote, quotedAndMore } from '../../quotes.ts'
import { untilLastDay } from './lastDay.ts'
import { longest, longestAgain, takeLeading, withDaysSpelt, withoutJoint } from './leadingTime.ts'
import { isLength } from './lengths.ts'
import { endsInTitle, isNamedDay } from './namedDay.ts'
import { isTimeAlone } from './timeAlone.ts'
import { takeTimeBefore } from './timeBefore.ts'

const again = /^(?:every|each)$/i
const untilWord = /^(?:until|till|through)$/i

/** The longest end of the first option that has the form of a time, where a time is still wanted. */
export function takeTime(options: Options, first: string, fields: Record<string, string>): void {
  const own = options[first]?.kind
  if (own !== 'text') untilLastDay(options, first, fields)
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
  if (entry[1].kind === 'period') takeLengthBehindPeriod(options, first, fields)
  const words = wordsOf(fields[first])
  // `remind me in an hour` says when, and not yet of what.
  const isAllTime = own === 'text' && isTimeAlone(entry[1], words)
  const least = options[first]?.required && !isAllTime ? 1 : 0
  if (words.length <= least) return
  const most = entry[1].repeats === undefined ? longest : longestAgain
  const firstAgain = words.findIndex((word) => again.test(word))
  for (let at = Math.max(least, words.length - most); at < words.length; at++) {
    if (isBound(words, at, firstAgain) || (own === 'text' && isNamedDay(words, at))) break
    const end = withDaysSpelt(words.slice(at).join(' '))
    // In `Call Vienna tomorrow at 3pm` the place belongs to the text.
    const isOther = own === 'text' && (beginsWithPlace(end) || endsInTitle(words, at))
    if (!isTimeOf(entry[1], end) || isOther) continue
    // `ETCIP add "A workshop" due 30 June`: the option's own name leads to its value.
    const isNamed = own !== 'text' && at > 1 && words[at - 1]?.toLowerCase() === entry[0]
    const before = words.slice(0, isNamed ? at - 1 : at)
    if (before.length === 0) delete fields[first]
    else fields[first] = before.join(' ').replace(/,$/, '')
    fields[entry[0]] = withoutJoint(words.slice(at).join(' '))
    if (own === 'text') takeTimeBefore(first, entry[0], fields, words)
    return
  }
  if (own === 'text') takeLeading(first, entry, words, fields)
}

/** Whether the time behind so many words is a part of something else: `every 9am`, `every full moon until Friday`. */
function isBound(words: readonly string[], at: number, firstAgain: number): boolean {
  const before = words[at - 1] ?? ''
  return again.test(before) || (untilWord.test(before) && firstAgain >= 0 && firstAgain < at - 2)
}

/** `Send the report every Monday` beside a time that was given: the rhythm is the repetition's, where none is. */
export function takeRhythm(options: Options, first: string, fields: Record<string, string>): void {
  const [name, { repeats = '' } = {}] =
    Object.entries(options).find(([, option]) => option.repeats !== undefined) ?? []
  if (name === undefined || fields[name] === undefined || fields[repeats] !== undefined) return
  const words = wordsOf(fields[first])
  const at = words.findLastIndex((word) => /^(?:every|each)$/i.test(word))
  const end = words.slice(at).join(' ')
  if (at < 1 || partRhythm(end)?.moment !== '' || partRhythm(fields[name] ?? '')) return
  fields[first] = words.slice(0, at).join(' ').replace(/,$/, '')
  fields[repeats] = end
}

/** Whether words are a time, or for an option that takes them a time that comes again. */
function isTimeOf({ kind, repeats, fromNow }: Option, text: string): boolean {
  // A place in a period would be a zone of a moment: `Rabat November`.
  if (kind === 'period') return isPeriodForm(text) || isPeriodForm(withoutJoint(text))
  // `call Bob at 5`
  if (fromNow && readsAsHour(/^at (\d{1,2})$/i.exec(text)?.[1] ?? '')) return true
  return isTimeWritten(text) || (repeats !== undefined && (partRhythm(text)?.moment ?? '') !== '')
}

/** `for 2 hours` at the end of a text, or before its place, where a length is still wanted. */
function takeLength(options: Options, first: string, fields: Record<string, string>): void {
  const entry = Object.entries(options).find(
    ([name, { kind }]) => kind === 'duration' && fields[name] === undefined,
  )
  const words = wordsOf(fields[first])
  if (!entry) return
  const at = words.findLastIndex((word) => /^for$/i.test(word))
  if (at < 1) {
    takeLengthBehindTime(first, entry[0], fields)
    return
  }
  for (let end = Math.min(words.length, at + 7); end > at + 1; end--) {
    const length = words.slice(at + 1, end).join(' ')
    const over = end === words.length || /^(?:in|at|on)$/i.test(words[end] ?? '')
    if (!over || !/\p{L}/u.test(length) || !isLength(length)) continue
    fields[first] = [...words.slice(0, at), ...words.slice(end)].join(' ')
    fields[entry[0]] = length
    return
  }
}

/** `ETCIP next week 2h` and `ETCIP next week for 90 minutes`, where a length is still wanted. */
function takeLengthBehindPeriod(options: Options, first: string, fields: Record<string, string>): void {
  const [name] =
    Object.entries(options).find(([one, { kind }]) => kind === 'duration' && fields[one] === undefined) ?? []
  const [, before, length] = /^(\S.*?)(?:,| for)? (\p{Nd}\S*(?: \p{L}+)?)$/u.exec(fields[first] ?? '') ?? []
  if (name === undefined || before === undefined || length === undefined) return
  if (!/\p{L}/u.test(length) || !isLength(length) || isPeriodForm(length)) return
  fields[first] = before
  fields[name] = length
}

/** `start:"next Tuesday 3pm 1h"`: the length behind a time that was given by its name. */
export function takeLengthOfTime(options: Options, fields: Record<string, string>): void {
  const [length] =
    Object.entries(options).find(([name, { kind }]) => kind === 'duration' && fields[name] === undefined) ??
    []
  if (length === undefined) return
  for (const [name, { kind }] of Object.entries(options)) {
    if (kind !== 'moment' || fields[name] === undefined) continue
    takeLengthBehindTime(name, length, fields)
    return
  }
}

/** `10 Dec 10:00 1h30`. */
function takeLengthBehindTime(timed: string, name: string, fields: Record<string, string>): void {
  const words = wordsOf(fields[timed]?.replace(/ for (?=\p{Nd}\S*(?: \p{L}+)?$)/u, ' '))
  for (const count of [2, 1]) {
    const [rest, length] = [words.slice(0, -count), words.slice(-count).join(' ')]
    if (rest.length < 2 || !/^\p{Nd}.*\p{L}/u.test(length) || !isLength(length)) continue
    // Behind a clock a second one is a length: `15:00 1h30`, but `Dec 14h30`.
    const isHour = !clock.test(rest.at(-1) ?? '') && isMomentForm(words.slice(-count - 1).join(' '))
    if (isHour || !isMomentForm(rest.slice(-1).join(' '))) continue
    fields[timed] = rest.join(' ')
    fields[name] = length
    return
  }
}

const clock = /^\p{Nd}{1,2}(?:[:.]\p{Nd}{2}(?: ?[ap]m)?|[ap]m)$/iu

/** `wg:ETCIP 10 Dec 10:00`: a name that was given has no time in it, so that one behind it is the time still wanted. */
export function takeTimeAfterName(options: Options, fields: Record<string, string>): void {
  const time = Object.entries(options).find(
    ([name, option]) => option.kind === 'moment' && option.required && fields[name] === undefined,
  )
  const named = Object.entries(options).find(
    ([name, { kind }]) => (kind === 'group' || kind === 'groups') && fields[name] !== undefined,
  )
  if (!time || !named) return
  const [quoted, more = ''] = quotedAndMore(fields[named[0]] ?? '') ?? []
  if (quoted && isTimeOf(time[1], more)) {
    fields[named[0]] = quoted
    fields[time[0]] = withoutJoint(more)
  }
  if (opensQuote(fields[named[0]] ?? '', 0)) return
  const words = wordsOf(fields[named[0]])
  for (let at = Math.max(1, words.length - longest); at < words.length; at++) {
    const end = words.slice(at).join(' ')
    if (!isTimeOf(time[1], end)) continue
    fields[named[0]] = words.slice(0, at).join(' ').replace(/,$/, '')
    fields[time[0]] = withoutJoint(end)
    return
  }
}

function isTimeWritten(text: string): boolean {
  return isMomentForm(withoutJoint(text))
}

/** Names of groups and people end in no date, so that one after them is `on:`; in a text only what is required is looked for. */
function isTime({ kind, required }: Option, first: Option['kind'] | undefined): boolean {
  if (first !== undefined && kindsOfNames.has(first))
    return kind === 'day' || kind === 'moment' || kind === 'period'
  if (first === 'groups') return kind === 'period'
  return first === 'text' && kind === 'moment' && required
}

const kindsOfNames: ReadonlySet<string> = new Set(['group', 'groups', 'entity', 'person', 'choice'])

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}
