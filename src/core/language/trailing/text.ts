import type { Option, Options } from '../../option.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { choiceNamed } from '../choice/choices.ts'
import { closedAt, opensQuote, unquote } from '../quotes.ts'

/** The most words of a value before a text: `8 November 2026 at noon`. */
const longest = 5

/** Fewer words in quotes may be a name that belongs to the value before them. */
const fewest = 3

/**
 * `section:regional "UNODC trained …"`, `date:8 Nov "UNODC held …"` and `place:Nyon "UNODC held …"`: a quoted text after
 * a value without quotes is the first text that is still missing; and so are words without quotes where the text is
 * required.
 */
export function takeText(
  options: Options,
  name: string,
  { fields, later }: { readonly fields: Record<string, string>; readonly later: ReadonlySet<string> },
): void {
  const [option, value] = [options[name], fields[name]]
  const [target, text] = Object.entries(options).find(([, { kind }]) => kind === 'text') ?? []
  if (!option || !text || value === undefined || target === undefined || target === name) return
  if (fields[target] !== undefined || later.has(target)) return
  const parted = beforeQuote(value, option) ?? (text.required ? beforeWords(value, option) : undefined)
  if (!parted) return
  fields[name] = parted[0]
  fields[target] = unquote(parted[1], target)
}

type Parted = readonly [value: string, text: string]

function beforeQuote(value: string, option: Option): Parted | undefined {
  for (let at = value.indexOf(' '); at > 0; at = value.indexOf(' ', at + 1)) {
    const from = at + 1
    if (!/["“”„«＂]/.test(value[from] ?? '') || !opensQuote(value, from)) continue
    if (closedAt(value, from, (after) => after === value.length) === undefined) return undefined
    const [head, text] = [value.slice(0, at), value.slice(from)]
    return text.split(/\s+/).length >= fewest && isWhole(head, text, option) ? [head, text] : undefined
  }
  return undefined
}

/** Whether a value is complete, so that what follows it is none of its words. */
function isWhole(value: string, text: string, option: Option): boolean {
  if (option.kind === 'text') return isMomentForm(value) || isAddress(value) || isProse(text)
  return !/(?:[,;&/]|\band)$/i.test(value)
}

/** So many words in quotes are no name: `place:Hotel "Grand Palace"`. */
const sentenceWords = 5

function isProse(text: string): boolean {
  return text.split(/\s+/).length >= sentenceWords && /\s\p{Ll}/u.test(text)
}

function isAddress(value: string): boolean {
  return /^(?:https?:\/\/|www\.)\S{1,500}$/i.test(value)
}

function beforeWords(value: string, option: Option): Parted | undefined {
  const words = value.split(/\s+/)
  if (option.kind === 'entities') return behindAcronyms(words)
  // `first Monday of the month` is one day, and not a Monday before a text.
  if (isMomentForm(value)) return undefined
  for (let count = Math.min(longest, words.length - fewest); count > 0; count--) {
    const head = words.slice(0, count).join(' ')
    const text = words.slice(count).join(' ')
    if (isKnown(head, option, text)) return [head, text]
  }
  return undefined
}

/** `UNODC, IOM UNODC and IOM trained …`: the list ends with the acronym behind which no comma stands. */
function behindAcronyms(words: readonly string[]): Parted | undefined {
  let end = 0
  while (isAcronym(words[end]) && /[,/&;]$/.test(words[end] ?? '')) end++
  if (!isAcronym(words[end])) return undefined
  const text = words.slice(end + 1)
  const sentence = /^["“]?\p{Lu}/u.test(text[0] ?? '') && text.some((word) => /^\p{Ll}{4}/u.test(word))
  return sentence && text.length >= fewest ? [words.slice(0, end + 1).join(' '), text.join(' ')] : undefined
}

/** `UNODC`, `UNODC,IOM` or `UNODC,`. */
function isAcronym(word: string | undefined): boolean {
  return word !== undefined && word.length < 80 && /^[\p{Lu}\p{Nd}][\p{Lu}\p{Nd},/&;-]+$/u.test(word)
}

function isKnown(value: string, option: Option, text: string): boolean {
  const { kind } = option
  if (kind === 'choice') return choiceNamed(value, option).length === 1
  if (kind === 'text' && isAddress(value)) return true
  if (kind === 'text' || kind === 'day' || kind === 'period') return isMomentForm(value)
  // A section's name has up to three words in small letters; a sentence begins with a capital.
  if (kind === 'section') return /^[\p{Ll}-]+(?: [\p{Ll}-]+){0,2}$/u.test(value) && /^\p{Lu}/u.test(text)
  return kind === 'group' && /^\p{Lu}{2,}$/u.test(value) && /^\p{Lu}/u.test(text)
}
