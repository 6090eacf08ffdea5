import type { Option, Options } from '../../option.ts'
import { choiceNamed, wholeChoice } from '../choice/choices.ts'
import { quotedAndMore, unquote } from '../quotes.ts'

/** Stands for the one meeting whose invitation waits for the caller's answer, as in `rsvp yes`. */
export const waitingMeeting = 'the one that waits'

/** The same where it is not sure that this meeting is meant, so that the caller is asked. */
export const whicheverWaits = 'the one that may be meant'

/** The most words that say one choice: `will not be there`. */
const longest = 4

/** The most words of a meeting's name before an answer. */
const longestName = 12

/**
 * `M1 no, on mission`, `no on mission` and `Plenary no on mission`: an answer with words of one's own behind it. In quotes
 * as a whole, `"Leave No One Behind"` is a title.
 */
export function takeAnswer(
  options: Options,
  first: string,
  fields: Record<string, string>,
  isQuoted: boolean,
): void {
  const [name, option] = Object.entries(options).find(([, one]) => one.trailing) ?? []
  const note = Object.entries(options).find(([other, one]) => other !== first && one.kind === 'text')?.[0]
  // What may be left out is no answer: `minutes M1 as word shareable` names two renditions.
  if (!name || !option?.required || !note || options[first]?.kind !== 'meeting') return
  if (fields[name] !== undefined || fields[note] !== undefined) return
  const typed = fields[first] ?? ''
  const [, number = waitingMeeting, answer = ''] =
    /^(?:(\p{L}?\p{Nd}{1,9})\s+)?(\p{L}.*)$/isu.exec(typed) ?? []
  if (isQuoted && number === waitingMeeting) return
  const [title, behind = ''] = quotedAndMore(typed) ?? []
  const [meeting, reply] = title
    ? [title, answerWithNote(wordsOf(behind), option)]
    : [number, answerWithNote(wordsOf(answer), option)]
  const behindAnswer = meeting === waitingMeeting && reply ? numbersFirst(reply) : undefined
  const found = behindAnswer ?? (reply ? { meeting, ...reply } : behindName(wordsOf(typed), option))
  if (!found) return
  fields[first] = found.meeting
  fields[name] = found.choice
  if (found.note === '') return
  // `as word shareable`: two choices, and no words of one’s own.
  const other = otherChoice(options, name, found.note)
  if (other && fields[other.name] === undefined) fields[other.name] = other.choice
  else fields[note] = unquote(found.note, note)
}

/** What a text says as a whole of another trailing option. */
function otherChoice(
  options: Options,
  taken: string,
  text: string,
): { readonly name: string; readonly choice: string } | undefined {
  for (const [name, option] of Object.entries(options)) {
    const choice = name === taken || !option.trailing ? undefined : wholeChoice(text, option)
    if (choice !== undefined) return { name, choice }
  }
  return undefined
}

/** `maybe M1, M2` and `no to M3, on mission`: the numbers behind an answer are the meetings that it is for. */
function numbersFirst({ choice, note }: Answer): (Answer & { readonly meeting: string }) | undefined {
  const [, meeting, more = ''] =
    /^(?:(?:to|for|at) )?(#?M\p{Nd}{1,9}(?:(?:,| and| &|, and)? #?M\p{Nd}{1,9})*)(?:[,:;.!]? (\S.*)|[,:;.!]?)$/isu.exec(
      note,
    ) ?? []
  return meeting === undefined ? undefined : { choice, meeting, note: more }
}

interface Answer {
  readonly choice: string
  readonly note: string
}

function answerWithNote(words: readonly string[], option: Option): Answer | undefined {
  for (let count = Math.min(longest, words.length - 1); count > 0; count--) {
    const choice = wholeChoice(words.slice(0, count).join(' '), option)
    if (choice !== undefined) return { choice, note: words.slice(count).join(' ') }
  }
  return undefined
}

/** The first answer after a name without quotes, where the line does not end with one: `Stop the arms maybe`. */
function behindName(
  words: readonly string[],
  option: Option,
): (Answer & { readonly meeting: string }) | undefined {
  for (let count = 1; count <= longest; count++)
    if (wholeChoice(words.slice(-count).join(' '), option) !== undefined) return undefined
  for (let at = 1; at < Math.min(words.length, longestName); at++) {
    const answer = answerWithNote(words.slice(at), option)
    if (answer) return { meeting: words.slice(0, at).join(' '), ...answer }
  }
  return undefined
}

/** `M3 yes`, `M3 can't make it`, and `yes` alone for the meeting that waits. */
export function takeChoice(options: Options, first: string, fields: Record<string, string>): void {
  const choices = Object.entries(options).filter(([, { trailing }]) => trailing)
  // What stands last goes first: `M3 word shareable`.
  for (const _ of choices) {
    for (const [name, option] of choices) {
      if (fields[name] === undefined) takeOne(options, { first, name, option }, fields)
    }
  }
}

interface Wanted {
  readonly first: string
  readonly name: string
  readonly option: Option
}

function takeOne(options: Options, { first, name, option }: Wanted, fields: Record<string, string>): void {
  const words = wordsOf(fields[first])
  if (words.length === 0) return
  // What may stand alone may be anything, as `Mar` a month: then only the whole word is the choice.
  const alone = !options[first]?.required
  const waits = options[first]?.kind === 'meeting'
  for (let count = Math.min(longest, words.length); count > 0; count--) {
    if (count === words.length && !alone && !waits) continue
    const text = unquote(words.slice(-count).join(' '), name)
    const chosen = count > 1 ? listed(wholeChoice(text, option)) : choiceNamed(text, option)
    const [choice] = chosen.filter((one) => !alone || one === wholeChoice(text, option))
    if (chosen.length !== 1 || choice === undefined) continue
    const rest = words.slice(0, -count).join(' ')
    if (rest !== '') {
      const [meeting, note] = waits ? withNote(options, rest, fields) : [rest]
      fields[first] = unquote(meeting, first)
      if (note !== undefined) Object.assign(fields, note)
    } else if (waits) fields[first] = waitingMeeting
    else delete fields[first]
    fields[name] = choice
    return
  }
}

/** `the 10th, Paul will replace me` before an answer: the meeting, and what is said beside it, which is a sentence and no title. */
function withNote(
  options: Options,
  typed: string,
  fields: Readonly<Record<string, string>>,
): readonly [meeting: string, note?: Readonly<Record<string, string>>] {
  const name = Object.entries(options).find(([, { kind }]) => kind === 'text')?.[0]
  const at = typed.search(/[,;] /)
  const behind = typed.slice(at + 2)
  if (at < 1 || name === undefined || fields[name] !== undefined || !says.test(behind)) return [typed]
  return [typed.slice(0, at), { [name]: behind }]
}

/** Words of a sentence about those who come or do not. */
const says =
  /(?<!\p{L})(?:i|i['’](?:m|ll|ve)|we|me|us|sorry|instead|will|can|cannot|can['’]t|am|is|are|have|has|mission|leave|travel(?:l?ing)?)(?![\p{L}])/iu

function listed(choice: string | undefined): readonly string[] {
  return choice === undefined ? [] : [choice]
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}
