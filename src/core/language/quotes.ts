import { UserError } from '../errors.ts'
import type { Option } from '../option.ts'
import { shorten } from '../text/text.ts'

/** What closes each sign that opens a quote; hurried people and helpful keyboards mix them. */
const closing: Readonly<Record<string, string>> = {
  '"': '"”“„‟＂', '“': '”"“„', '”': '”"', '„': '“”"‟', '‟': '”"', '＂': '＂"',
  '«': '»', '»': '«»', '「': '」', '『': '』', '‹': '›', '›': '‹›',
  "'": "'’", '‘': '’‘\'', '’': '’', '‚': '‘’', '`': '`',
} // biome-ignore format: a table

/** Signs that are as often an apostrophe: they quote nothing unless they are closed where a value ends. */
const apostrophes = "'‘’‚`"

export function opensQuote(text: string, at: number): boolean {
  return Object.hasOwn(closing, text[at] ?? '')
}

/** Where the quote that opens at `from` is closed, the first place that `ends` takes for the end of a value. */
export function closedAt(text: string, from: number, ends: (after: number) => boolean): number | undefined {
  const signs = closing[text[from] ?? ''] ?? ''
  for (let at = from + 1; at < text.length; at++) {
    if (signs.includes(text[at] ?? '') && text[at - 1] !== '\\' && ends(at + 1)) return at
  }
  return undefined
}

/**
 * Where the quoted value that begins here opens and closes, if one does: it ends the line, or one of these places follows;
 * any place where none are told.
 */
export function quotedValue(
  text: string,
  at: number,
  starts: ReadonlySet<number> | undefined,
): readonly [from: number, to: number] | undefined {
  let from = at
  while (/\s/.test(text[from] ?? '')) from++
  if (!opensQuote(text, from)) return undefined
  const to = closedAt(text, from, (after) => {
    let next = after
    if (/[,;]/.test(text[next] ?? '')) next++
    while (/\s/.test(text[next] ?? '')) next++
    return next === text.length || (next > after && (starts?.has(next) ?? true))
  })
  return to === undefined ? undefined : [from, to]
}

/** A value without the quotes around it. Raises `UserError` for a quote that is never closed. */
export function unquote(raw: string, name: string): string {
  const signs = closing[raw[0] ?? '']
  if (signs === undefined || quotesCells(raw)) return withoutStray(raw)
  if (raw.length > 1 && signs.includes(raw.at(-1) ?? ''))
    return isSeveralQuotes(raw) ? raw : withoutStrokes(raw.slice(1, -1)).trim()
  const closed = [...signs].some((sign) => raw.includes(sign, 1))
  if (closed || apostrophes.includes(raw[0] ?? '')) return raw
  throw new UserError(
    `The quote ${raw[0]} that begins “${shorten(raw.slice(1), 30)}” is never closed. Close it with ${signs[0]}.`,
    { option: name },
  )
}

/**
 * `"Safe Cities" and "Safe Sport"`: the quote that opens is closed before another one opens, so that the first sign and
 * the last belong to two. Of `'the judges' seminar'` nothing opens what the last one closes, and of `"the "Safe" tool"`
 * each opens within the other.
 */
function isSeveralQuotes(raw: string): boolean {
  let open = 0
  let parted = false
  for (const { 0: sign, index } of raw.matchAll(/["'“”„‟＂«»「」『』‹›‘’‚`]/g)) {
    const [before = ' ', after = ' '] = [raw[index - 1], raw[index + 1]]
    if (opensQuote(sign, 0) && /[\s(]/.test(before) && !/\s/.test(after)) open += 1
    else if (!/[\s\\]/.test(before) && !/[\p{L}\p{Nd}]/u.test(after)) {
      open -= 1
      if (open < 0) return false
      parted ||= open === 0 && index < raw.length - 1
    }
  }
  return parted && open === 0
}

/** Whether the quotes are those of the cells of a table's file: `"Training of judges, Accra","3 Nov"` and further lines. */
function quotesCells(raw: string): boolean {
  return raw.includes('\n') && /"[,;\t]"/.test(raw)
}

/** `the \"Safe Cities\" tool` in quotes, as programs write it: the stroke is a sign of the command. */
function withoutStrokes(text: string): string {
  return text.replace(/\\(?=["'])/g, '')
}

/** `… (3 Nov)"`: a quote that only ends is a sign of the command, unless it measures, as `12"`. */
function withoutStray(raw: string): string {
  return /[^\s\p{Nd}]["”]$/u.test(raw.slice(-3)) && !/["“”„«»]/.test(raw.slice(0, -1))
    ? raw.slice(0, -1)
    : raw
}

/** A quoted value and the words after it; undefined where a value is not quoted or nothing follows. */
export function quotedAndMore(raw: string): readonly [value: string, more: string] | undefined {
  const found = quotedFirst(raw)
  return found?.[1] === '' ? undefined : found
}

/** A quoted value at the beginning and whatever follows it, which may be nothing; undefined where none is quoted. */
export function quotedFirst(raw: string): readonly [value: string, more: string] | undefined {
  if (!opensQuote(raw, 0)) return undefined
  const at = closedAt(raw, 0, (after) => /^\s?$/.test(raw[after] ?? ''))
  return at === undefined ? undefined : [withoutStrokes(raw.slice(1, at)).trim(), raw.slice(at + 1).trim()]
}

/** `ETCIP "Plenary" Friday 10am` and `ETCIP Rail security 11 Dec` in the place of a group or an entity. */
export function nameAndText(option: Option | undefined, raw: string): readonly [string, string] | undefined {
  const kind = option?.kind
  const at = raw.search(/\s/)
  const [word, rest] = at < 0 ? [raw, ''] : [raw.slice(0, at), raw.slice(at).trimStart()]
  if (kind !== 'group' && kind !== 'groups' && kind !== 'entity') return undefined
  const isQuoted = /^["“„«]/u.test(rest) && quotedFirst(rest) !== undefined
  // `UN Women` is one entity.
  const isTitle =
    kind !== 'entity' && /^\p{Lu}{2}[\p{Lu}\p{Nd}-]*$/u.test(word) && /^\p{Lu}\p{Ll}+(?: |$)/u.test(rest)
  return isQuoted || (isTitle && !/^(?:Working )?Group$/i.test(rest)) ? [word, rest] : undefined
}
