import type { Option, Options } from '../../option.ts'
import { fold, nearest } from '../../text/nearest.ts'
import { areNumbers } from '../../text/numbers.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { asShift, withoutSameTime } from '../../time/meant/typedMoment.ts'
import { isPeriodForm } from '../../time/period.ts'
import { firstWord } from '../action.ts'
import { choiceNamed } from '../choice/choices.ts'
import { unquote } from '../quotes.ts'
import { takeAddress } from './address.ts'
import { takeAnswer, takeChoice } from './answers.ts'
import { takeInOrder } from './inOrder.ts'
import { takeEntity, takeIssue } from './months.ts'
import { takeGroup, takeMeeting, takeNamed, takeNamedBehindName } from './named.ts'
import { takeQuoted } from './quoted.ts'
import { takeAfterTitle, takePage, takePair, takeRecord } from './record.ts'
import { takeLengthOfTime, takeRhythm, takeTime, takeTimeAfterName } from './time/times.ts'

/**
 * Gives words at the end of the first option to the option that they complete: a choice (`M3 yes`), a day or a moment
 * (`ETCIP 2022`, `Send the agenda on Friday 9am`), or what follows a record's number (`U3 "new text"`). `isQuoted` is
 * whether the first option stood in quotes as a whole.
 */
export function takeTrailing(options: Options, fields: Record<string, string>, isQuoted = false): void {
  const [first] = Object.keys(options)
  if (first === undefined) return
  dropOwnName(options, first, fields)
  dropPoliteWords(options, first, fields)
  takePage(options, first, fields)
  takeRecord(options, first, fields)
  takePair(options, first, fields)
  takeMeeting(options, first, fields)
  takeNamed(options, first, fields)
  takeTime(options, first, fields)
  takeTimeAfterName(options, fields)
  takeGroup(options, first, fields)
  takeRhythm(options, first, fields)
  takeAddress(options, first, fields)
  takeQuoted(options, first, fields)
  takeLengthOfTime(options, fields)
  takeAnswer(options, first, fields, isQuoted)
  takeChoice(options, first, fields)
  // The order of the usage line: `Sitting proposal:R1 adopted`.
  for (const [name, { kind }] of Object.entries(options))
    if (name !== first && kind === 'record') takeChoice(options, name, fields)
  takeAfterTitle(options, first, fields)
  takeAfterNumber(options, first, fields)
  takeCount(options, fields)
  takeNumber(options, first, fields)
  takeElsewhere(options, first, fields)
  takeEntity(options, first, fields)
  takeIssue(options, first, fields)
  takeInOrder(options, first, fields)
  takeNamedBehindName(options, first, fields)
}

/** `pillar II` and `wg ETCIP`: a name without its colon before the value. Texts may begin with any word. */
function dropOwnName(options: Options, first: string, fields: Record<string, string>): void {
  const kind = options[first]?.kind
  const [word, rest] = firstWord(fields[first] ?? '')
  if (rest === '' || kind === 'text' || kind === 'person' || fold(word) !== fold(first)) return
  if (kind !== 'meeting' || /^\p{L}?\p{Nd}/u.test(rest)) fields[first] = rest
}

/** `M1 please`, `U3, U4, thanks`: behind numbers such words ask for nothing more. */
function dropPoliteWords(options: Options, first: string, fields: Record<string, string>): void {
  const kind = options[first]?.kind
  if (kind !== 'record' && kind !== 'meeting') return
  const left = (fields[first] ?? '').replace(/,? (?:please|pls|plz|thanks|thank you|thx)[.!]{0,3}$/i, '')
  if (areNumbers(left)) fields[first] = left
}

/** `attended:25` counts people where names were looked for. */
function takeCount(options: Options, fields: Record<string, string>): void {
  const [listed] = Object.entries(options).find(([, { kind }]) => kind === 'entities') ?? []
  const [count] = Object.entries(options).find(([name]) => name === 'participants') ?? []
  const typed = listed === undefined ? undefined : fields[listed]
  const number = /^(\p{Nd}{1,5})(?: (?:people|persons|participants))?$/iu.exec(typed ?? '')?.[1]
  if (listed === undefined || !count || number === undefined || fields[count] !== undefined) return
  delete fields[listed]
  fields[count] = number
}

/** `visits 300000`, `Focal points 1 012`: a number after the words, where one is still wanted. */
function takeNumber(options: Options, first: string, fields: Record<string, string>): void {
  const [name] =
    Object.entries(options).find(([, { kind, required }]) => kind === 'integer' && required) ?? []
  if (name === undefined || options[first]?.kind !== 'text' || fields[name] !== undefined) return
  const words = (fields[first] ?? '').split(' ')
  let at = words.length - 1
  while (/^\p{Nd}{3}$/u.test(words[at] ?? '') && /^\p{Nd}{1,3}$/u.test(words[at - 1] ?? '')) at--
  const number = words.slice(at).join(' ')
  if (at < 1 || !/^\p{Nd}[\p{Nd},’' ]*$/u.test(number)) return
  fields[first] = unquote(words.slice(0, at).join(' '), first)
  fields[name] = number
}

const numberThenWords = /^((?:no\.? ?)?#?\p{L}?\p{Nd}{1,9})[:,;]?\s+(?:[-–—] )?(\S.*)$/isu

/** `U3, U4 shorter`: a number that goes on with the list has its letter. */
const listThenWords =
  /^((?:no\.? ?)?#?\p{L}?\p{Nd}{1,9}(?: ?(?:[,;&–-]|\band\b|\bto\b)? ?#?\p{L}\p{Nd}{1,9}(?!\S*[\p{L}\p{Nd}]))*)[:,;]?\s+(?:[-–—] )?(\S.*)$/isu

/** `Q4 meeting` is the title of a poll, whose numbers begin with P. Letters of other scripts may be meant for ours. */
function mayNumber(number: string, option: Option | undefined): boolean {
  const letter = /^#?([a-z])\p{Nd}/iu.exec(number)?.[1]
  const prefix = option?.kind === 'meeting' ? 'M' : (option?.prefix ?? '')
  return letter === undefined || prefix.length !== 1 || fold(letter) === fold(prefix)
}

/** After `U3` or `M1` come the words of another option: the moment that is still wanted, else the first text. */
function takeAfterNumber(options: Options, first: string, fields: Record<string, string>): void {
  const kind = options[first]?.kind
  if (kind !== 'record' && kind !== 'meeting') return
  // `U2 and 3` are two of them.
  if (options[first]?.several && areNumbers(fields[first] ?? '')) return
  const [, number, rest] =
    (options[first]?.several ? listThenWords : numberThenWords).exec(fields[first] ?? '') ?? []
  if (number === undefined || rest === undefined || !mayNumber(number, options[first])) return
  // `note 3 members objected`: where the meeting may be left out, its number has a sign.
  if (options[first]?.implied && /^\p{Nd}/u.test(number)) return
  const free = Object.entries(options).filter(([name]) => name !== first && fields[name] === undefined)
  const plain = unquote(rest, first).replace(/^(?:to|at|on) /i, '')
  const timed =
    free.find(([, option]) => option.kind === 'moment' || option.kind === 'day') ??
    free.find(([name]) => name === 'date')
  const text = free.find(([, option]) => option.kind === 'text')
  const section = text ? undefined : free.find(([, option]) => option.kind === 'section' && option.required)
  const named = namedValue(
    rest,
    free.map(([name]) => name),
  )
  const taken =
    named ??
    (timed && isMomentForm(asShift(withoutSameTime(plain)), timed[1].moves)
      ? ([timed[0], plain] as const)
      : text && (kind === 'record' || text[1].required || free.some(([, option]) => option.trailing))
        ? ([text[0], unquote(withoutOwnName(withoutBecause(rest, text[0]), text[0]), text[0])] as const)
        : text && because.test(rest)
          ? ([text[0], rest.replace(because, '')] as const)
          : section && ([section[0], plain] as const))
  if (!taken) return
  fields[first] = number
  fields[taken[0]] = taken[1]
}

/** What gives a reason behind a meeting that is cancelled. */
const because = /^(?:because of|because|since|due to|owing to) (?=\S)/i

/** A comment is itself a reason; a text may begin with “Since January”. */
function withoutBecause(words: string, name: string): string {
  return name === 'comment' || name === 'reason' ? words.replace(because, '') : words
}

/**
 * `U3 text UNODC trained …`, `U3 to UNODC trained …` and `U3 = UNODC trained …`: what leads to a sentence, which begins
 * with a capital or in quotes. A comment may begin with “to”.
 */
function withoutOwnName(words: string, name: string): string {
  const [word, value] = firstWord(words)
  const leads = fold(word) === fold(name) || (name === 'text' && /^(?:to|=|->|→|:)$/i.test(word))
  return leads && /^["“„«]?\p{Lu}/u.test(value) ? value : words
}

/** A longer text is somebody's own, also where it begins with the name of an option. */
const shortValue = 4

/** `date 17 Nov`: an option's name without its colon, before a few words that are no sentence. */
function namedValue(text: string, names: readonly string[]): readonly [string, string] | undefined {
  const [word, value] = firstWord(text)
  const name = names.find((one) => fold(one) === fold(word))
  const short = value !== '' && value.split(/\s+/).length <= shortValue && !/[.!?]$/.test(value)
  return name !== undefined && short ? [name, unquote(value, name)] : undefined
}

/** `list november` and `list UNODC`, where the first option is a choice that has no such word. */
function takeElsewhere(options: Options, first: string, fields: Record<string, string>): void {
  const option = options[first]
  const typed = fields[first]
  if (option?.kind !== 'choice' || option.required || typed === undefined) return
  const choices = option.choices ?? []
  if (choiceNamed(typed, option).length > 0 || nearest(typed, choices) !== undefined) return
  const free = Object.entries(options).filter(([name]) => fields[name] === undefined)
  const timed = free.find(([, { kind }]) => kind === 'period' || kind === 'day')
  const named =
    free.find(([, { kind }]) => kind === 'entity') ?? free.find(([, { kind }]) => kind === 'group')
  const chosen = free.find(([, option]) => choiceNamed(typed, option).length === 1)
  const taken =
    timed && (timed[1].kind === 'period' ? isPeriodForm(typed) : isMomentForm(typed))
      ? timed
      : (chosen ??
        (/^[\p{Lu}\p{Nd}-]{2,}$/u.test(typed)
          ? named
          : (free.find(([, { kind }]) => kind === 'text') ??
            free.find(([, { kind }]) => kind === 'section'))))
  if (!taken) return
  delete fields[first]
  fields[taken[0]] = typed
}
