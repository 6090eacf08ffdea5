import { givenInWords } from '../catalog.ts'
import { UserError } from '../errors.ts'
import type { Button } from '../message.ts'
import type { Option, Options } from '../option.ts'
import { fold, nearest } from '../text/nearest.ts'
import { shorten } from '../text/text.ts'
import { optionBefore } from './colonless/optionBefore.ts'
import { foreignOption } from './offers/foreignOption.ts'
import { findNames, isSeveralForms } from './optionNames.ts'
import { politely } from './plainValues.ts'
import { closedAt, nameAndText, opensQuote, quotedAndMore, quotedFirst, unquote } from './quotes.ts'
import { firstWord } from './readAction.ts'
import { takeBehindQuote } from './trailing/behind/quote.ts'
import { oneAddressOnly, severalAddresses } from './trailing/behind/secondAddress.ts'
import { takeBehindValue } from './trailing/behind/value.ts'
import { takeSentence } from './trailing/sentence.ts'
import { takeText } from './trailing/text.ts'
import { momentGoingOn, quotedTimeAtEnd } from './trailing/time/quotedTime.ts'
import { takeTrailing } from './trailing/trailing.ts'

/** The line has an option that the command does not. */
export class UnknownOption extends UserError {
  /** As it was typed, without its colon. */
  readonly word: string

  constructor(word: string, message: string) {
    super(message)
    this.word = word
  }
}

/** What a refusal says of the command, and of others that have an option of a name. */
export interface RefusalContext {
  readonly usage: string
  /** `It is one of /directory edit person. `, or nothing. */
  elsewhere(word: string): string
  /** What takes a value of that name in other commands of the feature. */
  neighbours(word: string): readonly Option[]
  /** The command with these values. */
  way(label: string, fields: Readonly<Record<string, string>>): Button
}

/**
 * The rest of a line as option texts by name. The first option takes all words up to the first `name:`; a
 * value may be quoted. Raises `UserError` for an unclosed quote, a repeated or an unknown option, or words
 * that belong to none.
 */
export function readFields(
  options: Options,
  rest: string,
  where: RefusalContext,
): Readonly<Record<string, string>> {
  return readFieldsTold(options, rest, where).fields
}

/** As `readFields`, with the options that took words behind the value of another, which the answer says. */
export function readFieldsTold(
  options: Options,
  rest: string,
  where: RefusalContext,
): { readonly fields: Readonly<Record<string, string>>; readonly taken: readonly string[] } {
  const { usage } = where
  const [first] = Object.keys(options)
  // No words without its name reach what only a button fills in.
  const worded = Object.fromEntries(givenInWords(options))
  const fields: Record<string, string> = {}
  const taken: string[] = []
  let name = first
  let at = 0
  let isQuoted = false
  let addresses: readonly [name: string, found: readonly string[]] | undefined
  const marks = isSeveralForms(options, rest) ? [] : findNames(options, rest)
  const later = new Set(marks.map((mark) => mark.name))
  if (first !== undefined && later.has(first))
    name = optionBefore(options, rest.slice(0, marks[0]?.start), { first, later })
  for (const mark of [...marks, undefined]) {
    const whole = withoutComma(rest.slice(at, mark ? mark.start : rest.length).trim(), mark !== undefined)
    const isGiven = (one: string) => later.has(one) || fields[one] !== undefined
    const timed = name === undefined ? undefined : quotedTimeAtEnd(options, name, whole, isGiven)
    if (timed) fields[timed.name] = timed.value
    const raw = momentGoingOn(
      options[name ?? ''],
      timed?.rest ?? whole,
      first === undefined || isGiven(first),
    )
    if (name !== undefined) {
      refuseNameAfterQuote(options, name, raw, where)
      refuseNameAfterQuote(options, name, firstWord(raw)[1], where)
    }
    if (name === first) isQuoted = quotedFirst(raw)?.[1] === ''
    const foreign = foreignOption(options, name, raw, where.neighbours)
    if (foreign !== undefined) throw noOption(foreign, where)
    if (name !== undefined && (raw !== '' || at > 0)) set(fields, [name, options[name]], raw, usage)
    else if (raw !== '') throw new UserError(`“${shorten(raw)}” belongs to no option. Usage: ${usage}`)
    // Words after a quoted value, or quoted ones after a name, are the first option's, where it has none.
    const more =
      name === undefined || name === first
        ? undefined
        : (quotedAndMore(raw) ?? nameAndText(options[name], raw))
    if (
      more &&
      name !== undefined &&
      first !== undefined &&
      fields[first] === undefined &&
      !later.has(first) &&
      (opensQuote(raw, 0) || options[first]?.kind === 'text')
    ) {
      fields[name] = more[0]
      fields[first] = unquote(more[1], first)
    } else if (name !== undefined && name !== first) {
      const found = severalAddresses(name, options[name], raw)
      if (found.length > 0) addresses = [name, found]
      else {
        takeText(worded, name, { fields, later })
        takeSentence(worded, name, raw, { fields, later })
        taken.push(...takeBehindValue(worded, name, raw, { fields, later, isQuoted }))
      }
    }
    if (!mark) break
    name = mark.name
    at = mark.end
  }
  if (addresses) throw oneAddressOnly(...addresses, fields, where.way)
  takeTrailing(worded, fields, isQuoted)
  refuseNearNames(options, fields, where)
  taken.push(...takeBehindQuote(worded, fields, where.way))
  return { fields, taken }
}

/** `Place: Geneva, Date: 5 Nov`: the sign that parts a value from the next name belongs to neither. */
function withoutComma(value: string, goesOn: boolean): string {
  return goesOn ? value.replace(/(?<=[\p{L}\p{M}\p{Nd})/])\s?[,;]$/u, '') : value
}

/**
 * `"Youth" key:youth` names an option that does not exist. In a text of several lines it may be words of the text, unless
 * its value is quoted as well.
 */
function refuseNameAfterQuote(options: Options, name: string, raw: string, where: RefusalContext): void {
  const end = opensQuote(raw, 0)
    ? closedAt(raw, 0, (at) => /^[,;]?\s/.test(raw.slice(at, at + 2)))
    : undefined
  if (end === undefined) return
  const [, word, sign = ''] = /^[,;]?\s+([\p{L}-]{2,20}):(?!\/\/)(\S)/u.exec(raw.slice(end + 1)) ?? []
  if (word === undefined || (options[name]?.multiline && !opensQuote(sign, 0))) return
  if (Object.keys(options).some((known) => fold(known) === fold(word))) return
  throw noOption(word, where)
}

export function noOption(word: string, { usage, elsewhere }: RefusalContext): UserError {
  return new UnknownOption(word, `There is no option “${word}:”. ${elsewhere(fold(word))}Usage: ${usage}`)
}

function set(
  fields: Record<string, string>,
  [name, option]: readonly [string, Option | undefined],
  raw: string,
  usage: string,
): void {
  if (fields[name] !== undefined)
    throw new UserError(`The option ${name}: is given twice. Usage: ${usage}`, { option: name })
  // A quoted value may stand in a list: `"Call them", at: tomorrow`.
  const typed = politely(option, raw)
  const value = politely(
    option,
    unquote(opensQuote(typed, 0) ? typed.replace(/(?<=[^\s\p{L}\p{Nd}])[,;]$/u, '') : typed, name),
  )
  if (value !== '') fields[name] = value
}

/** `strat:tomorrow` inside another value is a slip of the hand rather than text. */
function refuseNearNames(
  options: Options,
  fields: Readonly<Record<string, string>>,
  where: RefusalContext,
): void {
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
        (!free || (word.length > 3 && Math.abs(word.length - near.length) < 2 && fold(word)[0] === near[0]))
      ) {
        throw new UserError(`There is no option “${word}:”. Did you mean ${near}:? Usage: ${where.usage}`, {
          option: near,
        })
      }
      const behind = name === names[0] ? undefined : quotedAndMore(value)?.[1]
      if (!free || behind?.includes(`${word}:`)) throw noOption(word, where)
    }
  }
}
