import type { Choice } from '../../../errors.ts'
import type { Option, Options } from '../../../option.ts'
import { fold } from '../../../text/nearest.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { quotedAndMore } from '../../quotes.ts'

interface Given {
  readonly fields: Record<string, string>
  readonly later: ReadonlySet<string>
  /** The first option stood in quotes as a whole. */
  readonly isQuoted: boolean
}

/**
 * `section:"regional focus" with WHO (22 Nov)`, `entities:IOM, WHO (6 Nov)` and `wg:ETCIP in Geneva`: where a text tells its
 * own date, place and entities, words behind the value of an option go on with the text. A date behind a value alone, with
 * no text, is the date's; the answer is the options that were filled so.
 */
export function takeBehindValue(
  options: Options,
  name: string,
  raw: string,
  { fields, later, isQuoted }: Given,
): readonly string[] {
  const target = toldText(options)
  const option = options[name]
  const value = fields[name]
  if (target === undefined || target === name || !option || value === undefined || later.has(target))
    return []
  const [head, more] = (quotedAndMore(raw) ?? parted(name, option, raw === value ? value : '')) || []
  if (!head || !more) return []
  const text = fields[target]
  const inside = /^\(([^()]{1,40})\)\.?$/.exec(more)?.[1]
  if (text !== undefined && (!isQuoted || inside !== undefined)) {
    fields[name] = head
    fields[target] = `${text}${/^[,;.]/.test(more) ? '' : ' '}${more}`
    return []
  }
  if (text !== undefined || options[target]?.required || !inside || !isMomentForm(inside)) return []
  if (!options['date'] || fields['date'] !== undefined || later.has('date')) return []
  fields[name] = head
  fields['date'] = inside
  return ['date']
}

/** The text from which other options are read where they are not given. */
export function toldText(options: Options): string | undefined {
  const all = Object.entries(options)
  return all.some(([, { fromText }]) => fromText)
    ? all.find(([, { multiline }]) => multiline === true)?.[0]
    : undefined
}

/** The fields with one of the values that an option may have meant; words that stood behind it go on with the text. */
export function withChosen(
  options: Options,
  fields: Readonly<Record<string, string>>,
  name: string,
  value: string,
  choices: readonly Choice[],
): Readonly<Record<string, string>> {
  const target = toldText(options)
  const text = target === undefined || target === name ? undefined : fields[target]
  const more = text === undefined ? undefined : behindChoice(fields[name] ?? '', choices)
  return target === undefined || more === undefined
    ? { ...fields, [name]: value }
    : { ...fields, [name]: value, [target]: `${text}${/^[,;.]/.test(more) ? '' : ' '}${more}` }
}

/** What stands in a text behind the longest of the choices with which it begins. */
function behindChoice(typed: string, choices: readonly Choice[]): string | undefined {
  const words = typed.split(' ')
  const known = new Set(choices.flatMap(({ label, value }) => [fold(label), fold(value)]))
  for (let count = Math.min(words.length - 1, mostWords); count > 0; count--) {
    const head = words.slice(0, count).join(' ')
    const bare = head.replace(/[,;.]$/, '')
    if (known.has(fold(bare))) return `${head.slice(bare.length)} ${words.slice(count).join(' ')}`.trim()
  }
  return undefined
}

type Parted = readonly [value: string, more: string]

const named: ReadonlySet<Option['kind']> = new Set(['entities', 'entity', 'groups', 'group'])

/** More words are no value before a text. */
const mostWords = 40

function parted(name: string, option: Option, value: string): Parted | undefined {
  const words = value.split(' ')
  if (words.length > mostWords) return undefined
  const address = /^(?:https?:\/\/|www\.)\S+$/i.test(words[0] ?? '') && option.kind === 'text'
  if (address && words.length > 1) return [words[0] ?? '', words.slice(1).join(' ')]
  for (let at = 1; at < words.length; at++) {
    const [head, more] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    if (goesOn(name, option, head, more)) return [head.replace(/,$/, ''), more]
  }
  return undefined
}

/** Words that lead on from a name and join no further one to it. */
const leadsOn = /^(?:in|at|on|during|from|for|to|by|under) \S/

/** Whether a value is closed, so that what follows it can be none of its words. */
function goesOn(name: string, { kind, multiline }: Option, head: string, more: string): boolean {
  if (multiline) return false
  const inside = /^\(([^()]{1,60})\)\.?$/.exec(more)?.[1]
  if (inside !== undefined) return isMomentForm(inside) || /^(?:https?:\/\/|www\.)\S+$/i.test(inside)
  if (named.has(kind)) return leadsOn.test(more) && areAcronyms(head)
  if (kind === 'section')
    return /^(?:in|at) \p{Lu}/u.test(more) && /^[\p{L}-]+(?: [\p{L}-]+){0,3}$/u.test(head)
  return name === 'date' && /^(?:in|at) \p{Lu}/u.test(more) && isMomentForm(head)
}

/** `IOM`, `IOM, WHO and UN Women`. */
export function areAcronyms(text: string): boolean {
  const names = text.split(/,? and |, ?| & | with /)
  return names.length <= mostWords && names.every((one) => acronym.test(one))
}

/** `IOM`, or `UN Women`. */
export const acronym = /^(?:\p{Lu}[\p{Lu}\p{Nd}&-]{1,20}|UN \p{Lu}\p{Ll}+)$/u

/** `text:"UNODC launched two jets" with IOM`: a sentence that was closed; `"Safe Cities" was launched` begins with a name. */
export function isCut(quoted: string, more: string): boolean {
  return quoted.split(/\s+/).length >= sentenceWords && joined.test(more)
}

const sentenceWords = 4

const joined = /^(?:with|by|for|in|on|at|from) \S+(?: \S+){0,2}$/
