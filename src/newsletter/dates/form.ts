import { type Day, daysBetween } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { printDate } from './printDate.ts'
import { type PrintedDate, readPrintedDates } from './printedDate.ts'

/**
 * A date as the newsletter prints it: `6-9 Mar`, days with gaps between them as they are written, and with its year
 * where it would be read as another one without.
 */
export function formOf(date: PrintedDate, period: Period): string {
  if (hasGaps(date)) return date.printed
  const { start, end, precision } = date
  const short = printDate(start, end, precision)
  const isRead = (form: string) => sameDays(readPrintedDates(`Activity (${form})`, period), start, end)
  if (isRead(short)) return short
  const dated = `${short} ${end.slice(0, 4)}`
  return isRead(dated) ? dated : date.printed
}

function sameDays(
  { start, end }: { readonly start: Day | null; readonly end: Day | null },
  from: Day,
  to: Day,
): boolean {
  return start === from && end === to
}

/** `3, 5, 9 Nov`, `16-18 and 23-25 Nov`: days between which nothing was are no span. */
export function hasGaps({ printed, start, end }: PrintedDate): boolean {
  if (!/(?:[,&]|\band\b) ?\d{1,2}(?!\d)/i.test(printed)) return false
  const days = [...printed.matchAll(/(?<!\d)\d{1,2}(?!\d)/g)]
  return days.length > 1 && days.length <= daysBetween(start, end)
}

/** `week of 6 May`, `end of November`: words that say less than the day beside them, and would be lost in another form. */
const roughly =
  /^(?:in |during )?(?:the )?(?:early|mid|late|(?:end|beginning|start|middle|week) of|semaine du|semana del)\b/i

export function isRough(printed: string): boolean {
  return roughly.test(printed)
}

/** Whether such words stand before a date inside a sentence. */
export function isRoughBefore(text: string): boolean {
  return /\b(?:(?:week|end|beginning|start|middle) of(?: the)?|early|mid|late|semaine du|semana del)[\s-]?$/i.test(
    text,
  )
}
