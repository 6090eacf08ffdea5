import { orUserError, UserError } from '../../../../src/core/errors.ts'
import { list } from '../../../../src/core/text/list.ts'
import { saysNothing } from '../../../../src/core/text/nothing.ts'
import { shorten } from '../../../../src/core/text/text.ts'
import type { TimeReference } from '../../../../src/core/time/day.ts'
import type { WrittenDate } from '../../../../src/core/time/findDates.ts'
import { type Period, readPeriod } from '../../../../src/core/time/period.ts'
import { readDay } from '../../../../src/core/time/typedDay.ts'
import { datesIn } from '../../../../src/newsletter/dates/datesIn.ts'
import { formOf } from '../../../../src/newsletter/dates/form.ts'
import { printDate } from '../../../../src/newsletter/dates/printDate.ts'
import { readPrintedDates } from '../../../../src/newsletter/dates/printedDate.ts'
import { numbersInWords } from './numbersInWords.ts'

/** What `date:none` and the like say: the field is emptied. */
export function isNone(typed: string | undefined): boolean {
  return typed !== undefined && saysNothing(typed)
}

const noDate = { printed: null, start: null, end: null, precision: null, dates: [] } as const

/** The date that an author names beside the text, printed as typed, or as the days that `yesterday` means. Raises `UserError`. */
export function readDateOption(typed: string, around: Period, here: TimeReference) {
  if (isNone(typed)) return noDate
  const inside = numbersInWords(typed.replace(/^\(|\)$/g, '').trim(), (text) =>
    datesIn(text, around).every(({ from, to }) => from >= around.from && to <= around.to),
  )
  const read = readPrintedDates(`Activity (${inside})`, around)
  if (read.start !== null) {
    // All of it was given as the date, also a day that a text would only mention.
    refuseOtherWords(inside, datesIn(inside, around))
    return { ...read, printed: inHouseForm(read, around) }
  }
  const { from: start, to: end } = spokenDays(inside, here)
  const printed = printDate(start, end, 'day')
  return {
    printed,
    start,
    end,
    precision: 'day',
    dates: [{ printed, start, end, precision: 'day' }],
  } as const
}

type Dated = ReturnType<typeof readPrintedDates>

/** `10/11/2026`, a date that no issue would print in numbers, as issues print it; any other as it was typed. */
function inHouseForm({ printed, dates }: Dated, around: Period): string | null {
  const [only, ...others] = dates
  const isInNumbers = printed !== null && !/\p{L}/u.test(printed)
  return only && others.length === 0 && isInNumbers ? formOf(only, around) : printed
}

/** What is printed as the date: that which was given beside the text, and the text's own where it tells the same days. */
export function printedOf(
  said: Pick<Dated, 'printed' | 'start' | 'end'> | undefined,
  item: Pick<Dated, 'start' | 'end'> & { readonly printedDate: string | null },
): string | null {
  const isSame = said?.start === item.start && said.end === item.end
  return said === undefined || isSame ? item.printedDate : said.printed
}

/** What may stand beside the dates and is printed with them: `24 Mar/online`, `30 March, 10:00`, `5 and 7 May`. */
const beside =
  /^(?:[\s,;:&+/()–—-]|\b(?:and|on|from|to|online|virtual(?:ly)?|hybrid|in person|(?:local|\p{L}{3,12}) time|\d{1,2}[:.]\d\d(?: ?[ap]m)?|\d{1,2} ?[ap]m|hrs?|CES?T|[EW]AT|[GM]MT|UTC(?:[+-]\d{1,2})?|ES?T|E[DS]T)\b){0,60}\.?$/iu

/** Raises `UserError` where words beside the dates would be printed as if they were one. */
function refuseOtherWords(typed: string, dates: readonly WrittenDate[]): void {
  const rest = dates.map(({ start }, at) => typed.slice(dates[at - 1]?.end ?? 0, start))
  rest.push(typed.slice(dates.at(-1)?.end ?? 0))
  const other = rest
    .filter((words) => !beside.test(words))
    .map((words) =>
      words
        .trim()
        .replace(/^[,;]\s?/, '')
        .replace(/[,;]$/, ''),
    )
  if (other.length === 0) return
  const value = list(
    dates.map(({ written }) => written),
    'and',
  )
  throw new UserError(
    `${list(
      other.map((words) => `“${shorten(words, 60)}”`),
      'and',
    )} is no part of a date, so nothing was changed. Give the date alone, and other words in text: or place:.`,
    { option: 'date', choices: value === '' ? [] : [{ label: `Date ${value}`, value }] },
  )
}

/** The days of `yesterday` or `last week`. */
function spokenDays(typed: string, here: TimeReference): Period {
  try {
    return readPeriod(typed, here)
  } catch {
    const day = orUserError(() => readDay(typed, here))
    if (!(day instanceof UserError)) return { from: day, to: day }
    // Which of two days it is, or that there is none such.
    if (day.choices.length > 0 || day.message.startsWith('There is no'))
      throw new UserError(day.message, { option: 'date', choices: day.choices })
    throw new UserError(
      `“${shorten(typed)}” is not a date; give one such as 6-9 Mar, 28 April 2023, Apr or yesterday.`,
      { option: 'date' },
    )
  }
}
