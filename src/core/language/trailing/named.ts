import type { Option, Options } from '../../option.ts'
import { fold } from '../../text/nearest.ts'
import { unquote } from '../quotes.ts'
import { firstWord } from '../readAction.ts'

/** `calendar M1`: a meeting's number is no group's name. */
export function takeMeeting(options: Options, first: string, fields: Record<string, string>): void {
  const [name] = Object.entries(options).find(([, { kind }]) => kind === 'meeting') ?? []
  const typed = fields[first]
  if (!name || options[first]?.kind !== 'group' || fields[name] !== undefined) return
  if (typed === undefined || !/^#?m\p{Nd}{1,9}$/iu.test(typed)) return
  delete fields[first]
  fields[name] = typed
}

/**
 * Whether the words of the next option may stand in the place of this meeting. A number is its own only with a sign
 * then: `note 3 members objected`.
 */
function mayBeLeftOut(option: Option | undefined): boolean {
  return option?.implied !== undefined && option.implied !== 'under way if here'
}

/** `M1 nudge`, `M1 invite IOM`, `M1 start 15 Dec`: the name of an option without its colon, after a meeting's number. */
export function takeNamed(options: Options, first: string, fields: Record<string, string>): void {
  if (options[first]?.kind !== 'meeting') return
  const [, number, word = '', rest = ''] =
    /^(#?m?\p{Nd}{1,9})\s+(\p{L}[\p{L}-]*)(?:\s+(\S.*))?$/isu.exec(fields[first] ?? '') ?? []
  if (mayBeLeftOut(options[first]) && /^\p{Nd}/u.test(number ?? '')) return
  const name = Object.keys(options).find((one) => one !== first && fold(one) === fold(word))
  const option = name === undefined ? undefined : options[name]
  if (number === undefined || name === undefined || !option || fields[name] !== undefined) return
  const value = rest === '' && option.kind === 'flag' ? 'yes' : unquote(rest, name)
  if (value === '') return
  fields[first] = number
  fields[name] = value
}

/** `ETCIP quorum 9`, `WHO aliases OMS`: the same after an acronym or an address, where no other way was found to read it. */
export function takeNamedBehindName(options: Options, first: string, fields: Record<string, string>): void {
  if (!namedInWords.has(options[first]?.kind ?? '')) return
  const [own, more] = firstWord(fields[first] ?? '')
  const [word, rest] = firstWord(more)
  const name = Object.keys(options).find((one) => one !== first && one === word)
  if (!isName(own) || rest === '' || name === undefined || fields[name] !== undefined) return
  fields[first] = own
  fields[name] = unquote(rest, name)
}

function isName(word: string): boolean {
  return /^[\p{Lu}\p{Nd}&-]{2,}$/u.test(word) || /^[^\s@]+@[^\s@]+$/.test(word)
}

const namedInWords: ReadonlySet<string> = new Set(['group', 'entity', 'person'])

/**
 * `Planning for ETCIP`: the acronym at the end of a title, which keeps it, is the group still wanted; behind a comma,
 * `Planning, ETCIP`, it is no word of the title.
 */
export function takeGroup(options: Options, first: string, fields: Record<string, string>): void {
  const group = Object.entries(options).find(
    ([name, { kind, required }]) => kind === 'groups' && required && fields[name] === undefined,
  )
  if (!group || options[first]?.kind !== 'text') return
  // `schedule ETCIP Friday 10:00`: a group alone is no title.
  const lone = /^\p{Lu}[\p{Lu}-]{2,20}$/u.exec((fields[first] ?? '').trim())?.[0]
  if (lone !== undefined) {
    fields[group[0]] = lone
    fields[first] = `${lone} meeting`
    return
  }
  const words = (fields[first] ?? '').trim().split(/\s+/)
  const [joint = '', acronym = ''] = words.slice(-2)
  if (/[,;]$/.test(joint) && /^\p{Lu}[\p{Lu}-]{2,20}$/u.test(acronym)) {
    fields[group[0]] = acronym
    fields[first] = words.slice(0, -1).join(' ').replace(/[,;]$/, '')
    return
  }
  if (/^(?:for|with|of)$/i.test(joint) && /^\p{Lu}[\p{Lu}-]{2,20}$/u.test(acronym)) fields[group[0]] = acronym
}
