import type { Options } from '../../option.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { readDuration } from '../../time/duration.ts'
import { firstWord } from '../action.ts'
import { quotedAndMore, quotedFirst } from '../quotes.ts'

/**
 * `M1 "Budget" 15 min` and `"Plenary" ETCIP 14/12 10h`: a quoted text beside a number or a group, with a length or a
 * time behind it. Only words that all have their option are taken.
 */
export function takeQuoted(options: Options, first: string, fields: Record<string, string>): void {
  const kind = options[first]?.kind
  if (kind === 'text') takeBehindTitle(options, first, fields)
  if (kind !== 'meeting' && kind !== 'record') return
  const [number, rest] = firstWord(fields[first] ?? '')
  const text = Object.entries(options).find(
    ([name, option]) => option.kind === 'text' && option.required && fields[name] === undefined,
  )?.[0]
  if (text === undefined || !/^#?\p{L}?\p{Nd}{1,9}$/u.test(number)) return
  const [quoted, more = ''] = quotedFirst(rest) ?? []
  if (!quoted) return
  const taken = more === '' ? [] : measured(options, more, fields)
  if (!taken) return
  Object.assign(fields, { [first]: number, [text]: quoted }, Object.fromEntries(taken))
}

/** `"Plenary" ETCIP 14/12 10h`: the group, and the time that follows it. */
function takeBehindTitle(options: Options, first: string, fields: Record<string, string>): void {
  const [title, more = ''] = quotedAndMore(fields[first] ?? '') ?? []
  const [group, rest] = firstWord(more.replace(/^(?:for|with|of) /i, ''))
  const name = Object.entries(options).find(
    ([other, { kind, required }]) =>
      (kind === 'group' || kind === 'groups') && required && fields[other] === undefined,
  )?.[0]
  if (!title || name === undefined || !/^\p{L}[\p{L}\p{Nd}-]+,?$/u.test(group)) return
  // In small letters it is a name only where a time and nothing else follows.
  if (group !== group.toUpperCase() && (rest === '' || isMomentForm(more))) return
  const taken = rest === '' ? [] : measured(options, rest, fields)
  if (!taken) return
  Object.assign(fields, { [first]: title, [name]: group.replace(/,$/, '') }, Object.fromEntries(taken))
}

/** The option whose whole value the words are: a length, else a moment or a day; undefined where there is none. */
function measured(
  options: Options,
  words: string,
  fields: Readonly<Record<string, string>>,
): readonly (readonly [name: string, value: string])[] | undefined {
  const text = words.replace(/^(?:for|on|at|by) /i, '')
  const free = Object.entries(options).filter(([name]) => fields[name] === undefined)
  const length = free.find(([, { kind }]) => kind === 'duration')
  const time = free.find(([, { kind }]) => kind === 'moment' || kind === 'day')
  if (length && isLength(text)) return [[length[0], text]]
  return time && isMomentForm(text) ? [[time[0], text]] : undefined
}

function isLength(text: string): boolean {
  try {
    return readDuration(text) > 0
  } catch {
    return false
  }
}
