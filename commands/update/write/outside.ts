import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import type { UpdateContent } from '../../../db/newsletter/updates.ts'
import { type Rich, rich } from '../../../src/core/message.ts'
import { addMonths, type Day, formatDay, lastOfMonth, partsOf } from '../../../src/core/time/day.ts'
import { contains, formatPeriod } from '../../../src/core/time/period.ts'
import { printDate } from '../../../src/newsletter/dates/printDate.ts'
import type { UpdateReading } from './reading/reading.ts'

/** An update's content and the issue that takes it. */
export type UpdateInIssue = Pick<UpdateReading, 'content' | 'issue' | 'issueNamed'>

/** Whether its day lies in none of the months of the issue that takes it. */
export function isOutside({ content, issue, issueNamed }: UpdateInIssue): boolean {
  return (
    issue !== null &&
    !issueNamed &&
    content.startOn !== null &&
    content.endOn !== null &&
    !touches(issue, content.startOn, content.endOn)
  )
}

/** Whether some of the days lie in the months of an issue. */
export function touches(issue: NewsletterIssue, start: Day, end: Day): boolean {
  const { from, to } = periodOf(issue)
  return contains({ from, to }, start) || contains({ from, to }, end) || (start < from && end > to)
}

export function outsideLine({ content, issue }: UpdateInIssue): Rich {
  const months = issue ? formatPeriod(periodOf(issue)) : ''
  return rich`${formatDay(content.startOn ?? '')} lies outside ${months}, the issue that is open.`
}

/**
 * The same days a year before, as they are shown and typed, for days ahead that were read from a text without a year;
 * undefined for any other, and where they lay ahead a year before too.
 */
export function yearBefore(
  { startOn: start, endOn: end, printedDate }: Pick<UpdateContent, 'startOn' | 'endOn' | 'printedDate'>,
  today: Day,
): string | undefined {
  if (start === null || end === null || start <= today || /\d{4}/.test(printedDate ?? '')) return undefined
  const [year, month] = partsOf(end)
  const isMonths = start.endsWith('-01') && end === lastOfMonth(year, month)
  const from = addMonths(start, -12)
  const to = isMonths ? lastOfMonth(year - 1, month) : addMonths(end, -12)
  if (to > today) return undefined
  return isMonths ? formatPeriod({ from, to }) : `${printDate(from, to, 'day')} ${to.slice(0, 4)}`
}
