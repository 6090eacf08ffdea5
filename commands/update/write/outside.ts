import { type NewsletterIssue, periodOf } from '../../../db/newsletter/newsletters.ts'
import { type Rich, rich } from '../../../src/core/message.ts'
import { addMonths, type Day, formatDay } from '../../../src/core/time/day.ts'
import { contains, formatPeriod } from '../../../src/core/time/period.ts'
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

/** The same day a year before, for one ahead that was read from a text without a year. */
export function yearBefore({ content }: UpdateInIssue, today: Day): Day | undefined {
  const { startOn: start, endOn: end } = content
  if (start === null || start !== end || start <= today || /\d{4}/.test(content.printedDate ?? ''))
    return undefined
  const day = addMonths(start, -12)
  return day <= today ? day : undefined
}
