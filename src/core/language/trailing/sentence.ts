import type { Option, Options } from '../../option.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { opensQuote, unquote } from '../quotes.ts'
import { toldText } from './behind/value.ts'

/** A longer text than this is one of its own rather than a place or a date. */
const longestShort = 120

/** As long as an update may be. */
const longestValue = 2_000

const address = /^(?:https?:\/\/|www\.)\S+/i
const longestAddress = 500

/** Whether a value stands beside a longer text: a place, a date, the address of a page. */
function isShort({ kind, multiline, max = 0 }: Option): boolean {
  return kind === 'text' && multiline !== true && max <= longestAddress
}

/**
 * `Place: online. Register here: … (9 Nov)`: a short value without quotes ends with its sentence or its line, and an
 * address with its first blank; what follows goes on with the text, or is the text where none comes later.
 */
export function takeSentence(
  options: Options,
  name: string,
  raw: string,
  { fields, later }: { readonly fields: Record<string, string>; readonly later: ReadonlySet<string> },
): void {
  const [option, value] = [options[name], fields[name]]
  const [target] = Object.entries(options).find(([, one]) => one.kind === 'text' && one.multiline) ?? []
  if (!option || target === undefined || target === name || later.has(target)) return
  // What was quoted is meant whole.
  if (value === undefined || value !== raw.trim()) return
  if (opensQuote(raw, 0) && toldText(options) !== undefined) return
  const parted = isShort(option)
    ? (atAddress(value) ?? atSentence(value, option) ?? atBrackets(value))
    : undefined
  if (!parted) return
  const text = fields[target]
  // A date alone is no text: `edit U1 place:Vienna (9 Nov)`.
  if (text === undefined && !options[target]?.required && parted[1].startsWith('(')) return
  fields[name] = unquote(parted[0], name)
  if (text === undefined) {
    fields[target] = parted[1]
    return
  }
  // The lines of a form stay lines.
  const isForm = formLine.test(text) && formLine.test(parted[1]) && value.includes('\n')
  const joint = isForm ? '\n' : /[.!?:;,”"»]$/.test(text) || parted[1].startsWith('(') ? ' ' : '. '
  fields[target] = `${text}${joint}${parted[1]}`
}

/** `Title: Training of judges`. */
const formLine = /^\p{Lu}[\p{L} ]{2,30} ?: \S/u

/** How a sentence begins, or a date in brackets. */
const begins = /^["“(]?(?:\p{Lu}|\p{Nd}{1,2} ?[-–\p{L}]|https?:|www\.)/u

type Parted = readonly [value: string, more: string]

function atAddress(value: string): Parted | undefined {
  const found = address.exec(value)?.[0] ?? ''
  const end = found.replace(/[.,;]{1,3}$/, '')
  const more = value.slice(found.length).trim()
  return end !== '' && begins.test(more) ? [end, more] : undefined
}

function atSentence(value: string, { max = 0 }: Option): Parted | undefined {
  if (max > longestShort || value.length > longestValue) return undefined
  const line = value.indexOf('\n')
  if (line > 0) return [value.slice(0, line).trim(), value.slice(line + 1).trim()]
  for (let at = value.indexOf('. '); at > 0; at = value.indexOf('. ', at + 1)) {
    const [head, more] = [value.slice(0, at).trim(), value.slice(at + 2).trim()]
    // `St. Petersburg` and `9 Nov. 2026` go on.
    const ended = /[\p{L}\p{Nd})]{4}$|\)$/u.test(head.slice(-8)) || isMomentForm(head)
    if (ended && begins.test(more)) return [head, more]
  }
  return undefined
}

/** `Vienna (9 Nov)`: the date in brackets at the end is that of the text. */
function atBrackets(value: string): Parted | undefined {
  const open = value.lastIndexOf('(')
  const [, inside = ''] = /^\(([^()]{1,40})\)\.?$/.exec(value.slice(Math.max(0, open))) ?? []
  const head = value.slice(0, Math.max(0, open)).trim()
  return head !== '' && inside !== '' && isMomentForm(inside) ? [head, value.slice(open).trim()] : undefined
}
