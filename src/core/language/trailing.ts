import type { Option, Options } from '../option.ts'
import { fold, match } from '../text/nearest.ts'
import { isMomentForm } from '../time/beginsWithDate.ts'
import { opensQuote, unquote } from './quotes.ts'

/**
 * Gives words at the end of the first option to the option that they complete: a choice (`M3 yes`), a day or a moment
 * (`ETCIP 2022`, `Send the agenda on Friday 9am`), or what follows a record's number (`U3 "new text"`).
 */
export function takeTrailing(options: Options, fields: Record<string, string>): void {
  const [first] = Object.keys(options)
  if (first === undefined) return
  takeTime(options, first, fields)
  takeAnswer(options, first, fields)
  takeChoice(options, first, fields)
  takeAfterNumber(options, first, fields)
  takeCount(options, fields)
}

/** Stands for the one meeting whose invitation waits for the caller's answer, as in `rsvp yes`. */
export const waitingMeeting = 'the one that waits'

/** `M1 no, on mission` and `no on mission`: an answer with words of one's own behind it. */
function takeAnswer(options: Options, first: string, fields: Record<string, string>): void {
  const [name, option] = Object.entries(options).find(([, one]) => one.trailing) ?? []
  const note = Object.entries(options).find(([other, one]) => other !== first && one.kind === 'text')?.[0]
  if (!name || !note || options[first]?.kind !== 'meeting' || fields[name] !== undefined) return
  const [, number = waitingMeeting, word = '', rest = ''] =
    /^(?:(\p{L}?\p{Nd}{1,9})\s+)?(\p{L}+)[,.:;]?\s+(\S.*)$/isu.exec(fields[first] ?? '') ?? []
  const choice = option?.choices?.find((one) => fold(one) === fold(word))
  if (choice === undefined || fields[note] !== undefined) return
  fields[first] = number
  fields[name] = choice
  fields[note] = unquote(rest, note)
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

function takeChoice(options: Options, first: string, fields: Record<string, string>): void {
  const entry = Object.entries(options).find(([, option]) => option.trailing)
  if (!entry) return
  const [name, option] = entry
  const words = wordsOf(fields[first])
  const typed = words.at(-1)
  if (fields[name] !== undefined || typed === undefined) return
  const word = unquote(typed, name).replace(/[.!]$/, '')
  // What may stand alone may be anything, as `Mar` a month: then only the whole word is the choice.
  const alone = !options[first]?.required
  const chosen = match(word, option.choices ?? []).filter((choice) => !alone || fold(choice) === fold(word))
  const waits = words.length === 1 && options[first]?.kind === 'meeting'
  if (chosen.length !== 1 || (words.length === 1 && !alone && !waits)) return
  const rest = words.slice(0, -1).join(' ')
  if (waits) fields[first] = waitingMeeting
  else if (rest === '') delete fields[first]
  else fields[first] = unquote(rest, first)
  fields[name] = chosen[0] ?? ''
}

/** After `U3` or `M1` come the words of another option: the moment that is still wanted, else the first text. */
function takeAfterNumber(options: Options, first: string, fields: Record<string, string>): void {
  const kind = options[first]?.kind
  if (kind !== 'record' && kind !== 'meeting') return
  const [, number, rest] = /^((?:no\.? ?)?#?\p{L}?\p{Nd}{1,9})\s+(\S.*)$/isu.exec(fields[first] ?? '') ?? []
  if (number === undefined || rest === undefined) return
  const free = Object.entries(options).filter(([name]) => name !== first && fields[name] === undefined)
  const plain = unquote(rest, first).replace(/^(?:to|at|on) /i, '')
  const timed = free.find(([, option]) => option.kind === 'moment' || option.kind === 'day')
  const text = free.find(([, option]) => option.kind === 'text')
  const taken =
    timed && isMomentForm(plain)
      ? ([timed[0], plain] as const)
      : text && (kind === 'record' || free.some(([, option]) => option.trailing))
        ? ([text[0], unquote(rest, text[0])] as const)
        : undefined
  if (!taken) return
  fields[first] = number
  fields[taken[0]] = taken[1]
}

/** The longest end of the first option that has the form of a time, where a time is still wanted. */
function takeTime(options: Options, first: string, fields: Record<string, string>): void {
  const own = options[first]?.kind
  const entry = Object.entries(options).find(
    ([name, option]) => name !== first && fields[name] === undefined && isTime(option, own),
  )
  const words = wordsOf(fields[first])
  const least = options[first]?.required ? 1 : 0
  if (!entry || words.length <= least || opensQuote(fields[first] ?? '', 0)) return
  for (let at = Math.max(least, words.length - 8); at < words.length; at++) {
    const end = words.slice(at).join(' ')
    if (!isMomentForm(end)) continue
    if (at === 0) delete fields[first]
    else fields[first] = words.slice(0, at).join(' ')
    fields[entry[0]] = end.replace(/^(?:on|at|by|to) /i, '')
    return
  }
  if (own === 'text') takeLeading(first, entry[0], words, fields)
}

/** `tomorrow at 10 to call them`: the time stands before the words. */
function takeLeading(
  first: string,
  name: string,
  words: readonly string[],
  fields: Record<string, string>,
): void {
  const joint = words.findIndex((word, at) => at > 0 && /^(?:to|that|about)$/i.test(word))
  const lead = words.slice(0, joint).join(' ')
  if (joint < 1 || joint > 8 || joint === words.length - 1 || !isMomentForm(lead)) return
  fields[name] = lead.replace(/^(?:on|at|by) /i, '')
  fields[first] = words.slice(joint + 1).join(' ')
}

/** Names of groups and people end in no date, so that one after them is `on:`; in a text only what is required is looked for. */
function isTime({ kind, required }: Option, first: Option['kind'] | undefined): boolean {
  if (first === 'group' || first === 'entity' || first === 'person')
    return kind === 'day' || kind === 'moment' || kind === 'period'
  return first === 'text' && kind === 'moment' && required
}

function wordsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '')
}
