import { UserError } from '../../../core/errors.ts'
import { shorten } from '../../../core/text/text.ts'
import { addDays, type Day, dayOf, startOfDay, type TimeReference } from '../../../core/time/day.ts'
import { readDay } from '../../../core/time/typedDay.ts'
import { type DateOrder, dayText, inOrder } from './dateOrder.ts'

/**
 * The day that a cell of a list names, whenever the list is read: `2022-03-01`, `1 March 2022`, `Mar-22` as
 * spreadsheets write a month, the number by which they count days. Raises `UserError` for what is none, and for a day
 * without its year, as lists tell of days long past and of days to come.
 */
export function listedDay(cell: string, here: TimeReference, order: DateOrder | undefined): Day {
  const text = dayText(cell)
  const counted = serialDay(text) ?? momentDay(text)
  if (counted !== undefined) return counted
  const typed = monthOfYear(inOrder(text, order))
  const day = readDay(typed, here)
  if (day === readDayLater(typed, here)) return day
  throw new UserError(`“${shorten(cell)}” has no year. Give the whole date.`)
}

/** As it would be read more than a year from now: a day without its year is another one then. */
function readDayLater(typed: string, here: TimeReference): Day | undefined {
  try {
    const later = startOfDay(addDays(dayOf(here.now, here.zone), 500), here.zone)
    return readDay(typed, { ...here, now: later })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return undefined
  }
}

/** The day of a number that Excel counts days by, with or without a time: 44562 is 1 January 2022. */
function serialDay(text: string): Day | undefined {
  return /^\d{5}(?:\.\d+)?$/.test(text) ? addDays('1899-12-30', Number.parseInt(text, 10)) : undefined
}

/** The day of `2022-03-01T00:00:00.000Z` and `2022-03-01 00:00:00`, as other programs write one. */
function momentDay(text: string): Day | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(
    text,
  )?.[1]
  return day === undefined ? undefined : readDay(day, { now: new Date(0), zone: 'UTC' })
}

/** `Mar-22`, as spreadsheets write March 2022, with its whole year; any other text as it is. */
function monthOfYear(text: string): string {
  const [, month, year] = /^(\p{L}{3,12})\.?[-–’'](\d{2})$/u.exec(text) ?? []
  return month === undefined || year === undefined
    ? text
    : `${month} ${Number(year) < 70 ? '20' : '19'}${year}`
}
