import type { Option, Options } from '../../option.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { readDuration } from '../../time/duration.ts'
import { isPeriodForm } from '../../time/period.ts'
import { quotedAndMore, quotedFirst, unquote } from '../quotes.ts'
import { firstWord } from '../readAction.ts'

/**
 * `M1 "Budget" 15 min` and `"Plenary" ETCIP 14/12 10h`: a quoted text beside a number or a group, with a length or a
 * time behind it. Only words that all have their option are taken.
 */
export function takeQuoted(options: Options, first: string, fields: Record<string, string>): void {
  const kind = options[first]?.kind
  const typed = fields[first]
  if (typed !== undefined && kind !== undefined && names.has(kind)) fields[first] = withoutQuotes(typed)
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

/** Kinds of values behind which a time in quotes is no text of its own: `ETCIP "last year"`. */
const names: ReadonlySet<Option['kind']> = new Set(['group', 'groups', 'entity', 'day', 'period'])

function withoutQuotes(typed: string): string {
  const [, name = '', quoted] = /^([^"“”„«»]{1,60}) ["“„«] ?([^"“”„«»]{1,60}?) ?["”“»]$/u.exec(typed) ?? []
  if (quoted === undefined) return typed
  return isMomentForm(quoted) || isPeriodForm(quoted) ? `${name} ${quoted}` : typed
}

/** `"Plenary" ETCIP 14/12 10h` and `ETCIP "Plenary" 14/12 10h`: the group, and what follows. */
function takeBehindTitle(options: Options, first: string, fields: Record<string, string>): void {
  const missing = Object.entries(options).filter(
    ([name, { required }]) => required && name !== first && fields[name] === undefined,
  )
  const name = missing.find(([, { kind }]) => kind === 'group' || kind === 'groups')?.[0]
  const text = missing.find(([, { kind }]) => kind === 'text')?.[0]
  const [title, more = ''] = quotedAndMore(fields[first] ?? '') ?? []
  if (name === undefined) {
    if (title && text !== undefined) Object.assign(fields, { [first]: title, [text]: unquote(more, text) })
    return
  }
  const said = title ? { title, ...groupFirst(more) } : titleBehindGroup(fields[first] ?? '')
  if (!said || !/^\p{L}[\p{L}\p{Nd}-]+,?$/u.test(said.group)) return
  const { group, rest } = said
  // In small letters it is a name only where a time and nothing else follows.
  if (group !== group.toUpperCase() && (rest === '' || isMomentForm(`${group} ${rest}`))) return
  const taken =
    rest === '' ? [] : (measured(options, rest, fields) ?? (text === undefined ? undefined : [[text, rest]]))
  if (!taken) return
  Object.assign(fields, { [first]: said.title, [name]: group.replace(/,$/, '') }, Object.fromEntries(taken))
}

function groupFirst(words: string): { readonly group: string; readonly rest: string } {
  const [group, rest] = firstWord(words.replace(/^(?:for|with|of) /i, ''))
  return { group, rest }
}

function titleBehindGroup(words: string) {
  const { group, rest: behind } = groupFirst(words)
  const [title, rest = ''] = quotedFirst(behind) ?? []
  return title && group === group.toUpperCase() ? { title, group, rest } : undefined
}

/** The options whose whole values the words are: a length, a moment or a day, or one with a length behind it. */
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
  if (!time) return undefined
  if (isMomentForm(text)) return [[time[0], text]]
  const [, moment = '', lasting = ''] =
    /^(\S.*?),?(?: for)? (\S+(?: (?:h|hr|hours?|min|minutes?))?)$/i.exec(text) ?? []
  return length && isLength(lasting) && isMomentForm(moment)
    ? [
        [time[0], moment],
        [length[0], lasting],
      ]
    : undefined
}

function isLength(text: string): boolean {
  try {
    return readDuration(text) > 0
  } catch {
    return false
  }
}
