import type { Options } from '../../option.ts'
import { fold, nearest } from '../../text/nearest.ts'
import { areNumbers } from '../../text/numbers.ts'
import { isMomentForm } from '../../time/beginsWithDate.ts'
import { isPeriodForm } from '../../time/period.ts'
import { choiceNamed, choicesListed } from '../choice/choices.ts'
import { firstWord } from '../readAction.ts'
import { takeAcronymAndName } from './acronymAndName.ts'
import {
  takeAddress,
  takeContact,
  takeLeadingAddress,
  takeLink,
  takeMailbox,
  takeMeetingLink,
} from './address.ts'
import { takeAnswer, takeChoice } from './answers.ts'
import { takeCount, takeNumber } from './behind/counts.ts'
import { takeBehindGroup } from './behind/group.ts'
import { takeListed } from './behind/listed.ts'
import { takeBehindMeeting } from './behind/meetingAt.ts'
import { takeMovedTo } from './behind/movedTo.ts'
import { takeAfterNumber } from './behind/number.ts'
import { takeNamedTime } from './behind/time.ts'
import { takeFilters } from './filters.ts'
import { takeInOrder } from './inOrder.ts'
import { takeEntity, takeIssue, takeIssueBeforeChoice } from './months.ts'
import { takeGroup, takeMeeting, takeNamed, takeNamedBehindName } from './named.ts'
import { takeQuoted } from './quoted.ts'
import {
  takeAfterTitle,
  takeMeetingBehind,
  takePage,
  takePair,
  takeRecord,
  takeRecordBehind,
} from './record.ts'
import { takeSubstitute } from './substitute.ts'
import { takeBefore } from './time/before.ts'
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
  takeMeetingBehind(options, first, fields)
  takeBehindMeeting(options, first, fields)
  takeMovedTo(options, first, fields)
  takeMeetingLink(options, first, fields)
  takePage(options, first, fields)
  if (!isQuoted) takeFilters(options, first, fields)
  takeAcronymAndName(options, first, fields)
  takeListed(options, first, fields)
  takeRecord(options, first, fields)
  takePair(options, first, fields)
  takeMeeting(options, first, fields)
  takeNamed(options, first, fields)
  takeSubstitute(options, first, fields)
  takeBehindGroup(options, first, fields)
  takeBefore(options, first, fields)
  takeTime(options, first, fields)
  takeTimeAfterName(options, fields)
  takeGroup(options, first, fields)
  takeRhythm(options, first, fields)
  takeContact(options, first, fields)
  takeLeadingAddress(options, first, fields)
  takeAddress(options, first, fields)
  takeMailbox(options, fields)
  takeLink(options, first, fields)
  takeQuoted(options, first, fields)
  takeLengthOfTime(options, fields)
  takeAnswer(options, first, fields, isQuoted)
  takeChoice(options, first, fields)
  takeRecordBehind(options, first, fields)
  // `ETCIP 2026 file`: the months before a choice.
  if (options[first]?.kind === 'group') takeTime(options, first, fields)
  // The order of the usage line: `Sitting proposal:R1 adopted`.
  for (const [name, { kind }] of Object.entries(options))
    if (name !== first && kind === 'record') takeChoice(options, name, fields)
  takeAfterTitle(options, first, fields)
  takeAfterNumber(options, first, fields)
  takeNamedTime(options, fields)
  takeCount(options, fields)
  takeNumber(options, first, fields)
  takeElsewhere(options, first, fields)
  takeOneRecord(options, first, fields)
  takeEntity(options, first, fields)
  takeIssue(options, first, fields)
  takeIssueBeforeChoice(options, first, fields)
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

/** `M1 please`, `U3, U4, thanks`, `Ring Ann tomorrow 9am pls`: behind numbers and times such words ask for nothing more. */
function dropPoliteWords(options: Options, first: string, fields: Record<string, string>): void {
  const typed = fields[first] ?? ''
  const left = typed.replace(/,? (?:please|pls|plz|thanks|thank you|thx)[.!]{0,3}$/i, '')
  if (left === typed) return
  const { kind, prefix } = options[first] ?? {}
  const isNumbered = (kind === 'meeting' || prefix !== undefined) && areNumbers(left)
  if (isNumbered || (kind === 'text' && endsWithTime(options, left))) fields[first] = left
}

/** Whether a text closes with the moment that the command takes. */
function endsWithTime(options: Options, text: string): boolean {
  const words = text.split(' ').slice(-6)
  return (
    Object.values(options).some(({ kind }) => kind === 'moment') &&
    words.some((_, at) => isMomentForm(words.slice(at).join(' ')))
  )
}

/** `list R1`, where the days of a list were looked for: that one alone. */
function takeOneRecord(options: Options, first: string, fields: Record<string, string>): void {
  const typed = fields[first] ?? ''
  if (options[first]?.kind !== 'period' || !/^\p{L}\p{Nd}{1,9}$/u.test(typed)) return
  const [name] =
    Object.entries(options).find(
      ([one, { kind, prefix = '' }]) =>
        kind === 'record' && fields[one] === undefined && fold(typed).startsWith(fold(prefix)),
    ) ?? []
  if (name === undefined) return
  delete fields[first]
  fields[name] = typed
}

/** `list november` and `list UNODC`, where the first option is a choice that has no such word. */
function takeElsewhere(options: Options, first: string, fields: Record<string, string>): void {
  const option = options[first]
  const typed = fields[first]
  if (first === 'page' && typed !== undefined) takeInsteadOfPage(options, typed, fields)
  if (option?.kind !== 'choice' || option.required || typed === undefined) return
  const choices = option.choices ?? []
  if (choiceNamed(typed, option).length > 0 || nearest(typed, choices) !== undefined) return
  if (choicesListed(typed, option).length > 1) return
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

/** `lookups Ann`, where a list has nothing else before its page: whom or what it is about. */
function takeInsteadOfPage(options: Options, typed: string, fields: Record<string, string>): void {
  const [name] =
    Object.entries(options).find(
      ([one, { kind }]) => fields[one] === undefined && (kind === 'person' || kind === 'entity'),
    ) ?? []
  if (name === undefined || !/^\p{L}/u.test(typed)) return
  delete fields['page']
  fields[name] = typed.replace(/^(?:of|by|for) /i, '')
}
