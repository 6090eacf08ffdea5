import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { orUserError, UserError } from '../../../../src/core/errors.ts'
import { type Block, type Button, block, button } from '../../../../src/core/message.ts'
import { nearest } from '../../../../src/core/text/nearest.ts'
import { shorten } from '../../../../src/core/text/text.ts'
import { addDays, dayOf, monthNames, type TimeReference } from '../../../../src/core/time/day.ts'
import { readPeriod } from '../../../../src/core/time/period.ts'
import { datesIn } from '../../../../src/newsletter/dates/datesIn.ts'
import { printDate } from '../../../../src/newsletter/dates/printDate.ts'
import { datedText, relativeDaysIn } from '../../../../src/newsletter/dates/relativeDays.ts'
import { isCourtesyAlone } from '../../../../src/newsletter/pasted/asides.ts'
import { embargoWords } from '../../../../src/newsletter/reading/embargo.ts'
import { isEnglish } from '../../../../src/newsletter/reading/english.ts'
import { aheadLine } from './ahead.ts'
import { otherWeekday } from './weekday.ts'

/** What may have been meant as a detail and was not read as one, and days still to come; undefined for none. */
export function notTaken(content: UpdateContent, here: TimeReference): Block | undefined {
  const lines = notTakenLines(content, here)
  return lines.length > 0 ? block.list(lines) : undefined
}

/** The same, one sentence each. */
export function notTakenLines(content: UpdateContent, here: TimeReference): readonly string[] {
  const { originalText: typed } = content
  return [
    unknownOption(typed, content.text),
    ...(content.startOn === null
      ? undated(typed, here)
      : [otherWeekday(content, here), aheadLine(content, here)]),
    ...(content.embargoUntil === null ? [unreadEmbargo(content.text)] : []),
    foreign(typed),
  ].filter((line) => line !== undefined)
}

/**
 * Dates an update that has no date by the words of its own text, such as “last week” or “(11/12)”. Where the words stand
 * at its end or in its brackets, the date takes their place there.
 */
export function relativeDateButtons(
  id: number,
  content: UpdateContent,
  here: TimeReference,
): readonly Button[] {
  if (content.startOn !== null) return []
  const { originalText: text } = content
  const update = `U${id}`
  const refused = refusedDay(text, here)
  const either = refused ? daysOf(refused, text) : []
  if (either.length > 0)
    return either.map((date) => button(`It was ${date}`, 'update edit', { update, date }))
  const meant = misspeltDate(text)
  // `(until 5 Nov)` tells the day on which it ended; from today on it names other days.
  const read =
    meant === undefined
      ? undefined
      : orUserError(() => readPeriod(meant.replace(/^(?:until|till|up to) /i, ''), here))
  const days =
    meant !== undefined && read && !(read instanceof UserError)
      ? { ...read, words: meant, start: text.lastIndexOf(meant) }
      : relativeDaysIn(text, here)
  if (!days) return []
  const date = printDate(days.from, days.to, 'day')
  const dated = datedText(text, days)
  const label = days.from > dayOf(here.now, here.zone) ? `It is ${date}` : `It was ${date}`
  return [button(label, 'update edit', dated === undefined ? { update, date } : { update, text: dated })]
}

/** `budget:5m` at the end, where an option would stand, unless it is not printed anyway. */
function unknownOption(text: string, printed: string): string | undefined {
  const [, name, value] = /\s([a-z]{3,12}):(?!\/\/)([^\s:"“]{2,80})$/i.exec(text) ?? []
  return name === undefined || !printed.includes(`${name}:${value}`)
    ? undefined
    : `There is no option “${name}:”, so “${name}:${value}” stands in the text as it was typed.`
}

function undated(text: string, here: TimeReference): readonly (string | undefined)[] {
  const days = relativeDaysIn(text, here)
  return [wrongDay(text, here), days && `“${days.words}” is not a date once it is printed.`]
}

/** What is wrong with a date in the last brackets, such as (31 Nov) or (11/12); undefined where there is none. */
function wrongDay(text: string, here: TimeReference): string | undefined {
  const refused = refusedDay(text, here)
  if (refused && /^(?:There is no|The period ends)/.test(refused.message))
    return `${refused.message} No date was read.`
  const misspelt = misspeltDate(text)
  if (misspelt !== undefined && !isRead(misspelt, here))
    return `I cannot read “${misspelt}” as a date. No date was read.`
  return refused && daysOf(refused, text).length > 0 ? `${refused.message} No date was read yet.` : undefined
}

/** Why what the last brackets say is no date; undefined where it is one, or nothing like one. */
function refusedDay(text: string, here: TimeReference): UserError | undefined {
  const inside = text.includes('(')
    ? (text.slice(text.lastIndexOf('(') + 1).split(')')[0] ?? '')
    : lacking(text)
  if (inside.length > 40 || !/\d/.test(inside)) return undefined
  try {
    readPeriod(inside, here)
    return undefined
  } catch (error) {
    return error instanceof UserError ? error : undefined
  }
}

/** Whether a text would be dated by it, had its author not taken the date away. */
function isRead(inside: string, { now, zone }: TimeReference): boolean {
  const today = dayOf(now, zone)
  return datesIn(`(${inside})`, { from: addDays(today, -60), to: addDays(today, 60) }).length > 0
}

/** `12/11/2026`; without its year it is a share as easily. */
const inNumbers = /(?<![\p{L}\p{N}./-])\d{1,2}([./-])\d{1,2}\1\d{4}(?![\p{L}\p{N}])/u

/** `on 31 November 2026` and `on 12/11/2026` in the sentence; empty where no day stands in it. */
function lacking(text: string): string {
  const named = /(?<![\p{L}\p{N}])3[01] (?:feb|apr|june?|sept?|nov)\p{L}*(?: \d{4})?/iu
  return (named.exec(text) ?? inNumbers.exec(text))?.[0] ?? ''
}

/** `3 Noc`: so short a word is nearly a month only where it stands as one; `(max 30 people)` names none. */
const shortDate = /^\p{Nd}{1,2} (\p{Lu}\p{L}{2,3})\.?$/u
const shortMonths = monthNames.map((name) => name.slice(0, 3))

function isNearlyMonth(word: string): boolean {
  return word.length > 4 ? nearest(word, monthNames) !== undefined : shortMonths.includes(word)
}

/** `(3 Novemeber)` and `(33 Nov)` at the end: a number beside what is, or nearly is, the name of a month. */
function misspeltDate(text: string): string | undefined {
  const inside = /\(([^()]{3,40})\)\s?\.?$/.exec(text.trimEnd().slice(-50))?.[1]
  const words = inside?.match(/[\p{L}\p{Nd}]+/gu) ?? []
  const [days, others] = [
    words.filter((word) => /^\p{Nd}/u.test(word)),
    words.filter((word) => /^\p{L}/u.test(word)),
  ]
  const short = shortDate.exec(inside ?? '')?.[1]
  const named =
    others.some(isNearlyMonth) || (short !== undefined && nearest(short, shortMonths) !== undefined)
  return named && days.length > 0 && others.length < 3 ? inside : undefined
}

/** The two days that `(11/12)` at the end of a text or `12/11/2026` anywhere may be; elsewhere `11/12` is a share as easily. */
function daysOf({ message: words, choices }: UserError, text: string): readonly string[] {
  const isDate = /\)\s?\.?$/.test(text.trimEnd()) || inNumbers.test(words)
  return isDate && / may be /.test(words) ? choices.map(({ value }) => value) : []
}

function unreadEmbargo(text: string): string | undefined {
  const words = embargoWords(text)
  return words === undefined
    ? undefined
    : `“${words}” asks to keep it back, but I read no day in it, so it may be printed at once. Give the day: embargo:"1 Dec".`
}

function foreign(text: string): string | undefined {
  return isEnglish(text) ? undefined : 'It does not look like English, in which the newsletter is printed.'
}

/** A row of dots, a thumb, a courtesy or a date alone is no news, whoever sent it by mistake. Raises `UserError`. */
export function refuseWordless(
  text: string,
  items: readonly { readonly content: Pick<UpdateContent, 'text' | 'dates'> }[],
): void {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new UserError(`“${shorten(text, 30)}” has no words; nothing was posted.`, { option: 'text' })
  if (isCourtesyAlone(text.split('\n')))
    throw new UserError(
      `“${shorten(text.replace(/\s+/g, ' ').trim(), 60)}” is what a message opens or closes with and does not say what happened; nothing was posted.`,
      { option: 'text' },
    )
  const [only, ...others] = items
  if (only === undefined || others.length > 0 || only.content.dates.length === 0) return
  const rest = only.content.dates.reduce(
    (words, { printed }) => words.replace(printed, ''),
    only.content.text,
  )
  if (!/[\p{L}\p{N}]/u.test(rest))
    throw new UserError(
      `“${shorten(text, 60)}” is a date and does not say what happened; nothing was posted.`,
      {
        option: 'text',
      },
    )
}
