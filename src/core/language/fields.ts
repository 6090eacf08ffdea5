import { UserError } from '../errors.ts'
import type { Options } from '../option.ts'
import { fold, match, nearest } from '../text/nearest.ts'

const closing: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
}

/**
 * The rest of a line as option texts by name. The first option takes all words up to the first `name:`; a
 * value may be quoted. Raises `UserError` for an unclosed quote, a repeated or an unknown option, or words
 * that belong to none.
 */
export function readFields(options: Options, rest: string, usage: string): Readonly<Record<string, string>> {
  const names = Object.keys(options)
  const fields: Record<string, string> = {}
  let name = names[0]
  let at = 0
  const marks = findNames(names, rest)
  for (const mark of [...marks, undefined]) {
    const raw = rest.slice(at, mark ? mark.start : rest.length).trim()
    if (name !== undefined && (raw !== '' || at > 0)) set(fields, name, raw, usage)
    else if (raw !== '') throw new UserError(`“${raw.slice(0, 40)}” belongs to no option. Wanted: ${usage}`)
    if (!mark) break
    name = mark.name
    at = mark.end
  }
  takeTrailing(options, fields)
  refuseNearNames(options, fields, usage)
  return fields
}

function set(fields: Record<string, string>, name: string, raw: string, usage: string): void {
  if (fields[name] !== undefined)
    throw new UserError(`The option ${name}: is given twice. Wanted: ${usage}`, { option: name })
  const value = unquote(raw, name)
  if (value !== '') fields[name] = value
}

interface Mark {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Every `name:` of the action that stands at a word's beginning and outside of quotes. */
function findNames(names: readonly string[], text: string): readonly Mark[] {
  const known = new Map(names.map((name) => [fold(name), name]))
  const marks: Mark[] = []
  const word = /(^|\s)([\p{L}-]+):(?!\/\/)/gu
  const quotes = quotedRanges(text, known)
  for (let found = word.exec(text); found; found = word.exec(text)) {
    const start = found.index + (found[1]?.length ?? 0)
    const name = known.get(fold(found[2] ?? ''))
    if (name === undefined || quotes.some(([from, to]) => start > from && start < to)) continue
    marks.push({ name, start, end: start + (found[2]?.length ?? 0) + 1 })
  }
  return marks
}

/** Where a value is quoted as a whole: from its opening sign, where a value may begin, to its closing one. */
function quotedRanges(
  text: string,
  known: ReadonlyMap<string, string>,
): readonly (readonly [from: number, to: number])[] {
  const ranges: (readonly [number, number])[] = []
  const begins = /(?:^|(?:^|\s)([\p{L}-]+):)\s*(["'“„‘«])/gu
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    if (found[1] !== undefined && !known.has(fold(found[1]))) continue
    const from = found.index + found[0].length - 1
    const to = closingPlace(text, from, known)
    if (to === undefined) continue
    ranges.push([from, to])
    begins.lastIndex = to
  }
  return ranges
}

/** The closing sign that ends a value: one after which the line ends or another option begins. */
function closingPlace(text: string, from: number, known: ReadonlyMap<string, string>): number | undefined {
  const sign = closing[text[from] ?? ''] ?? '"'
  for (let to = text.indexOf(sign, from + 1); to >= 0; to = text.indexOf(sign, to + 1)) {
    const after = text.slice(to + 1)
    const next = /^\s+([\p{L}-]+):/u.exec(after)
    if (/^\s*$/.test(after) || (next && known.has(fold(next[1] ?? '')))) return to
  }
  return undefined
}

function unquote(raw: string, name: string): string {
  const sign = closing[raw[0] ?? '']
  if (sign === undefined) return raw
  if (raw.length > 1 && raw.endsWith(sign)) return raw.slice(1, -1).trim()
  if (raw.indexOf(sign, 1) < 0) {
    throw new UserError(
      `The quote ${raw[0]} that begins “${raw.slice(1, 30)}” is never closed; please close it with ${sign}.`,
      {
        option: name,
      },
    )
  }
  return raw
}

/** A trailing option's choice may stand as the last word of what comes before it: `M3 yes`, `"A title" y`. */
function takeTrailing(options: Options, fields: Record<string, string>): void {
  const [first] = Object.keys(options)
  const entry = Object.entries(options).find(([, option]) => option.trailing)
  if (!entry || first === undefined) return
  const [name, option] = entry
  const found = /^(?:(.*\S)\s+)?(\S+)$/su.exec(fields[first] ?? '')
  if (fields[name] !== undefined || !found) return
  const word = unquote(found[2] ?? '', name)
  // What may stand alone may be anything, as `Mar` a month: then only the whole word is the choice.
  const alone = !options[first]?.required
  const chosen = match(word, option.choices ?? []).filter((choice) => !alone || fold(choice) === fold(word))
  if (chosen.length !== 1 || (found[1] === undefined && !alone)) return
  if (found[1] === undefined) delete fields[first]
  else fields[first] = unquote(found[1], first)
  fields[name] = chosen[0] ?? ''
}

/** `strat:tomorrow` inside another value is a slip of the hand rather than text. */
function refuseNearNames(options: Options, fields: Readonly<Record<string, string>>, usage: string): void {
  const names = Object.keys(options)
  for (const [name, value] of Object.entries(fields)) {
    const free = options[name]?.kind === 'text'
    for (const [, word = ''] of value.matchAll(/(?:^|\s)([\p{L}-]{2,20}):(?=\S)(?!\/\/)/gu)) {
      const near = nearest(
        word,
        names.filter((candidate) => candidate !== name),
      )
      if (
        near &&
        fold(word) !== near &&
        (!free || (word.length > 3 && Math.abs(word.length - near.length) < 2 && sharesStart(word, near)))
      ) {
        throw new UserError(`There is no option “${word}:”. Did you mean ${near}:? Wanted: ${usage}`, {
          option: near,
        })
      }
      if (!free) throw new UserError(`There is no option “${word}:”. Wanted: ${usage}`)
    }
  }
}

function sharesStart(word: string, near: string): boolean {
  return fold(word)[0] === near[0]
}
