import { type Day, daysBetween, monthNames } from '../../core/time/day.ts'
import type { Period } from '../../core/time/period.ts'
import { printDate } from './printDate.ts'
import { type PrintedDate, readPrintedDates } from './printedDate.ts'
import { isWeekBefore } from './weeks.ts'

/**
 * A date as the newsletter prints it: `6-9 Mar`, days with gaps between them as they are written, and with its year
 * where it would be read as another one without.
 */
export function formOf(date: PrintedDate, period: Period): string {
  const { printed, start, end, precision } = date
  if (hasGaps(date)) {
    const form = withGaps(printed)
    return sameDays(readPrintedDates(`Activity (${form})`, period), start, end) ? form : printed
  }
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

/** `1st to 5th and 8th to 11th November 2026` as `1-5 and 8-11 Nov`. */
function withGaps(printed: string): string {
  return printed
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/gi, '')
    .replace(/(?<=\d) ?(?:to|until|–|—|-) ?(?=\d)/gi, '-')
    .replace(/,? \d{4}$/, '')
    .replace(/\p{Lu}\p{Ll}{3,}/gu, (word) => (monthNames.includes(word) ? word.slice(0, 3) : word))
}

/** `3, 5, 9 Nov`, `16-18 and 23-25 Nov`: days between which nothing was are no span. */
export function hasGaps({ printed, start, end }: PrintedDate): boolean {
  const dated = printed.replace(/\p{Lu}\p{Ll}{2,5}day,? ?/gu, '')
  if (!/(?:[,&]|\band\b) ?\d{1,2}(?!\d)/i.test(dated)) return false
  const days = [...dated.matchAll(/(?<!\d)\d{1,2}(?!\d)/g)]
  return days.length > 1 && days.length <= daysBetween(start, end)
}

/** Words that say less than the day or month beside them, and would be lost in another form: `week of 6 May`, `end of November`. */
const rough =
  '(?:early|mid|late|throughout|w/?[bc]|week (?:commencing|beginning|starting|ending)|(?:[\\p{L}\\p{N}]{2,7} )?(?:week|weekend|days?|half|part|quarter|end|beginning|start|middle|course) of|semaine du|semana del|неделя|неделе)'
const roughly = new RegExp(`^(?:in |during )?(?:the )?${rough}(?!\\p{L})`, 'iu')
const roughlyBefore = new RegExp(`(?<!\\p{L})${rough}(?: the)?[\\s-]?$`, 'iu')

/** Whether a date begins with such words. */
export function isRough(printed: string): boolean {
  return roughly.test(printed)
}

/** Whether such words stand before a date inside a sentence. */
export function isRoughBefore(text: string): boolean {
  return roughlyBefore.test(text.slice(-60)) || isWeekBefore(text)
}
