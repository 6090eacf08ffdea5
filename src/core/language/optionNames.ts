import type { Option, Options } from '../option.ts'
import { fold } from '../text/nearest.ts'
import { beginsWithDate } from '../time/beginsWithDate.ts'
import { choiceNamed } from './choice/choices.ts'
import { isWholeValue } from './offers/wholeValue.ts'
import { closedAt, opensQuote, quotedValue } from './quotes.ts'

/** An option's name in a line, with its colon. */
export interface OptionMark {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** What people call an option that bears another name; within a longer text they are words. */
const otherNames = [
  ['timezone', 'zone tz'],
  ['email', 'mail e-mail'],
  ['wg', 'group'],
  ['entity', 'organization organisation org'],
  ['start', 'when time to'],
  ['at', 'when to'],
  ['place', 'venue location room'],
  ['link', 'zoom url'],
  ['duration', 'length'],
  ['title', 'subject name'],
  ['alternate', 'delegate deputy'],
  ['delegate', 'alternate'],
] as const

/** Words before `date:` or `link:` that make them part of a sentence. */
const determiners = /(?:^|\s)(?:the|a|an|this|that|our|their|its|your|new|save|no|each|every)$/i

/** What ends a sentence or a part of it, so that a name may begin after it. */
const ended = /(?:^|[\n.!?;)\]"”“»’'…」』›]|["”“»],)$/

/** `name:`, `name :` and, as programs take them, `name=value` and `--name value`, for which telephones write `—name value`. */
const written =
  /(?<!\S)(?:(?:-{0,2}|[–—])(\p{L}[\p{L}-]{0,29})[ \u00a0]?[:：](?!\/\/)|(?:--|[–—])?(\p{L}[\p{L}-]{0,29})= ?(?=[^\s=])|(?:--|[–—])(\p{L}[\p{L}-]{0,29})(?=\s))/gu

/**
 * Every `name:` of the action that stands where an option stands: at a word's beginning, outside of quotes, and not
 * in the middle of a sentence. Within free text, `date: ` with a blank after it is the sentence's own word unless a
 * sentence ended before it, its value can be read or stands in quotes; `date:3 Dec` is always the option. Within a title or another text
 * of one line it is a word only after an article, as it is anywhere where the option is required and stands nowhere
 * else: `… in Kenya country: Kenya`.
 */
export function findNames(options: Options, text: string): readonly OptionMark[] {
  const marks = marksOf(options, text, new Set())
  const found = new Set(marks.map(({ name }) => name))
  const missing = Object.keys(options)
    .slice(1)
    .filter((name) => options[name]?.required && !found.has(name))
  return missing.length === 0 ? marks : marksOf(options, text, new Set(missing))
}

/** Whether a text of several lines repeats labels at the beginning of lines: several forms that were pasted, one below the other. */
export function isSeveralForms(options: Options, text: string): boolean {
  if (!text.includes('\n') || Object.values(options)[0]?.multiline !== true) return false
  const labels = text
    .split('\n')
    .flatMap((line) => /^\s{0,4}(\p{Lu}\p{L}{2,20}) ?: \S/u.exec(line)?.[1] ?? [])
  const known = knownNames(options)
  return labels.some((label, at) => known.has(fold(label)) && labels.indexOf(label) < at)
}

/** The names, with those of `wanted` also where they might be words of a longer text. */
function marksOf(options: Options, text: string, wanted: ReadonlySet<string>): readonly OptionMark[] {
  const known = knownNames(options)
  const names = [...text.matchAll(written)].flatMap(({ 0: whole, 1: colon, 2: equals, 3: dashed, index }) => {
    const typed = fold(colon ?? equals ?? dashed ?? '')
    const [name, end] = [known.get(typed), index + whole.length]
    // `Letter to: all` is a sentence’s own word.
    const isWord = typed === 'to' && name !== 'to' && /\s/.test(text[end] ?? '')
    return name === undefined || isWord ? [] : [{ name, start: index, end }]
  })
  const starts = new Set(names.map(({ start }) => start))
  const marks: OptionMark[] = []
  let within = options[Object.keys(options)[0] ?? '']
  let at = skipQuoted(text, 0, { names, starts }, within)
  for (const [place, mark] of names.entries()) {
    const own =
      within?.kind === 'text' &&
      isOwnWord(text, mark, marks.at(-1)?.end ?? 0, {
        option: options[mark.name],
        prose: within.multiline === true && !wanted.has(mark.name),
        quoted: quotedValue(text, mark.end, starts) !== undefined,
        until: names[place + 1]?.start,
      })
    if (mark.start < at || own) continue
    // A name given twice is refused, so that nothing after it matters.
    const twice = marks.some(({ name }) => name === mark.name)
    marks.push(mark)
    if (twice) break
    within = options[mark.name]
    at = skipQuoted(text, mark.end, { names, starts }, within)
  }
  return marks
}

function knownNames(options: Options): ReadonlyMap<string, string> {
  const own = Object.keys(options)
  const known = new Map<string, string>()
  const isText = own.some((name) => options[name]?.multiline)
  for (const [name, others] of isText ? [] : otherNames)
    if (own.includes(name)) for (const other of others.split(' ')) known.set(other, name)
  // `Letter to: ministers` is a title.
  if (options[own[0] ?? '']?.kind === 'text') known.delete('to')
  for (const name of own) known.set(fold(name), name)
  return known
}

/** Values that hold no quotes. */
const withoutQuotes: ReadonlySet<Option['kind']> = new Set(['meeting', 'record', 'moment', 'day', 'duration'])

/**
 * Where to go on after the quoted value that begins here, if one does: it ends the line, or a name follows. The name of a
 * meeting or a record, and a time, hold no quotes, so that they end with the first: `"Quarterly review" no note:"on mission"`.
 * So does what is closed before a name whose own value is quoted: `"Retreat" ETCIP start:"9 Dec 14:00"`.
 */
function skipQuoted(
  text: string,
  at: number,
  { names, starts }: { readonly names: readonly OptionMark[]; readonly starts: ReadonlySet<number> },
  option: Option | undefined,
): number {
  const named = option !== undefined && withoutQuotes.has(option.kind)
  const [from, to] = quotedValue(text, at, named ? undefined : starts) ?? [at, at]
  if (to === at) return at
  const first = closedAt(text, from, (after) => /[\s,;]/.test(text[after] ?? ' ')) ?? to
  const quoted = names.some(
    ({ start, end }) =>
      start > first && end <= to && opensQuote(text, text.startsWith(' ', end) ? end + 1 : end),
  )
  return (quoted ? first : to) + 1
}

/** Whether a value begins with a choice of an option, as `several` does and the rest of `the following items: 1) …` does not. */
function beginsWithChoice(option: Option, value: string): boolean {
  const [word = ''] = /[\p{L}\p{N}-]+/u.exec(value.trimStart().slice(0, 30)) ?? []
  return choiceNamed(word, option).length > 0
}

/** A line of a mail's head, which says who wrote it or what about. */
const ofMailHead = /^(?:from|to|cc|sent|subject|de|à|objet|para|asunto|от|кому|тема) ?[:：] ?\S/iu

/** Whether the line that begins at a place stands in the head of a mail: `Date: Thu, 12 Nov 2026 at 16:40` below `From: …`. */
function isInMailHead(text: string, start: number): boolean {
  if (text[start - 1] !== '\n') return false
  const lines = text.slice(Math.max(0, start - 200), start - 1).split('\n')
  const above = lines.at(-1) ?? ''
  const [, below = ''] = text.slice(start, start + 200).split('\n')
  return ofMailHead.test(above) || ofMailHead.test(below)
}

/** `Subject: WG: Inputs`: what mail programs set before the subject of what is passed on is no name. */
function isBehindSubject(before: string): boolean {
  return /(?:^|\n)(?:subject|betreff|objet|asunto|oggetto|тема) ?[:：](?: ?(?:re|fwd?|wg|aw|tr|rv|i) ?:){0,4}$/iu.test(
    before,
  )
}

/** An option that may be named, and what follows its name. */
interface NamedValue {
  readonly option: Option | undefined
  /** The text before it is one of several lines. */
  readonly prose: boolean
  /** What follows is a whole value in quotes. */
  readonly quoted: boolean
  /** Where the next name begins. */
  readonly until: number | undefined
}

/** Whether a name with its colon is a word of the sentence around it. */
function isOwnWord(
  text: string,
  { name, start, end }: OptionMark,
  from: number,
  { option, prose, quoted, until }: NamedValue,
): boolean {
  const before = text.slice(Math.max(from, start - 60), start).trimEnd()
  if (before === '' || !/\s/.test(text[end] ?? ' ')) return false
  if (prose && (isInMailHead(text, start) || isBehindSubject(before))) return true
  if (prose && option?.kind === 'choice' && !beginsWithChoice(option, text.slice(end, end + 40))) return true
  if (
    option?.kind !== 'text' &&
    option?.kind !== 'day' &&
    option?.kind !== 'moment' &&
    option?.kind !== 'period'
  )
    return false
  if (ended.test(before.slice(-2))) return false
  if (determiners.test(before.slice(-12))) return true
  if (!prose || quoted) return false
  if (/[,–—]$/u.test(before) && isWholeValue(name, text.slice(end, until))) return false
  const dated = option.kind !== 'text' || name === 'date'
  return !(dated && beginsWithDate(text.slice(end, end + 80).replace(/^\s*["“”«„]/, '')))
}
